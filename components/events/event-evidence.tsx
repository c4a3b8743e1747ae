import { ArticleHeadline } from "#components/article/article-headline.tsx";
import { EvidenceSentence } from "#components/events/evidence-sentence.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Section } from "#components/ui/section.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { EventEvidence as Evidence, EvidenceArticle } from "#lib/events/types-evidence.ts";
import type { EventDetails } from "#lib/events/types.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./event-evidence.module.css";

type EventEvidenceProps = { event: EventDetails; evidence: Evidence };

/** The sentences that bear the event out, by article, and how many outlets report it independently. */
export function EventEvidence({ event, evidence }: EventEvidenceProps) {
  const { articles, linkedCount } = evidence;
  return (
    <Section
      id="evidence"
      title="Evidence"
      aside={counted(evidence.independentCount, "independent outlet")}
    >
      <Accounts evidence={evidence} hasSources={event.sources.length > 0} />
      {linkedCount === 0 && (
        <EmptyState title="No article of the archive is linked with this event.">
          <p>
            {event.sources.length > 0 ? (
              <>
                It rests on the <a href="#sources">sources listed below</a>, which are outside the
                archive.
              </>
            ) : (
              "No source is listed for it either: take nothing here for established."
            )}
          </p>
        </EmptyState>
      )}
      {linkedCount > 0 && articles.length === 0 && (
        <p>
          No sentence that may be shown here speaks clearly enough of it. Read the{" "}
          <a href="#articles">articles on it</a>.
        </p>
      )}
      {articles.length > 0 && (
        <>
          <p className={styles.note}>
            Found by its date, place, participants and telling words;{" "}
            <Badge tone="unsure">suggested</Badge>, not chosen by a person. Each leads to its place
            in the article.
          </p>
          <ol className={styles.articles}>
            {articles.map((article) => (
              <ArticleEvidence key={article.id} article={article} event={event} />
            ))}
          </ol>
        </>
      )}
      {evidence.readCount < linkedCount && (
        <p className={styles.note}>
          Looked at were the {evidence.readCount} articles nearest in time of {linkedCount}.
        </p>
      )}
    </Section>
  );
}

function Accounts({ evidence, hasSources }: { evidence: Evidence; hasSources: boolean }) {
  const { accounts } = evidence;
  if (accounts.length === 0) return null;
  const own = namesOf(accounts.filter(({ how }) => how !== "one_of_named"));
  const copies = accounts.filter(({ how }) => how === "copies");
  const oneOf = accounts.filter(({ how }) => how === "one_of_named");
  return (
    <p className={styles.accounts}>
      {own.length > 0 &&
        `Reported by ${own.join("; ")}${hasSources ? " (the sources listed with it among them)" : ""}. `}
      {copies.length > 0 &&
        `Copies of one text count once: ${copies.map(({ outlets }) => outlets.join(", ")).join("; ")}. `}
      {oneOf.map(({ outlets }) => (
        <span key={outlets.join()}>
          An article reports it that names {outlets.join("; ")} as its sources and does not say
          which of them: it counts once.{" "}
        </span>
      ))}
    </p>
  );
}

function namesOf(accounts: Evidence["accounts"]): string[] {
  return [...new Set(accounts.flatMap(({ outlets }) => outlets))].filter(isNamed);
}

/** A report of an outlet that is not known has none to be named by. */
function isNamed(outlet: string): boolean {
  return !/^report [\da-f-]{36}$/.test(outlet);
}

function ArticleEvidence({ article, event }: { article: EvidenceArticle; event: EventDetails }) {
  const { path, headline, headlineProposed, outletName, publishedOn, sources } = article;
  return (
    <li>
      <p className={styles.article}>
        <time dateTime={publishedOn}>{formatDay(publishedOn, "short")}</time>
        {outletName && <span className={styles.outlet}>{outletName}</span>}
        <a href={path} data-entry="">
          <ArticleHeadline isProposed={headlineProposed}>{headline}</ArticleHeadline>
        </a>
      </p>
      {sources.length > 0 && (
        <p className={styles.note}>It names as its sources {sources.join("; ")}.</p>
      )}
      <ol className={styles.sentences}>
        {article.sentences.map((line) => (
          <EvidenceSentence key={line.number} line={line} facts={event.facts} outlet={outletName} />
        ))}
      </ol>
      {article.isShortened && (
        <p className={styles.note}>Rights let only a part of this article be shown.</p>
      )}
    </li>
  );
}
