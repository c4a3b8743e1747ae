import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import type { MonthCount } from "#lib/articles/types.ts";
import { toBars, type Bar } from "#lib/search/histogram.ts";
import styles from "./count-bars.module.css";

/** Under so many bars each has its label. */
const MAX_LABELS = 12;

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
  const labelEvery = Math.ceil(bars.length / MAX_LABELS);
  return (
    <ol className={styles.bars} aria-label={label}>
      {bars.map((bar, i) => (
        <li key={bar.key} className={styles.slot}>
          {bar.count > 0 && (
            <a href={hrefFor(bar)} className={styles.link} title={`${bar.label}: ${bar.count}`}>
              <span className={styles.bar} style={{ height: `${(100 * bar.count) / max}%` }} />
              <VisuallyHidden>
                {bar.label}: {articles(bar.count)}
              </VisuallyHidden>
            </a>
          )}
          {i % labelEvery === 0 && (
            <span className={styles.label} aria-hidden="true">
              {shortLabel(bar.key)}
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

/** `2025` for a year; `02/25` for a month. */
function shortLabel(key: string): string {
  return key.length === 4 ? key : `${key.slice(5)}/${key.slice(2, 4)}`;
}
