import { ComparedWords } from "#components/statements/compared-words.tsx";
import { SourcePassage } from "#components/statements/source-passage.tsx";
import { SpokenWords } from "#components/statements/spoken-words.tsx";
import { StatementFacts } from "#components/statements/statement-facts.tsx";
import type { WordsVerdict } from "#lib/statements/schema.ts";
import type { CheckMatch } from "#lib/statements/types-check.ts";
import type { LedgerEntry } from "#lib/statements/types-ledger.ts";
import { inFigures } from "#lib/text/counted.ts";
import styles from "./check-match.module.css";

const VERDICTS: Record<WordsVerdict, string> = {
  exact: "Exactly these words",
  shortened: "Shortened: the archived words are",
  part: "A part of these words",
  altered: "Altered: struck through is what the archive has, underlined what you gave",
};

/** A statement beside the words that were given: what differs, who said it, when and where. */
export function CheckMatchEntry({ match }: { match: CheckMatch }) {
  const { verdict, statement, parts, isCut } = match;
  const { kind, words, place, fragment, status } = statement;
  return (
    <li className={styles.match} data-verdict={verdict}>
      <p className={styles.verdict}>{VERDICTS[verdict]}</p>
      <p className={styles.words}>
        {verdict === "altered" ? (
          <>
            {isCut.before && "… "}
            <ComparedWords parts={parts} removed="archived" added="given" />
            {isCut.after && " …"}
          </>
        ) : (
          <SpokenWords kind={kind} words={words} />
        )}
      </p>
      <p className={styles.speaker}>
        <Speaker statement={statement} />
      </p>
      <StatementFacts statement={statement} certainty={status} />
      <p className={styles.more}>
        <a href={`${place}${fragment}`} data-entry="">
          In its article
        </a>
        <Carriers statement={statement} />
      </p>
      <details className={styles.source}>
        <summary>Source sentence</summary>
        <SourcePassage statement={statement} />
      </details>
    </li>
  );
}

/** Who said it, as far as the archive knows, with the office held that day. */
function Speaker({ statement: { speaker, speakerText, isAnonymous } }: { statement: LedgerEntry }) {
  if (speaker) {
    return (
      <>
        <a href={`/people/${speaker.id}`}>{speaker.name}</a>
        {speaker.offices.length > 0 && `, ${speaker.offices.join("; ")}`}
      </>
    );
  }
  if (isAnonymous) return <>{speakerText ?? "A source"}, not named</>;
  return <>{speakerText ?? "The article does not say who said it"}</>;
}

function Carriers({ statement: { carriers, carrierCount } }: { statement: LedgerEntry }) {
  if (carriers.length === 0) return null;
  const rest = carrierCount - carriers.length;
  return (
    <>
      {"; the same words in "}
      {carriers.map(({ id, place, article }, i) => (
        <span key={id}>
          {i > 0 && ", "}
          <a href={place}>{article.outlet?.name ?? article.headline}</a>
        </span>
      ))}
      {rest > 0 && ` and ${inFigures(rest)} more`}
    </>
  );
}
