import { getLane } from "#lib/events/lanes.ts";
import type { LaneId } from "#lib/events/schema.ts";
import styles from "./lane-tags.module.css";

/** The lanes of an entry: each a letter code over a line in its own hue and pattern. */
export function LaneTags({ lanes }: { lanes: readonly LaneId[] }) {
  if (lanes.length === 0) return null;
  return (
    <span className={styles.tags}>
      {lanes.map((id) => (
        <LaneTag key={id} id={id} />
      ))}
    </span>
  );
}

/** One lane by its code. */
export function LaneTag({ id }: { id: LaneId }) {
  const { code, name } = getLane(id);
  return (
    <abbr className={styles.tag} data-lane={id} title={name}>
      {code}
    </abbr>
  );
}
