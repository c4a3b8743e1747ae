import type { CSSProperties } from "react";
import type { MonthCount } from "#lib/articles/types.ts";
import { toBars, type Bar } from "#lib/search/histogram.ts";
import { counted } from "#lib/text/counted.ts";
import styles from "./count-bars.module.css";

const MAX_YEAR_LABELS = 8;

type CountBarsProps = {
  months: readonly MonthCount[];
  /** Where a bar leads: the same things, of its days only. */
  hrefFor: (bar: Bar) => string;
  label: string;
};

/** Articles over time, each bar a link. A list to those who cannot see it. */
export function CountBars({ months, hrefFor, label }: CountBarsProps) {
  const bars = toBars(months);
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
              title={`${bar.label}: ${bar.count}`}
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
 * Among months the first, the last, and each January that has room. Years every so often, and only
 * under a bar: years without any take hardly any room on a small screen.
 */
function axisLabels(bars: readonly Bar[]): (string | null)[] {
  const isByYear = bars[0]?.key.length === 4;
  const distance = Math.ceil(bars.length / MAX_YEAR_LABELS);
  let next = 0;
  return bars.map(({ key, label, count }, i) => {
    if (!isByYear) {
      const hasRoom = i > bars.length / 4 && i < bars.length * 0.75;
      const isEnd = i === 0 || i === bars.length - 1;
      return isEnd || (hasRoom && key.endsWith("-01")) ? label : null;
    }
    if (i < next || count === 0) return null;
    next = i + distance;
    return key;
  });
}
