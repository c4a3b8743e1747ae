import { ComparedWords } from "#components/statements/compared-words.tsx";
import { SourcePassage } from "#components/statements/source-passage.tsx";
import { SpokenWords } from "#components/statements/spoken-words.tsx";
import { StatementFacts } from "#components/statements/statement-facts.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import type { ActorRef } from "#lib/actors/types.ts";
import { positionsHref, successiveHref } from "#lib/statements/positions-query.ts";
import type {
  Successive,
  SuccessiveChange,
  SuccessiveStatement,
} from "#lib/statements/types-positions.ts";
import { counted } from "#lib/text/counted.ts";
import type { TopicRef } from "#lib/topics/types.ts";
import styles from "./successive-view.module.css";

const CHANGES: Record<SuccessiveChange["relation"], string> = {
  same: "The same words as before",
  shortened: "As before, with words left out",
  fuller: "As before, with words added",
  altered: "Other words than before",
  other: "In new words",
};

type SuccessiveViewProps = {
  topic: TopicRef;
  actor: ActorRef;
  successive: Successive;
  page: number;
  confirmedOnly: boolean;
};

/** All that an actor said on a topic, oldest first, and what changed from each to the next. */
export function SuccessiveView(props: SuccessiveViewProps) {
  const { topic, actor, successive, page, confirmedOnly } = props;
  const address = { topicId: topic.id, actorId: actor.id, confirmedOnly };
  const table = { topics: [topic.id], actors: [actor.id], on: null, compare: null, confirmedOnly };
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Positions", href: positionsHref(table) }]} />
      <PageHeading
        title={`${actor.name} on ${topic.label}`}
        kicker={`${counted(successive.total, "statement")}, oldest first`}
        lead="What is struck through was said before and is not said here; what is underlined is new."
      />
      <p className={styles.other}>
        <a href={successiveHref({ ...address, confirmedOnly: !confirmedOnly })}>
          {confirmedOnly ? "Show suggested ones too" : "Only what a person has confirmed"}
        </a>
      </p>
      {successive.items.length === 0 && <EmptyState title="Nothing archived." />}
      <ol className={styles.list} aria-label="Statements, the oldest first">
        {successive.items.map((item) => (
          <Statement key={item.statement.id} item={item} />
        ))}
      </ol>
      <Pagination
        {...{ page, pageCount: successive.pageCount, label: "Statements" }}
        hrefFor={(to) => successiveHref({ ...address, page: to })}
      />
    </>
  );
}

function Statement({ item: { statement, certainty, change } }: { item: SuccessiveStatement }) {
  const { kind, words, id, path, place, fragment, carrierCount } = statement;
  const isMarked = change !== null && change.parts.length > 0;
  return (
    <li id={`statement-${id}`} className={styles.statement} data-certainty={certainty}>
      <p className={styles.change}>{change ? CHANGES[change.relation] : "The first archived"}</p>
      <div className={styles.said}>
        <p className={styles.words}>
          {isMarked ? (
            <ComparedWords parts={change.parts} />
          ) : (
            <SpokenWords kind={kind} words={words} />
          )}
        </p>
        <StatementFacts statement={statement} certainty={certainty} />
        <p className={styles.more}>
          <a href={`${place}${fragment}`} data-entry="">
            In its article
          </a>
          {carrierCount > 0 && (
            <>
              ; also in <a href={`${path}#carriers`}>{counted(carrierCount, "other article")}</a>
            </>
          )}
        </p>
        <SourcePassage statement={statement} />
      </div>
    </li>
  );
}
