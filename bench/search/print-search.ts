import type { SizeResult } from "../search.ts";

/** `missed`: the classes of queries that miss it, where it is one for each class. */
export type Verdict = { bar: string; value: string; isHeld: boolean; missed: string[] };

/** The bars are those of a million articles; a smaller archive is held against them too. */
const BARS = {
  ...{ firstP50Ms: 30, firstP95Ms: 150, wholeP95Ms: 400 },
  ...{ loadP95Ms: 1_000, foundAfterMs: 2_000, growth: 4 },
};
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

/**
 * What the largest archive is held against. The first results and all facets come in one response, so that
 * its time is held against the bars of both.
 */
export function verdictsOf(results: readonly SizeResult[]): Verdict[] {
  const largest = results.at(-1);
  if (!largest) return [];
  const { classes, beside, load } = largest;
  const timesOf = (run: "cold" | "warm", time: "p50Ms" | "p95Ms") =>
    classes.map(({ kind, [run]: times }) => [kind, times[time]] as const);
  return [
    ...(["cold", "warm"] as const).flatMap((run) => [
      ofClasses(`first page, ${run}, p50 ms`, timesOf(run, "p50Ms"), BARS.firstP50Ms),
      ofClasses(`first page, ${run}, p95 ms`, timesOf(run, "p95Ms"), BARS.firstP95Ms),
      ofClasses(`all facets and bars, ${run}, p95 ms`, timesOf(run, "p95Ms"), BARS.wholeP95Ms),
    ]),
    ...(["count", "best", "newest"] as const).map((what) => {
      const rows = beside.filter((row) => row.what === what);
      const ratios = rows.map(
        ({ kind, archiveMs, referenceMs }) => [kind, archiveMs / referenceMs] as const,
      );
      return ofClasses(`${what}, times FTS5's`, ratios, BESIDE_BARS[what]);
    }),
    ...growthVerdict(results),
    atMost("20 readers, p95 ms", load.p95Ms, BARS.loadP95Ms),
    atMost("new article found after, ms", load.foundAfterMs, BARS.foundAfterMs),
  ];
}

export function printVerdicts(verdicts: readonly Verdict[]): void {
  for (const { bar, value, isHeld, missed } of verdicts) {
    const by = missed.length > 0 ? `: ${missed.join("; ")}` : "";
    console.log(`${bar}: ${value} (${isHeld ? "holds" : `missed${by}`})`);
  }
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

function ofClasses(
  bar: string,
  values: readonly (readonly [kind: string, value: number])[],
  limit: number,
): Verdict {
  const worst = Math.max(...values.map(([, value]) => value));
  const missed = values
    .filter(([, value]) => value > limit)
    .map(([kind, value]) => `${kind} ${ms(value)}`);
  return { ...atMost(`${bar}, worst class`, worst, limit), missed };
}

function atMost(bar: string, value: number, limit: number): Verdict {
  return { bar: `${bar} (at most ${limit})`, value: ms(value), isHeld: value <= limit, missed: [] };
}
