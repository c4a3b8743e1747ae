import { Fragment } from "react";
import type { RankedChange } from "#lib/articles/rank-changes.ts";
import { clipParts } from "#lib/text/clip-parts.ts";
import type { MarkedPart } from "#lib/text/differences.ts";
import styles from "./change-list.module.css";

/** Past so many the rest is only counted: what matters most comes first. */
const LISTED_CHANGES = 60;

type ChangeListProps = {
  changes: readonly RankedChange[];
  /** What the two sides are, for those who hear the page. */
  sides?: readonly [before: string, after: string];
};

/** What changed, with what matters most first: each as the sentence before and after. */
export function ChangeList({ changes, sides = ["Before", "After"] }: ChangeListProps) {
  const listed = changes.slice(0, LISTED_CHANGES);
  const rest = changes.length - listed.length;
  return (
    <>
      <ol className={styles.list}>
        {listed.map((change, i) => (
          <Change key={i} change={change} sides={sides} />
        ))}
      </ol>
      {rest > 0 && <p className={styles.rest}>{`And ${rest} more, of no greater substance.`}</p>}
    </>
  );
}

type ChangeProps = { change: RankedChange; sides: readonly [string, string] };

function Change({ change, sides }: ChangeProps) {
  const { substance, field, label, before, after, isParagraph } = change;
  const place = field === "paragraphs" ? (isParagraph ? "paragraph" : null) : label;
  return (
    <li className={styles.change} data-substance={substance}>
      <p className={styles.kind}>
        <strong>{substance}</strong>
        {place && place.toLowerCase() !== substance && <span>{place}</span>}
      </p>
      <div className={styles.sides}>
        <Side name={sides[0]} parts={before} as="del" />
        <Side name={sides[1]} parts={after} as="ins" />
      </div>
    </li>
  );
}

type SideProps = { name: string; parts: readonly MarkedPart[]; as: "del" | "ins" };

function Side({ name, parts, as: Mark }: SideProps) {
  if (parts.length === 0) return null;
  return (
    <p className={styles.side} data-side={Mark}>
      <span className={styles.name}>{name}</span>
      <span>
        {clipParts(parts).map(({ text, substance }, i) =>
          substance ? <Mark key={i}>{text}</Mark> : <Fragment key={i}>{text}</Fragment>,
        )}
      </span>
    </p>
  );
}
