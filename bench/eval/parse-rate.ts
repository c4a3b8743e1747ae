/**
 * How fast articles are parsed, and whether the time grows with the length and no faster: the same
 * text at 100 kB and at 1 MB, compared as a ratio because seconds depend on the machine.
 */
import { parseArticle } from "#lib/ingest/parse.ts";
import { readCleanBodies } from "./clean-bodies.ts";

const MIN_ARTICLES_PER_SECOND = 500;
const MAX_GROWTH = 20;
const LENGTHS = [100_000, 1_000_000] as const;
const REPETITIONS = 5;
const HEADER = "Talks begin again\nBy Ada Brook\n27 February 2025\n\n";

export const parseRateCommand = {
  name: "parse-rate",
  describe: "articles parsed in a second, and how the time grows with the length",
  /** 0 when fast enough and linear, else 1. */
  async run(options: { data: string[]; json?: boolean }): Promise<number> {
    const bodies = (await Promise.all(options.data.map(readCleanBodies))).flat();
    const texts = bodies.map(({ text }) => HEADER + text);
    parseAll(texts.slice(0, 200)); // Warms up the compiler, which a server has long done.
    const articlesPerSecond = Math.round(
      (1000 * texts.length) / millisecondsFor(() => parseAll(texts)),
    );
    const growth = measureGrowth(texts.join("\n\n"));
    const result = { articles: texts.length, articlesPerSecond, growthForTenTimesTheText: growth };
    console.log(options.json ? JSON.stringify(result) : result);
    return articlesPerSecond >= MIN_ARTICLES_PER_SECOND && growth <= MAX_GROWTH ? 0 : 1;
  },
};

function measureGrowth(material: string): number {
  const [short, long] = LENGTHS.map((length) => {
    const text = material.repeat(Math.ceil(length / material.length)).slice(0, length);
    const runs = Array.from({ length: REPETITIONS }, () => millisecondsFor(() => parseAll([text])));
    return Math.min(...runs);
  });
  return Math.round((10 * (long ?? 0)) / (short || 1)) / 10;
}

function parseAll(texts: string[]): void {
  const known = { mediaType: "text/plain", encoding: "utf-8", encodingConfidence: 1 } as const;
  for (const text of texts) parseArticle({ ...known, text, warnings: [] });
}

function millisecondsFor(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
