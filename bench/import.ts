import { existsSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { AppError } from "#lib/errors.ts";
import { BULK_ARTICLES } from "./data/shared-data.ts";
import { writeCorpus } from "./import/corpus.ts";
import { measureImport, WARM_UP_ARTICLES, type ImportFigures } from "./import/measure-import.ts";

const DEFAULT_ARTICLES = 10_000;
const DEFAULT_CONCURRENCY = 2;
/** Early articles beside late ones: so many at either end. */
const COMPARED_ARTICLES = 10_000;
const MIN_SHARE_OF_COPY = 0.25;
const MIN_LATE_SHARE = 0.85;
const MAX_MEMORY_BYTES = 500e6;

type Options = { articles?: string; data?: string; concurrency?: string; json?: boolean };
type Bar = { name: string; value: number; isHeld: boolean; text: string };

/** Imports articles as `archive import --publish` does, in turns with a bare COPY of the same. */
export const benchCommand = {
  describe: "articles a second of the import beside a bare COPY, and its peak memory",
  options: {
    articles: { type: "string" },
    data: { type: "string" },
    concurrency: { type: "string" },
  },
  async run({ articles, data = BULK_ARTICLES, concurrency, json }: Options): Promise<number> {
    if (!existsSync(data)) {
      throw new AppError("not_found", `There is no ${data}. Name a gzipped file with --data.`);
    }
    const count = Number(articles ?? DEFAULT_ARTICLES);
    const folder = await mkdtemp(path.join(tmpdir(), "archive-bench-"));
    const remove = () => rmSync(folder, { recursive: true, force: true });
    // Also where the run is stopped.
    process.once("exit", remove);
    try {
      const file = path.join(folder, "articles.jsonl");
      const corpus = await writeCorpus(data, file, WARM_UP_ARTICLES + count);
      const figures = await measureImport(
        corpus,
        count,
        Number(concurrency ?? DEFAULT_CONCURRENCY),
      );
      const bars = toBars(figures);
      if (json) console.log(JSON.stringify({ ...figures, bars }, null, 2));
      else print(figures, bars, corpus.isVaried);
      return bars.every(({ isHeld }) => isHeld) ? 0 : 1;
    } finally {
      process.off("exit", remove);
      remove();
    }
  },
};

function toBars({ importRate, copyRate, rounds, peakBytes }: ImportFigures): Bar[] {
  const share = importRate / copyRate;
  const late = lateShare(rounds, "importMs");
  const lateCopy = lateShare(rounds, "copyMs");
  return [
    {
      name: "share of COPY",
      value: share,
      isHeld: share >= MIN_SHARE_OF_COPY,
      text: `import / bare COPY: ${percent(share)} (bar ${percent(MIN_SHARE_OF_COPY)}`,
    },
    {
      name: "peak memory",
      value: peakBytes,
      isHeld: peakBytes <= MAX_MEMORY_BYTES,
      text: `peak memory of the importing process: ${megabytes(peakBytes)} (bar ${megabytes(MAX_MEMORY_BYTES)}`,
    },
    ...(late === null || lateCopy === null
      ? []
      : [
          {
            name: "late share",
            value: late,
            isHeld: late >= MIN_LATE_SHARE,
            text: `last ${COMPARED_ARTICLES} / first ${COMPARED_ARTICLES}: ${percent(late)}, of the COPY ${percent(lateCopy)} (bar ${percent(MIN_LATE_SHARE)}`,
          },
        ]),
  ];
}

/** The rate of the last articles as a share of that of the first; null for too few articles. */
function lateShare(rounds: ImportFigures["rounds"], key: "importMs" | "copyMs"): number | null {
  const perEnd = COMPARED_ARTICLES / (rounds[0]?.articles ?? COMPARED_ARTICLES);
  if (rounds.length < 2 * perEnd) return null;
  const ms = (part: typeof rounds) => part.reduce((sum, round) => sum + round[key], 0);
  return ms(rounds.slice(0, perEnd)) / ms(rounds.slice(-perEnd));
}

function print(figures: ImportFigures, bars: Bar[], isVaried: boolean): void {
  const { articles, rounds, importRate, copyRate, lexemes, copiedLexemes, pairs } = figures;
  const texts = isVaried
    ? "real news articles, then the same in other words"
    : "real news articles";
  console.log(
    `${articles} articles (${texts}), all published, in ${rounds.length} turns with the COPY\n` +
      "The whole way: hash, read, parse, understand, store with revision, repeats, search row, audit",
  );
  console.table({
    import: { "articles/s": Math.round(importRate), "lexemes each": Math.round(lexemes) },
    "bare COPY": { "articles/s": Math.round(copyRate), "lexemes each": Math.round(copiedLexemes) },
  });
  console.log(`Articles/s of the import: ${ratesOf(rounds).join(", ")}; pairs suggested: ${pairs}`);
  for (const { text, isHeld } of bars) console.log(`${text}, ${isHeld ? "holds" : "missed"})`);
}

/** At most ten rates, each of as many articles. */
function ratesOf(rounds: ImportFigures["rounds"]): number[] {
  const size = Math.ceil(rounds.length / 10);
  const parts = Array.from({ length: Math.ceil(rounds.length / size) }, (_, i) =>
    rounds.slice(i * size, (i + 1) * size),
  );
  return parts.map((part) => {
    const sum = (key: "articles" | "importMs") => part.reduce((all, each) => all + each[key], 0);
    return Math.round((sum("articles") / sum("importMs")) * 1_000);
  });
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
