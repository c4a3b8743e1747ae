import { CountBars } from "#components/search/count-bars.tsx";
import { toBars, type Bar } from "#lib/search/histogram.ts";
import { searchPath } from "#lib/search/search-address.ts";
import type { SearchQuery, SearchResults } from "#lib/search/types.ts";
import { nameOfDays, zoomedOut } from "#lib/search/zoom.ts";
import styles from "./time-bars.module.css";

type TimeBarsProps = {
  query: SearchQuery;
  results: SearchResults;
  /** A bar for each day, where there are few enough. */
  dayBars: readonly Bar[] | null;
};

/** What was found over time: each bar leads to its days alone, and a link back to what is around them. */
export function TimeBars({ query, results, dayBars }: TimeBarsProps) {
  const bars = dayBars ?? toBars(results.months, query);
  const around = zoomedOut(query);
  if (bars.length < 2 && !around) return null;
  return (
    <div className={styles.time}>
      <p className={styles.caption}>
        <span>
          {nameOfSpan(query)}
          {bars.length > 1 && `, by ${unitOf(bars)}`}
        </span>
        {around && (
          <a href={searchPath(query, { from: around.key, to: around.key })}>
            Zoom out to {around.label}
          </a>
        )}
      </p>
      <CountBars
        bars={bars}
        hrefFor={({ key }) => searchPath(query, { from: key, to: key })}
        label="Results over time"
      />
    </div>
  );
}

/** Years that were chosen by themselves are as good as days. */
function nameOfSpan({ from, to, chosen: { years } }: SearchQuery): string {
  const days = nameOfDays({ from, to });
  if (years.ids.length === 0) return days;
  const among = [...years.ids].sort().join(" or ");
  return from || to ? `${days}, in ${among}` : among;
}

const UNITS = new Map([
  [4, "year"],
  [7, "month"],
]);

function unitOf(bars: readonly Bar[]): string {
  return UNITS.get(bars[0]?.key.length ?? 0) ?? "day";
}
