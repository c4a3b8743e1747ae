import type { PicturedLane } from "#lib/events/timeline-picture.ts";
import styles from "./lane-line.module.css";

/** Half the gap between the two edges of a double line, in pixels. */
const EDGE_PX = 1.25;
const DOUBLE_LANES = new Set(["ua", "eu"]);

/** A lane of the picture: its line in its pattern, and its events upon it. */
export function LaneLine({ lane, width }: { lane: PicturedLane; width: number }) {
  const { id, y, verified, toVerify } = lane;
  return (
    <g data-lane={id} className={styles.lane}>
      {DOUBLE_LANES.has(id) ? (
        <>
          <path d={`M0 ${y - EDGE_PX}H${width}`} className={styles.line} />
          <path d={`M0 ${y + EDGE_PX}H${width}`} className={styles.edge} />
        </>
      ) : (
        <path d={`M0 ${y}H${width}`} className={styles.line} />
      )}
      {verified && <path d={verified} className={styles.event} />}
      {toVerify && (
        <>
          <path d={toVerify} className={styles.event} />
          <path d={toVerify} className={styles.hollow} />
        </>
      )}
    </g>
  );
}
