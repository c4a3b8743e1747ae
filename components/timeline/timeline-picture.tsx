import { LaneLine } from "#components/timeline/lane-line.tsx";
import { LaneTag } from "#components/timeline/lane-tags.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { getLane } from "#lib/events/lanes.ts";
import type { LaneId } from "#lib/events/schema.ts";
import {
  LANE_HEIGHT,
  type PicturedYear,
  type TimelinePicture as Picture,
} from "#lib/events/timeline-picture.ts";
import styles from "./timeline-picture.module.css";

type TimelinePictureProps = {
  picture: Picture;
  /** Where the label of a year leads. */
  hrefForYear: (year: number) => string;
};

/** Shares of the picture's width at which a short label fits on a phone, a full one on a desk. */
const WIDE_SHARE = 0.08;
const FULL_SHARE = 0.035;

/** Events by lane and time. The years under it are a list that says the same in words. */
export function TimelinePicture({ picture, hrefForYear }: TimelinePictureProps) {
  const { lanes, years, width, height } = picture;
  return (
    <figure className={styles.figure} aria-label="Events by year and lane">
      <div className={styles.lanes} aria-hidden="true">
        {lanes.map((lane) => (
          <span key={lane.id} style={{ height: LANE_HEIGHT }} className={styles.lane}>
            <LaneTag id={lane.id} />
            <span className={styles.laneName}>{getLane(lane.id).name}</span>
          </span>
        ))}
      </div>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        height={height}
        preserveAspectRatio="none"
        aria-hidden="true"
        className={styles.picture}
      >
        <path
          d={years.map((year) => `M${year.start.toFixed(1)} 0V${height}`).join("")}
          className={styles.years}
        />
        {lanes.map((lane) => (
          <LaneLine key={lane.id} lane={lane} width={width} />
        ))}
      </svg>
      <ol className={styles.axis}>
        {years.map((year) => (
          <YearLabel key={year.year} year={year} width={width} href={hrefForYear(year.year)} />
        ))}
      </ol>
    </figure>
  );
}

type YearLabelProps = { year: PicturedYear; width: number; href: string };

function YearLabel({ year, width, href }: YearLabelProps) {
  const share = year.width / width;
  const isFull = share >= FULL_SHARE;
  return (
    <li
      className={styles.year}
      data-wide={share >= WIDE_SHARE || undefined}
      style={{
        left: `${((100 * year.start) / width).toFixed(2)}%`,
        width: `${(100 * share).toFixed(2)}%`,
      }}
    >
      <a href={href} className={styles.yearLink}>
        <span aria-hidden="true" className={isFull ? styles.full : styles.short}>
          <span className={styles.century}>{String(year.year).slice(0, -2)}</span>
          {String(year.year).slice(-2)}
        </span>
        <VisuallyHidden>
          {year.year}: {inWords(year)}
        </VisuallyHidden>
      </a>
    </li>
  );
}

function inWords({ count, byLane }: PicturedYear): string {
  const lanes = Object.entries(byLane) as [LaneId, number][];
  const named = lanes.map(([id, number]) => `${getLane(id).name} ${number}`).join(", ");
  return `${count} ${count === 1 ? "event" : "events"}${named && ` (${named})`}`;
}
