import { database } from "#lib/db/client.ts";
import { startBenchArchive } from "./archive/bench-archive.ts";
import { ACCEPT_ENCODING, load } from "./archive/load.ts";
import { BULK_ARTICLES } from "./data/shared-data.ts";

const DEFAULT_ARTICLES = 10_000;
/** Many and short, so that what else the machine does falls on neighbours alike. */
const ROUNDS = 9;
const ROUND_SECONDS = 2;
const READERS = 10;
const ARTICLES_READ = 100;
const WARM_UP_VISITS = 20;
const BARS = [
  { page: "article", beside: "empty static page", atLeast: 0.9 },
  { page: "search", beside: "empty dynamic page", atLeast: 0.5 },
] as const;

type Options = { articles?: string; data?: string; json?: boolean };
/** Gives the address of each next request. */
type Target = {
  name: string;
  nextPath: () => string;
  /** How many addresses there are where they come again, each visited once beforehand. */
  addresses?: number;
};
type Result = {
  name: string;
  /** Requests per second of each round, in order. */
  rounds: number[];
  requestsPerSecond: number;
  p50Ms: number;
  p95Ms: number;
};

/** Loads the served build, page by page in turns so that a noisy machine is noisy for all. */
export const benchCommand = {
  describe: "requests per second of readers' pages beside empty pages of the same build",
  options: { articles: { type: "string" }, data: { type: "string" } },
  async run({ articles, data = BULK_ARTICLES, json }: Options): Promise<number> {
    const count = Number(articles ?? DEFAULT_ARTICLES);
    const archive = await startBenchArchive(count, data);
    try {
      const results = await measureAll(archive.address, await listTargets());
      const ratios = BARS.map((bar) => ({ ...bar, ratio: ratioOf(results, bar) }));
      if (json) console.log(JSON.stringify({ articles: count, results, ratios }, null, 2));
      else print(count, archive.source, results, ratios);
      return ratios.every(({ ratio, atLeast }) => ratio >= atLeast) ? 0 : 1;
    } finally {
      await database.$disconnect();
      await archive.stop();
    }
  },
};

async function listTargets(): Promise<Target[]> {
  const articles = await database.$queryRaw<{ path: string }[]>`
    SELECT to_char(published_on, '/YYYY/MM/DD/') || slug AS path FROM articles
    ORDER BY md5(id::text) LIMIT ${ARTICLES_READ}`;
  const words = await database.$queryRaw<{ word: string }[]>`
    SELECT DISTINCT lower(w) AS word FROM articles, regexp_split_to_table(headline, '[^A-Za-z]+') w
    WHERE length(w) > 3 ORDER BY 1`;
  let number = 0;
  // Consecutive numbers are spread over the list by a step that shares no factor with its length,
  // and the day differs each time: no search is asked twice, so none is answered from memory.
  const word = () => words[(++number * 7_919) % words.length]?.word ?? "talks";
  const fresh = () => `n=${++number}`;
  const inTurn = () => articles[++number % articles.length]?.path ?? "/";
  return [
    { name: "empty static page", nextPath: () => "/bench/static" },
    { name: "article", nextPath: inTurn, addresses: articles.length },
    { name: "timeline", nextPath: () => "/timeline" },
    { name: "empty dynamic page", nextPath: () => `/bench/dynamic?${fresh()}` },
    { name: "search", nextPath: () => `/search?q=${word()}&${fresh()}` },
    { name: "timeline, made afresh", nextPath: () => `/timeline?${fresh()}` },
  ];
}

async function measureAll(address: string, targets: Target[]): Promise<Result[]> {
  const rates = new Map(targets.map(({ name }) => [name, [] as number[]]));
  const times = new Map(targets.map(({ name }) => [name, [] as number[]]));
  for (const target of targets) await warmUp(address, target);
  for (let round = 0; round < ROUNDS; round++) {
    for (const target of targets) {
      const limits = { readers: READERS, seconds: ROUND_SECONDS };
      const { requestsPerSecond, timesMs } = await load(address, target.nextPath, limits);
      rates.get(target.name)?.push(requestsPerSecond);
      for (const time of timesMs) times.get(target.name)?.push(time);
    }
  }
  return targets.map(({ name }) => {
    const sorted = (times.get(name) ?? []).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? NaN;
    const rounds = rates.get(name) ?? [];
    return { name, rounds, requestsPerSecond: median(rounds), p50Ms: at(0.5), p95Ms: at(0.95) };
  });
}

/** As its readers will ask, so that what is kept for them is made. */
async function warmUp(address: string, { nextPath, addresses = WARM_UP_VISITS }: Target) {
  for (let visit = 0; visit < addresses; visit++)
    await fetch(`${address}${nextPath()}`, { headers: ACCEPT_ENCODING });
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** The median of the rounds' ratios: within a round the two are measured one after the other. */
function ratioOf(results: Result[], { page, beside }: (typeof BARS)[number]): number {
  const roundsOf = (name: string) => results.find((result) => result.name === name)?.rounds ?? [];
  const besides = roundsOf(beside);
  return median(roundsOf(page).map((rate, round) => rate / (besides[round] ?? NaN)));
}

type Ratio = (typeof BARS)[number] & { ratio: number };

function print(articles: number, source: string, results: Result[], ratios: Ratio[]): void {
  console.log(`${articles} articles (${source}), ${READERS} readers, median of ${ROUNDS} rounds`);
  console.table(
    results.map(({ name, requestsPerSecond, p50Ms, p95Ms }) => ({
      page: name,
      "requests/s": Math.round(requestsPerSecond),
      "p50 ms": Number(p50Ms.toFixed(1)),
      "p95 ms": Number(p95Ms.toFixed(1)),
    })),
  );
  for (const { page, beside, ratio, atLeast } of ratios) {
    const verdict = ratio >= atLeast ? "holds" : "missed";
    console.log(
      `${page} / ${beside}: ${(ratio * 100).toFixed(0)} % (bar ${atLeast * 100} %, ${verdict})`,
    );
  }
}
