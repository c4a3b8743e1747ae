import { DRAWN_WIDTHS, DrawnSvg } from "#components/timeline/drawn-svg.tsx";
import { PictureFiles } from "#components/timeline/picture-files.tsx";
import { ZoomLinks } from "#components/timeline/zoom-links.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { drawForPage } from "#lib/timeline/draw.ts";
import { getEnv } from "#lib/env.ts";
import { inFigures } from "#lib/text/counted.ts";
import type { TimelineParameters } from "#lib/timeline/schema.ts";
import { timelineHref, windowHref } from "#lib/timeline/timeline-query.ts";
import type { PictureData, TimeSpan } from "#lib/timeline/types.ts";
import { windowParameters } from "#lib/timeline/view-window.ts";
import { pictureInWords } from "#lib/timeline/window-words.ts";
import styles from "./zoom-picture.module.css";

type ZoomPictureProps = { data: PictureData; written: TimelineParameters };

/**
 * The picture of the timeline: whole as it is sent, with links that zoom and move. A script takes the
 * same picture over, so that wheel, fingers and keys do it too.
 */
export function ZoomPicture({ data, written }: ZoomPictureProps) {
  const hrefOf = (span: TimeSpan) => windowHref(written, span);
  const drawn = drawForPage(data, DRAWN_WIDTHS, { hrefOf, address: timelineHref(written) });
  const widest = drawn.at(-1)?.picture.layout ?? { total: 0, commitments: 0, named: [] };
  const { counts } = data;
  const isAsked = written.from !== "" || written.to !== "";
  const window = isAsked ? windowParameters(data.window) : { from: "", to: "" };
  const asked = { ...written, order: "newest" as const, ...window };
  const source = timelineHref(asked, {}, "/api/v1/timeline/picture");
  return (
    <figure
      className={styles.figure}
      aria-labelledby="timeline-says"
      data-timeline=""
      data-source={source}
    >
      <div className={styles.head}>
        <ZoomLinks data={data} written={written} />
        <p id="timeline-says" className={styles.says} aria-live="polite" data-says="">
          {pictureInWords(data.window, widest)}
        </p>
        <p className={styles.beside}>
          <span data-before="">
            {counts.before > 0 ? `← ${inFigures(counts.before)} earlier` : ""}
          </span>
          <span data-after="">{counts.after > 0 ? `${inFigures(counts.after)} later →` : ""}</span>
        </p>
      </div>
      <p className={styles.skip}>
        <a href="#timeline-list">Skip the picture: the same as a list</a>
      </p>
      <div className={styles.place} data-place="">
        {drawn.map(({ name, picture }) => (
          <DrawnSvg key={name} name={name} {...picture} label="Events by lane and time" />
        ))}
      </div>
      <div className={styles.overview} data-overview="">
        <VisuallyHidden>
          <p id="overview-says">How much was archived when; each year leads to its events.</p>
        </VisuallyHidden>
        {drawn.map(({ name, overview }) => (
          <DrawnSvg key={name} name={name} {...overview} label="Overview by year" />
        ))}
      </div>
      <PictureFiles written={written} />
      <p className={styles.source}>
        The Diplomacy Archive:{" "}
        <span data-address="">{getEnv().ARCHIVE_URL + timelineHref(asked)}</span>
      </p>
    </figure>
  );
}
