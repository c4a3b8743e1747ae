import { MonthHeat } from "#components/timeline/month-heat.tsx";
import { MONTH_NAMES } from "#lib/dates/calendar-day.ts";
import styles from "./year-heat.module.css";

type YearHeatProps = { year: number; countByDay: ReadonlyMap<string, number>; max: number };

/** Twelve months of a year as heat maps, each under its name. */
export function YearHeat({ year, countByDay, max }: YearHeatProps) {
  const yearPath = String(year).padStart(4, "0");
  return (
    <div className={styles.months}>
      {MONTH_NAMES.map((name, i) => {
        const month = String(i + 1).padStart(2, "0");
        const days = [...countByDay.keys()].filter((day) => day.slice(5, 7) === month);
        return (
          <div key={name}>
            <h2 className={styles.name}>
              {days.length > 0 ? <a href={`/${yearPath}/${month}`}>{name}</a> : name}
            </h2>
            <MonthHeat
              year={year}
              month={i + 1}
              countByDay={countByDay}
              max={max}
              caption={`Entries for each day of ${name} ${year}`}
            />
          </div>
        );
      })}
    </div>
  );
}
