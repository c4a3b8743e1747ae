import { SourcePassage } from "#components/statements/source-passage.tsx";
import { SpokenWords } from "#components/statements/spoken-words.tsx";
import { StatementFacts } from "#components/statements/statement-facts.tsx";
import type { PositionCell as Cell } from "#lib/statements/types-positions.ts";
import { counted } from "#lib/text/counted.ts";
import { shorten } from "#lib/text/shorten.ts";
import styles from "./position-cell.module.css";

const MAX_CHARACTERS = 160;

type PositionCellProps = {
  cell: Cell | null;
  /** The same actor's position on the topic at the earlier of two days. */
  earlier?: Cell | null;
  /** Where all that the actor said on the topic is listed. */
  historyHref: string;
};

/** The latest that an actor said on a topic, with its source; where there is nothing, it says so. */
export function PositionCell({ cell, earlier, historyHref }: PositionCellProps) {
  if (!cell) return <span className={styles.nothing}>nothing archived</span>;
  const { statement, certainty, sameDayCount } = cell;
  const { kind, words, place, fragment, id } = statement;
  if (earlier?.statement.id === id)
    return <span className={styles.nothing}>the same statement</span>;
  return (
    <div className={styles.cell} data-certainty={certainty}>
      <a href={`${place}${fragment}`} className={styles.words} data-entry="">
        <SpokenWords kind={kind} words={shorten(words, MAX_CHARACTERS)} />
      </a>
      <StatementFacts statement={statement} certainty={certainty} />
      <SourcePassage statement={statement} />
      <a href={historyHref} className={styles.history}>
        {sameDayCount > 1 ? `One of ${counted(sameDayCount, "statement")} that day; all` : "All"} by{" "}
        {statement.speaker?.name} on this topic
      </a>
    </div>
  );
}
