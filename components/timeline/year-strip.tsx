import type { YearCount } from "#lib/events/types.ts";
import styles from "./year-strip.module.css";

type YearStripProps = {
  years: readonly YearCount[];
  hrefFor: (year: number) => string;
  isCurrent: (year: number) => boolean;
};

/** The years that have something, each with how much: the way to jump in a long timeline. */
export function YearStrip({ years, hrefFor, isCurrent }: YearStripProps) {
  if (years.length < 2) return null;
  return (
    <nav aria-label="Years" className={styles.years}>
      <ul className={styles.strip}>
        {years.map(({ year, events, articles }) => (
          <li key={year}>
            <a
              href={hrefFor(year)}
              aria-current={isCurrent(year) ? "true" : undefined}
              className={styles.year}
            >
              {year} <span className={styles.count}>{events + articles}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
