import { SaidBy } from "#components/events/evidence-sentence.tsx";
import { Section } from "#components/ui/section.tsx";
import { SpokenWords } from "#components/statements/spoken-words.tsx";
import { toSaying } from "#lib/events/sayings.ts";
import type { EventEvidence } from "#lib/events/types-evidence.ts";
import { STANCES, type Stance } from "#lib/language/cue-stance.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import { shorten } from "#lib/text/shorten.ts";
import { STANCE_WORDS } from "./stance-words.ts";
import styles from "./event-claims.module.css";

const SHOWN_OF_EACH = 5;
const MAX_CHARACTERS = 220;

/** What of it is confirmed, denied, promised or claimed in its articles, and by whom. */
export function EventClaims({ evidence }: { evidence: EventEvidence }) {
  const then = evidence.statementsThen.filter(({ stance }) => stance !== "claimed");
  const all = [...evidence.statementsAbout, ...then];
  if (all.length === 0) return null;
  return (
    <Section id="claims" title="Who confirms, denies or claims what">
      <p className={styles.note}>
        By the verb with which each article reports it. To report a claim is not to bear it out.
      </p>
      <dl className={styles.list}>
        {STANCES.map((stance) => (
          <OfStance key={stance} stance={stance} statements={all} />
        ))}
      </dl>
    </Section>
  );
}

type OfStanceProps = { stance: Stance; statements: EventEvidence["statementsThen"] };

function OfStance({ stance, statements }: OfStanceProps) {
  const own = statements.filter((statement) => statement.stance === stance);
  if (own.length === 0) return null;
  return (
    <div className={styles.stance}>
      <dt>
        {STANCE_WORDS[stance]} <span className={styles.count}>{own.length}</span>
      </dt>
      {own.slice(0, SHOWN_OF_EACH).map((statement) => (
        <dd key={statement.id} className={styles.said}>
          <p className={styles.words}>
            <SpokenWords
              kind={statement.kind}
              words={shorten(statement.words.replace(/\s+/g, " "), MAX_CHARACTERS)}
            />
          </p>
          <p className={styles.about}>
            <SaidBy saying={toSaying(statement)} />
            <span>
              {statement.saidOn ? formatEdtf(statement.saidOn) : "on a day that is not given"}
            </span>
            <span>in {statement.article.outlet?.name ?? "an article"}</span>
          </p>
        </dd>
      ))}
      {own.length > SHOWN_OF_EACH && (
        <dd className={styles.note}>and {own.length - SHOWN_OF_EACH} more in its articles</dd>
      )}
    </div>
  );
}
