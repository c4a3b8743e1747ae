import type { CSSProperties } from "react";
import type { MonthCount } from "#lib/articles/types.ts";
import { toBars, type Bar } from "#lib/search/histogram.ts";
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
  const labels = bars.map((bar, i) => axisLabel(bar, i, bars.length));
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
              {`${bar.label}: ${articles(bar.count)}`}
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

function articles(count: number): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? "article" : "articles"}`;
}

/** Years at even distances; among months the first, the last, and each January that has room. */
function axisLabel({ key, label }: Bar, i: number, barCount: number): string | null {
  if (key.length === 4) return i % Math.ceil(barCount / MAX_YEAR_LABELS) === 0 ? key : null;
  const isJanuary = key.endsWith("-01") && i > barCount / 4 && i < barCount * 0.75;
  return i === 0 || i === barCount - 1 || isJanuary ? label : null;
}
