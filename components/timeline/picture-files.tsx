import type { TimelineParameters } from "#lib/timeline/schema.ts";
import { timelineHref } from "#lib/timeline/timeline-query.ts";
import styles from "./picture-files.module.css";

/** Ways to take the picture along as it is seen now. */
export function PictureFiles({ written }: { written: TimelineParameters }) {
  return (
    <p className={styles.files}>
      Take this picture along:{" "}
      {["SVG", "PNG"].map((kind) => (
        <a
          key={kind}
          href={timelineHref(written, {}, `/timeline.${kind.toLowerCase()}`)}
          data-file=""
        >
          {kind}
        </a>
      ))}
    </p>
  );
}
