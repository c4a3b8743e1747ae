import type { CSSProperties } from "react";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { Bar } from "#lib/search/histogram.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./count-bars.module.css";

const MAX_YEAR_LABELS = 8;

/** About a week apart, and the same in every month. */
const WEEKS = /-(?:01|08|15|22)$/;

type CountBarsProps = {
  bars: readonly Bar[];
  /** Where a bar leads: the same things, of its days only. */
  hrefFor: (bar: Bar) => string;
  label: string;
};

/** Articles over time, each bar a link. A list to those who cannot see it. */
export function CountBars({ bars, hrefFor, label }: CountBarsProps) {
  if (bars.length < 2) return null;
  const max = Math.max(...bars.map(({ count }) => count));
  const labels = axisLabels(bars);
  return (
    <ol className={styles.bars} aria-label={label}>
      {bars.map((bar, i) => (
        <li key={bar.key} className={styles.slot}>
          {bar.count > 0 && (
            <a
              href={hrefFor(bar)}
              className={styles.link}
              title={`${bar.label}: ${counted(bar.count, "article")}`}
              style={{ "--share": (bar.count / max).toFixed(3) } as CSSProperties}
            >
              {`${bar.label}: ${counted(bar.count, "article")}`}
            </a>
          )}
          {labels[i] && (
            <span className={styles.label} aria-hidden="true">
              {labels[i]}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/**
 * Among days and months the first, the last, and what has room of the weeks and of the Januaries. Years every so often, and only
 * under a bar: years without any take hardly any room on a small screen.
 */
function axisLabels(bars: readonly Bar[]): (string | null)[] {
  const isByYear = bars[0]?.key.length === 4;
  const isByDay = bars[0]?.key.length === 10;
  const distance = Math.ceil(bars.length / MAX_YEAR_LABELS);
  let next = 0;
  return bars.map(({ key, label, count }, i) => {
    if (!isByYear) {
      const hasRoom = i > bars.length / 4 && i < bars.length * 0.75;
      const isEnd = i === 0 || i === bars.length - 1;
      if (isByDay) {
        if (isEnd) return formatDay(key, "short");
        return hasRoom && WEEKS.test(key) ? String(Number(key.slice(8))) : null;
      }
      return isEnd || (hasRoom && key.endsWith("-01")) ? label : null;
    }
    if (i < next || count === 0) return null;
    next = i + distance;
    return key;
  });
}
