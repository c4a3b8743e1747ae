import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { dayParts, formatDay } from "#lib/dates/calendar-day.ts";
import { heatLevel, monthGrid, WEEKDAY_COLUMNS } from "#lib/events/calendar-grid.ts";
import { dayPath } from "#lib/events/calendar-span.ts";
import styles from "./month-heat.module.css";

type MonthHeatProps = {
  year: number;
  /** 1–12. */
  month: number;
  /** How many entries each day has; days without any are not in it. */
  countByDay: ReadonlyMap<string, number>;
  /** The count that is drawn deepest. */
  max: number;
  caption: string;
  /** Large: weekdays are named and counts are written into the days. */
  isLarge?: boolean;
  /** The day whose page this is. */
  currentDay?: string;
};

/** A month as a heat map: the deeper a day, the more the archive has for it. */
export function MonthHeat(props: MonthHeatProps) {
  const { year, month, countByDay, max, caption, isLarge, currentDay } = props;
  return (
    <table className={styles.month} data-large={isLarge || undefined}>
      <caption>
        <VisuallyHidden>{caption}</VisuallyHidden>
      </caption>
      {isLarge && (
        <thead>
          <tr>
            {WEEKDAY_COLUMNS.map((name) => (
              <th key={name} scope="col" className={styles.weekday}>
                <span aria-hidden="true">{name.slice(0, 3)}</span>
                <VisuallyHidden>{name}</VisuallyHidden>
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {monthGrid(year, month).map((week, i) => (
          <tr key={i}>
            {week.map((day, column) => (
              <td key={column} className={styles.cell}>
                {day && (
                  <Day
                    day={day}
                    count={countByDay.get(day) ?? 0}
                    max={max}
                    hasFigure={isLarge}
                    isCurrent={day === currentDay}
                  />
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type DayProps = {
  day: string;
  count: number;
  max: number;
  /** Whether the count is written, too. */
  hasFigure?: boolean;
  isCurrent: boolean;
};

function Day({ day, count, max, hasFigure, isCurrent }: DayProps) {
  const number = dayParts(day).day;
  const current = isCurrent ? "date" : undefined;
  // Most days of a year are such: a bare number in its cell keeps the page light.
  if (count === 0)
    return current ? (
      <b className={styles.day} aria-current={current}>
        {number}
      </b>
    ) : (
      number
    );
  const label = `${formatDay(day)}: ${count} ${count === 1 ? "entry" : "entries"}`;
  return (
    <a
      href={dayPath(day)}
      className={styles.day}
      data-heat={heatLevel(count, max)}
      aria-current={current}
      aria-label={label}
    >
      {number}
      {hasFigure && <span className={styles.count}>{count}</span>}
    </a>
  );
}
