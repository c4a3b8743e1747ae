import { ComparedWords } from "#components/statements/compared-words.tsx";
import { SourcePassage } from "#components/statements/source-passage.tsx";
import { SpokenWords } from "#components/statements/spoken-words.tsx";
import { StatementCarriers } from "#components/statements/statement-carriers.tsx";
import { StatementFacts } from "#components/statements/statement-facts.tsx";
import { StatementSpeaker } from "#components/statements/statement-speaker.tsx";
import type { WordsVerdict } from "#lib/statements/schema.ts";
import type { CheckMatch } from "#lib/statements/types-check.ts";
import { counted } from "#lib/text/counted.ts";
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
  const { kind, words, place, fragment, status, carriers, carrierCount } = statement;
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
        <StatementSpeaker statement={statement} />
      </p>
      <StatementFacts statement={statement} certainty={status} />
      <p className={styles.more}>
        <a href={`${place}${fragment}`} data-entry="">
          In its article
        </a>
      </p>
      <SourcePassage statement={statement} />
      {carrierCount > 0 && (
        <details className={styles.carriers}>
          <summary>Also in {counted(carrierCount, "other article")}</summary>
          <StatementCarriers carriers={carriers} count={carrierCount} />
        </details>
      )}
    </li>
  );
}
