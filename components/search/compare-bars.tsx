import type { CSSProperties } from "react";
import { CompareSwatch, type ComparedNames } from "#components/search/compare-swatch.tsx";
import { DataTable } from "#components/ui/data-table.tsx";
import type { ComparedBar } from "#lib/search/compare-bars.ts";
import type { ComparedPart } from "#lib/search/compare-query.ts";
import { counted, inFigures } from "#lib/text/counted.ts";
import styles from "./compare-bars.module.css";

const MAX_LABELS = 8;

type CompareBarsProps = {
  bars: readonly ComparedBar[];
  names: ComparedNames;
  /** Where a stretch of time leads: the same comparison, of its days only. */
  hrefFor: (bar: ComparedBar) => string;
};

/**
 * The first search above the line, the second below it, what both find next to the line on either
 * side. The table under it says the same in figures.
 */
export function CompareBars({ bars, names, hrefFor }: CompareBarsProps) {
  if (bars.length < 2) return null;
  const above = Math.max(...bars.map(({ onlyFirst, both }) => onlyFirst + both));
  const below = Math.max(...bars.map(({ onlySecond, both }) => onlySecond + both));
  const scale = { "--above": above, "--below": below } as CSSProperties;
  return (
    <figure className={styles.figure} aria-label="Both searches over time">
      <Legend names={names} />
      <div className={styles.picture} style={scale} aria-hidden="true">
        <p className={styles.top}>↑ {counted(above, "article")} at most</p>
        <div className={styles.bars}>
          {bars.map((bar, i) => (
            <Slot key={bar.key} bar={bar} label={isLabelled(i, bars.length) ? bar.label : null} />
          ))}
        </div>
        <p className={styles.top}>↓ {counted(below, "article")} at most</p>
      </div>
      <details className={styles.figures}>
        <summary>The same in figures</summary>
        <Figures {...{ bars, names, hrefFor }} />
      </details>
    </figure>
  );
}

function Legend({ names }: { names: ComparedNames }) {
  return (
    <figcaption className={styles.legend}>
      <span>
        <CompareSwatch part="onlyFirst" /> Only {names.first}, above the line
      </span>
      <span>
        <CompareSwatch part="both" /> Both, next to the line on either side
      </span>
      <span>
        <CompareSwatch part="onlySecond" /> Only {names.second}, below the line
      </span>
    </figcaption>
  );
}

function Slot({ bar, label }: { bar: ComparedBar; label: string | null }) {
  const { onlyFirst, both, onlySecond } = bar;
  return (
    <div className={styles.slot}>
      <div className={styles.above}>
        <Block part="onlyFirst" count={onlyFirst} />
        <Block part="both" count={both} />
      </div>
      <div className={styles.axis}>{label && <span className={styles.label}>{label}</span>}</div>
      <div className={styles.below}>
        <Block part="both" count={both} />
        <Block part="onlySecond" count={onlySecond} />
      </div>
    </div>
  );
}

function Block({ part, count }: { part: ComparedPart; count: number }) {
  if (count === 0) return null;
  const style = { "--count": count } as CSSProperties;
  return <CompareSwatch part={part} className={styles.block} style={style} />;
}

/** The first, and then as many as have room. */
function isLabelled(i: number, count: number): boolean {
  return i % Math.ceil(count / MAX_LABELS) === 0;
}

function Figures({ bars, names, hrefFor }: CompareBarsProps) {
  return (
    <DataTable
      caption="Articles over time"
      rows={bars.filter(({ onlyFirst, both, onlySecond }) => onlyFirst + both + onlySecond > 0)}
      keyOf={({ key }) => key}
      columns={[
        {
          key: "when",
          heading: "When",
          cell: (bar) => <a href={hrefFor(bar)}>{bar.label}</a>,
        },
        figure("onlyFirst", `Only ${names.first}`),
        figure("both", "Both"),
        figure("onlySecond", `Only ${names.second}`),
      ]}
    />
  );
}

function figure(key: ComparedPart, heading: string) {
  return {
    ...{ key, heading, isFigure: true },
    cell: (bar: ComparedBar) => inFigures(bar[key]),
  };
}
