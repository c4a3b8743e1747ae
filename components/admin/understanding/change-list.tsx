import { Badge } from "#components/ui/badge.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { counted } from "#lib/text/counted.ts";
import type { ChangeLine, NamedDifference } from "#lib/understanding/types.ts";
import styles from "./understanding.module.css";

type ChangeListProps = { changes: readonly ChangeLine[]; label: string };

/** Articles with what they gain and lose, and the sentences that make us think so. */
export function ChangeList({ changes, label }: ChangeListProps) {
  return (
    <ol className={styles.changes} aria-label={label}>
      {changes.map(({ articleId, headline, publishedOn, difference }) => (
        <li key={articleId} className={styles.change}>
          <p>
            <a href={`/admin/articles/${articleId}`}>{headline ?? "No headline yet"}</a>
            {publishedOn && <span className={styles.quiet}> {formatDay(publishedOn)}</span>}
          </p>
          <Subjects difference={difference} />
        </li>
      ))}
    </ol>
  );
}

function Subjects({ difference }: { difference: NamedDifference }) {
  const { topics, mentions, statements } = difference;
  return (
    <ul className={styles.subjects}>
      {topics.map(({ id, name, change, sentences }) => (
        <li key={`topic ${id}`}>
          <Badge tone={TONES[change]}>{change}</Badge> {name}
          <Sentences sentences={sentences} />
        </li>
      ))}
      {mentions.map(({ id, name, gained, lost, sentences }) => (
        <li key={`actor ${id}`}>
          <Counts {...{ gained, lost }} noun="mention" /> of {name}
          <Sentences sentences={sentences} />
        </li>
      ))}
      {statements.gained + statements.lost > 0 && (
        <li>
          <Counts {...statements} noun="statement" />
        </li>
      )}
    </ul>
  );
}

const TONES = { gained: "good", lost: "danger" } as const;

function Counts({ gained, lost, noun }: { gained: number; lost: number; noun: string }) {
  const parts = [
    { change: "gained" as const, count: gained },
    { change: "lost" as const, count: lost },
  ].filter(({ count }) => count > 0);
  return parts.map(({ change, count }, i) => (
    <span key={change}>
      {i > 0 && ", "}
      <Badge tone={TONES[change]}>{change}</Badge> {counted(count, noun)}
    </span>
  ));
}

function Sentences({ sentences }: { sentences: readonly string[] }) {
  return sentences.map((sentence, i) => (
    <blockquote key={i} className={styles.sentence}>
      {sentence}
    </blockquote>
  ));
}
