import { monthName } from "#lib/dates/calendar-day.ts";
import { daysOfMonth, sameDayInMonths, type MonthDay } from "#lib/events/month-day.ts";
import styles from "./month-day-picker.module.css";

/** Every day of the month and every month, each a link. */
export function MonthDayPicker({ current }: { current: MonthDay }) {
  return (
    <nav aria-label="Days of the year" className={styles.picker}>
      <ol className={styles.months} aria-label="Months">
        {sameDayInMonths(current).map((each) => (
          <li key={each.month}>
            <Choice to={each} isCurrent={each.month === current.month}>
              {monthName(each.month, "short")}
            </Choice>
          </li>
        ))}
      </ol>
      <ol className={styles.days} aria-label={`Days of ${monthName(current.month)}`}>
        {daysOfMonth(current.month).map((each) => (
          <li key={each.day}>
            <Choice to={each} isCurrent={each.day === current.day}>
              {String(each.day)}
            </Choice>
          </li>
        ))}
      </ol>
    </nav>
  );
}

type ChoiceProps = { to: MonthDay; isCurrent: boolean; children: string };

function Choice({ to: { path, label }, isCurrent, children }: ChoiceProps) {
  return (
    <a
      href={path}
      className={styles.choice}
      aria-label={label}
      aria-current={isCurrent ? "date" : undefined}
    >
      {children}
    </a>
  );
}
