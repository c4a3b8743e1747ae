import type { TimelineParameters } from "#lib/timeline/schema.ts";
import { timelineHref, windowHref } from "#lib/timeline/timeline-query.ts";
import type { PictureData } from "#lib/timeline/types.ts";
import { moved, roundedWindow, zoomed } from "#lib/timeline/view-window.ts";
import styles from "./zoom-links.module.css";

type ZoomLinksProps = { data: PictureData; written: TimelineParameters };

/** The ways from one window to the next, each an address. */
export function ZoomLinks({ data, written }: ZoomLinksProps) {
  const { window, extent } = data;
  const links = [
    ["earlier", "←", "Earlier", moved(window, -1)],
    ["in", "+", "Zoom in", zoomed(window, true)],
    ["out", "−", "Zoom out", zoomed(window, false)],
    ["later", "→", "Later", moved(window, 1)],
    ["all", "Everything", "Everything, from the first to the last", extent],
  ] as const;
  return (
    <nav aria-label="Move through the timeline">
      <ul className={styles.list}>
        {links.map(([action, sign, words, to]) => (
          <li key={action}>
            <a
              href={windowHref(written, roundedWindow(to))}
              data-action={action}
              aria-label={words}
              className={styles.link}
            >
              {sign}
            </a>
          </li>
        ))}
        <li>
          <a
            href={timelineHref(written, { from: "", to: "" })}
            data-action="first"
            className={styles.link}
          >
            Start
          </a>
        </li>
      </ul>
    </nav>
  );
}
