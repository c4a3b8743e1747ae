/**
 * How well articles are read out of web pages, field by field, beside Mozilla's Readability. The body
 * is scored by shared four-word shingles: precision and recall are averaged over the pages, and F1 is
 * taken of the two means.
 */
import type { PageItem } from "./page-items.ts";
import { predictPage, type PagePrediction } from "./page-predictions.ts";
import { PAGE_RUN_OPTIONS, runOnPages, type PageRunOptions } from "./page-run.ts";
import { creditKey, f1, isSameText, mean, scoreSets, scoreShingles } from "./page-scores.ts";
import { readWithReadability, type Baseline } from "./readability.ts";

type Row = {
  file: string;
  field: string;
  pages: number;
  found: number;
  readability: number | null;
  bar: number | null;
};

/** By the collection's name, which the file's name holds. */
const BARS: readonly [collection: RegExp, bars: Record<string, number>][] = [
  [/naeb/, { "body F1": 0.92, "title exact": 0.9, "day exact": 0.77, "authors F1": 0.88 }],
  [/aeb/, { "body F1": 0.965 }],
  [
    /fundus/,
    {
      "body F1": 0.94,
      "authors F1": 0.95,
      "day exact": 1,
      "credit recall": 0.75,
      "credit precision": 0.8,
    },
  ],
];
const DEFAULT_FILES = ["pages/aeb.jsonl.gz", "pages/naeb.jsonl.gz", "pages/fundus.jsonl.gz"];

export const evalCommand = {
  name: "pages",
  describe: "articles read out of web pages, beside Readability (--data FILE …)",
  options: PAGE_RUN_OPTIONS,
  /** 0 when every bar holds, else 1. */
  async run(options: PageRunOptions): Promise<number> {
    const rows = await runOnPages(options, {
      defaultFiles: DEFAULT_FILES,
      predict: predictPage,
      readBaseline: readWithReadability,
      score: scoreFile,
    });
    report(rows, options.json ?? false);
    return rows.every(isWithinBar) ? 0 : 1;
  },
};

function scoreFile(
  file: string,
  items: PageItem[],
  found: PagePrediction[],
  baselines: Baseline[] | null,
): Row[] {
  const pairs = items.map((item, i) => ({
    gold: item.gold,
    found: found[i] as PagePrediction,
    baseline: baselines?.[i] ?? null,
  }));
  const bars = BARS.find(([collection]) => collection.test(file))?.[1] ?? {};
  const row = (field: string, pages: number, value: number, readability: number | null = null) =>
    pages === 0
      ? []
      : [{ file, field, pages, found: value, readability, bar: bars[field] ?? null }];
  return [
    ...bodyRows(pairs, row),
    ...titleRows(pairs, row),
    ...dayRows(pairs, row),
    ...authorRows(pairs, row),
    ...creditRows(pairs, row),
  ];
}

type Pair = { gold: PageItem["gold"]; found: PagePrediction; baseline: Baseline | null };
type RowMaker = (field: string, pages: number, value: number, readability?: number | null) => Row[];

function bodyRows(all: Pair[], row: RowMaker): Row[] {
  const pairs = all.filter(({ gold }) => gold.body);
  const score = (bodyOf: (pair: Pair) => string) => {
    const shares = pairs.map((pair) => scoreShingles(bodyOf(pair), pair.gold.body ?? ""));
    return {
      precision: mean(shares.map(({ precision }) => precision)),
      recall: mean(shares.map(({ recall }) => recall)),
    };
  };
  const ours = score(({ found }) => found.body);
  const theirs = all.some(({ baseline }) => baseline)
    ? score(({ baseline }) => baseline?.body ?? "")
    : null;
  return [
    ...row("body precision", pairs.length, ours.precision, theirs && theirs.precision),
    ...row("body recall", pairs.length, ours.recall, theirs && theirs.recall),
    ...row("body F1", pairs.length, f1(ours), theirs && f1(theirs)),
  ];
}

function titleRows(all: Pair[], row: RowMaker): Row[] {
  const pairs = all.filter(({ gold }) => gold.title);
  const score = (titleOf: (pair: Pair) => string | null) =>
    mean(pairs.map((pair) => Number(isSameText(titleOf(pair) ?? "", pair.gold.title ?? ""))));
  const readability = hasBaseline(pairs) ? score(({ baseline }) => baseline?.title ?? "") : null;
  return row(
    "title exact",
    pairs.length,
    score(({ found }) => found.title),
    readability,
  );
}

function dayRows(all: Pair[], row: RowMaker): Row[] {
  const dayOf = ({ gold }: Pair) => gold.date ?? gold.publishedAt?.slice(0, 10) ?? null;
  const pairs = all.filter(dayOf);
  const score = (day: (pair: Pair) => string | null | undefined) =>
    mean(pairs.map((pair) => Number(day(pair) === dayOf(pair))));
  const readability = hasBaseline(pairs) ? score(({ baseline }) => baseline?.date) : null;
  return row(
    "day exact",
    pairs.length,
    score(({ found }) => found.date),
    readability,
  );
}

function authorRows(all: Pair[], row: RowMaker): Row[] {
  const pairs = all.filter(({ gold }) => gold.authors && gold.authors.length > 0);
  const score = (authors: (pair: Pair) => string[]) =>
    mean(pairs.map((pair) => scoreSets(authors(pair), pair.gold.authors ?? [])));
  const readability = hasBaseline(pairs)
    ? score(({ baseline }) => (baseline?.byline ?? "").replace(/^by\s+/i, "").split(/,| and |;|&/))
    : null;
  return row(
    "authors F1",
    pairs.length,
    score(({ found }) => found.authors),
    readability,
  );
}

/** Each credit of a page counts once, however many of its pictures bear it. */
function creditRows(all: Pair[], row: RowMaker): Row[] {
  const pairs = all.filter(({ gold }) => gold.images);
  let [known, given, right] = [0, 0, 0];
  for (const { gold, found } of pairs) {
    const wanted = new Set(
      (gold.images ?? [])
        .map(({ credits }) => creditKey((credits ?? []).join(" ")))
        .filter(Boolean),
    );
    const got = new Set(found.credits.map(creditKey));
    known += wanted.size;
    given += got.size;
    right += [...got].filter((credit) => wanted.has(credit)).length;
  }
  if (known === 0) return [];
  return [
    ...row("credit recall", pairs.length, right / known),
    ...row("credit precision", pairs.length, given === 0 ? 0 : right / given),
  ];
}

function hasBaseline(pairs: Pair[]): boolean {
  return pairs.some(({ baseline }) => baseline !== null);
}

function isWithinBar({ found, bar }: Row): boolean {
  return bar === null || found >= bar;
}

function report(rows: Row[], json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ rows }, null, 2));
    return;
  }
  const figure = (value: number | null) => (value === null ? "–" : value.toFixed(4));
  console.table(
    rows.map((row) => ({
      file: row.file,
      field: row.field,
      pages: row.pages,
      archive: figure(row.found),
      readability: figure(row.readability),
      bar: figure(row.bar),
      holds: row.bar === null ? "" : isWithinBar(row) ? "yes" : "no",
    })),
  );
}
