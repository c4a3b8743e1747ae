import { StatementLines } from "#components/statements/statement-lines.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { CountList } from "#components/ui/count-list.tsx";
import { Section } from "#components/ui/section.tsx";
import { ledgerPath } from "#lib/statements/ledger-query.ts";
import type { PersonStatements as Statements } from "#lib/statements/types-ledger.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./person-statements.module.css";

type PersonStatementsProps = { actorId: string; said: Statements };

/** What a person said, topic by topic, the latest first, and who is quoted beside them. */
export function PersonStatements({ actorId, said }: PersonStatementsProps) {
  const { count, byTopic, latest, beside } = said;
  if (count === 0) return null;
  const statements = (
    <Section
      title="Statements"
      id="statements"
      aside={
        <>
          {inFigures(count)}, <a href={ledgerPath({ speakerId: actorId })}>all in the ledger</a>;
          follow by <a href={`/people/${actorId}/statements.xml`}>Atom</a> or{" "}
          <a href={`/people/${actorId}/statements.json`}>JSON</a>
        </>
      }
    >
      {byTopic.length === 0 ? (
        <StatementLines statements={latest} label="Latest statements" hasSpeaker={false} />
      ) : (
        <div className={styles.topics}>
          {byTopic.map(({ topic, count: onTopic, latest: lines }) => (
            <Section
              key={topic.id}
              {...{ level: 3, id: `statements-${topic.id}`, title: topic.label }}
              aside={
                <a href={ledgerPath({ speakerId: actorId, topicId: topic.id })}>
                  {`${inFigures(onTopic)} on ${topic.label}`}
                </a>
              }
            >
              <StatementLines
                {...{ statements: lines, label: `On ${topic.label}`, hasSpeaker: false }}
              />
            </Section>
          ))}
        </div>
      )}
    </Section>
  );
  if (beside.length === 0) return <div className={styles.person}>{statements}</div>;
  return (
    <div className={styles.person}>
      <MainAndAside
        label="Quoted with"
        aside={
          <Section title="Quoted with" id="quoted-with" aside="in the same articles">
            <CountList
              unit="articles"
              items={beside.map(({ id, name, articleCount }) => ({
                ...{ key: id, label: name, href: `/people/${id}`, count: articleCount },
              }))}
            />
          </Section>
        }
      >
        {statements}
      </MainAndAside>
    </div>
  );
}
