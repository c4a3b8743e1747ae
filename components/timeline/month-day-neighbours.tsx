import { monthDaysAround, type MonthDay } from "#lib/events/month-day.ts";
import styles from "./calendar-neighbours.module.css";

/** The days of the year before and after one. */
export function MonthDayNeighbours({ monthDay }: { monthDay: MonthDay }) {
  const { previous, next } = monthDaysAround(monthDay);
  return (
    <nav aria-label="Before and after" className={styles.neighbours}>
      <a href={previous.path} rel="prev">
        ← {previous.label}
      </a>
      <a href={next.path} rel="next">
        {next.label} →
      </a>
    </nav>
  );
}
