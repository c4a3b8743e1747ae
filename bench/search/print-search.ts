import type { SizeResult } from "../search.ts";

export type Verdict = { bar: string; value: string; isHeld: boolean };

/** The bars are those of a million articles; a smaller archive is held against them too. */
const BARS = { p95Ms: 150, p50Ms: 30, loadP95Ms: 1_000, foundAfterMs: 2_000, growth: 4 };
const BESIDE_BARS = { count: 3, best: 1, newest: 2 };
const ms = (value: number) => value.toFixed(value < 10 ? 2 : 1);

export function printSize({
  growth,
  indexBytes,
  rowBytes,
  classes,
  beside,
  load,
}: SizeResult): void {
  console.log(
    `\n${growth.articles} articles, ${growth.copies} of them copies under other days; ` +
      `${Math.round(growth.perSecond)} a second; an article's share of the index is ` +
      `${Math.round(indexBytes)} bytes, its row ${Math.round(rowBytes)}`,
  );
  console.table(
    Object.fromEntries(
      classes.map(({ kind, cold, warm }) => [
        kind,
        {
          "cold p50": ms(cold.p50Ms),
          "cold p95": ms(cold.p95Ms),
          "cold p99": ms(cold.p99Ms),
          "warm p50": ms(warm.p50Ms),
          "warm p95": ms(warm.p95Ms),
          "warm p99": ms(warm.p99Ms),
        },
      ]),
    ),
  );
  console.table(
    Object.fromEntries(
      beside.map(({ kind, what, archiveMs, referenceMs }) => [
        `${kind}: ${what}`,
        {
          archive: ms(archiveMs),
          FTS5: ms(referenceMs),
          ratio: (archiveMs / referenceMs).toFixed(2),
        },
      ]),
    ),
  );
  console.log(
    `20 readers: ${Math.round(load.requestsPerSecond)} searches a second, p95 ${ms(load.p95Ms)} ms; ` +
      `a new article found after ${Math.round(load.foundAfterMs)} ms`,
  );
}

/** What the largest archive is held against. */
export function verdictsOf(results: readonly SizeResult[]): Verdict[] {
  const largest = results.at(-1);
  if (!largest) return [];
  const worst = (of: (times: SizeResult["classes"][number]) => number, { classes } = largest) =>
    Math.max(...classes.map(of));
  const p95 = worst(({ cold, warm }) => Math.max(cold.p95Ms, warm.p95Ms));
  const p50 = worst(({ cold, warm }) => Math.max(cold.p50Ms, warm.p50Ms));
  return [
    atMost("any class, p95 ms", p95, BARS.p95Ms),
    atMost("any class, p50 ms", p50, BARS.p50Ms),
    ...(["count", "best", "newest"] as const).map((what) => {
      const ratios = largest.beside
        .filter((row) => row.what === what)
        .map(({ archiveMs, referenceMs }) => archiveMs / referenceMs);
      return atMost(`${what}, times FTS5's, worst class`, Math.max(...ratios), BESIDE_BARS[what]);
    }),
    ...growthVerdict(results),
    atMost("20 readers, p95 ms", largest.load.p95Ms, BARS.loadP95Ms),
    atMost("new article found after, ms", largest.load.foundAfterMs, BARS.foundAfterMs),
  ];
}

/** The p95 of all classes beside that of the archive a tenth as large, where there is one. */
function growthVerdict(results: readonly SizeResult[]): Verdict[] {
  const [smaller, larger] = [results.at(-2), results.at(-1)];
  if (!smaller || !larger) return [];
  const worst = ({ classes }: SizeResult) => Math.max(...classes.map(({ warm }) => warm.p95Ms));
  return [
    atMost("p95 beside that of the size before", worst(larger) / worst(smaller), BARS.growth),
  ];
}

function atMost(bar: string, value: number, limit: number): Verdict {
  return { bar: `${bar} (at most ${limit})`, value: ms(value), isHeld: value <= limit };
}
