import { findArticles } from "#lib/search/data-found.ts";
import { firstFound } from "#lib/search/order.ts";
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
  for (const { kind, parameters } of queries) {
    const q = toFullTextQuery(parameters.q ?? "");
    if (q === null || ONLY_OURS.includes(kind)) continue;
    for (let i = 0; i < REPETITIONS; i++) {
      const theirs = reference.time(q);
      for (const what of WHAT) {
        const ours = await timeArchive(parameters.q ?? "", what);
        if (i === 0) continue;
        const all = times.get(`${kind}\n${what}`) ?? { archive: [], reference: [] };
        times.set(`${kind}\n${what}`, all);
        all.archive.push(ours);
        all.reference.push(theirs[what]);
      }
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
  const begun = performance.now();
  await findArticles(query, { isRanked: what === "best" }, (found) =>
    what === "count" ? found.hits.size : firstFound(query, found, FIRST),
  );
  return performance.now() - begun;
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
