import { findArticles } from "#lib/search/data-found.ts";
import { firstFound, settleFirst } from "#lib/search/order.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import type { SearchSort } from "#lib/search/types.ts";
import type { DrawnQuery } from "./corpus-queries.ts";
import { toFullTextQuery, type FullTextReference } from "./full-text-reference.ts";

/** Medians of the archive's milliseconds and FTS5's, for what both can answer. */
export type Beside = {
  kind: string;
  what: "count" | "best" | "newest";
  archiveMs: number;
  referenceMs: number;
};

const WHAT = ["count", "best", "newest"] as const;
const FIRST = 20;
const REPETITIONS = 3;
const TODAY = "2026-04-10";
/** Of what FTS5 knows nothing. */
const ONLY_OURS = ["with dates", "with topic", "deep page"];

/** Both in this process, both warm: the archive through its tables, FTS5 through its file. */
export async function measureBeside(
  reference: FullTextReference,
  queries: readonly DrawnQuery[],
): Promise<Beside[]> {
  const times = new Map<string, { archive: number[]; reference: number[] }>();
  const comparable = queries.filter(({ kind }) => !ONLY_OURS.includes(kind));
  // What a process compiles as it goes on is no matter of the single search; SQLite comes compiled.
  for (const { parameters } of comparable)
    for (const what of WHAT) await timeArchive(parameters.q ?? "", what);
  for (const { kind, parameters } of comparable) {
    const q = toFullTextQuery(parameters.q ?? "");
    if (q === null) continue;
    // Each several times in a row, so that what the other has read is in neither one's way.
    const theirs = Array.from({ length: REPETITIONS }, () => reference.time(q)).slice(1);
    for (const what of WHAT) {
      const ours: number[] = [];
      for (let i = 0; i < REPETITIONS; i++) ours.push(await timeArchive(parameters.q ?? "", what));
      const all = times.get(`${kind}\n${what}`) ?? { archive: [], reference: [] };
      times.set(`${kind}\n${what}`, all);
      all.archive.push(...ours.slice(1));
      all.reference.push(...theirs.map((each) => each[what]));
    }
  }
  return [...times].map(([key, { archive, reference: theirs }]) => {
    const [kind = "", what = ""] = key.split("\n");
    return {
      ...{ kind, what: what as Beside["what"] },
      ...{ archiveMs: median(archive), referenceMs: median(theirs) },
    };
  });
}

async function timeArchive(q: string, what: (typeof WHAT)[number]): Promise<number> {
  const sort: SearchSort = what === "best" ? "relevance" : "newest";
  const { query } = parseSearch({ q, sort }, TODAY);
  const first = { name: "published", isDescending: true, count: FIRST } as const;
  const begun = performance.now();
  const wanted = { isRanked: what === "best", ...(what === "newest" && { first }) };
  const found = await findArticles(query, wanted, (each) =>
    what === "count" ? each.hits.size : firstFound(query, each, FIRST),
  );
  if (typeof found !== "number") await settleFirst(found);
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
