/**
 * Whether what people want stands high in the order of relevance: judged searches over news (TIME)
 * and over abstracts (Cranfield), through the archive's own tables, beside plain BM25.
 */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { database } from "#lib/db/client.ts";
import { migrate } from "#lib/db/migrate.ts";
import { NOTHING_CHOSEN } from "#lib/search/chosen-facets.ts";
import { findArticles, type Found } from "#lib/search/data-found.ts";
import { readPlacesOfArticles, type PlacesOf } from "#lib/search/data-places.ts";
import { firstFound, inOrder } from "#lib/search/order.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";
import { RANKING, type RankingWeights } from "#lib/search/ranking.ts";
import { createEmptyDatabase } from "#lib/testing/database.ts";
import { switchDatabase } from "#lib/testing/other-database.ts";
import { startTemporaryServer } from "#lib/testing/temporary-server.ts";
import { sharedDataPath } from "../data/shared-data.ts";
import { plainBm25 } from "./plain-bm25.ts";
import { scoreRankings, type RankedScores } from "./ranked-scores.ts";
import { readDocumentIds, storeDocuments } from "./search-documents.ts";
import { tuneWeights } from "./tune-ranking.ts";

const SETS = ["search/time.json.gz", "search/cranfield.json.gz"];

type Options = { data?: string[]; tune?: boolean; json?: boolean };
type JudgedSet = {
  documents: { id: string; title?: string; text: string }[];
  queries: { id: string; text: string }[];
  qrels: { query: string; document: string; relevance: number }[];
};
/** What is asked of one set, found once; ranked as often as is liked. */
type Judged = {
  name: string;
  relevant: ReadonlySet<string>[];
  plain: string[][];
  rank(weights: RankingWeights): string[][];
};
type Row = { set: string; searches: number; archive: RankedScores; plain: RankedScores };

export const evalCommand = {
  name: "search",
  describe: "judged searches ranked by the archive, beside plain BM25 (--tune: looks for weights)",
  options: { data: { type: "string", multiple: true }, tune: { type: "boolean" } },
  /** 0 where the archive ranks every set at least as well as plain BM25, else 1. */
  async run({ data, tune, json }: Options): Promise<number> {
    const server = await startTemporaryServer();
    try {
      const sets: Judged[] = [];
      for (const file of data ?? SETS.map(sharedDataPath)) {
        const { url } = await createEmptyDatabase(server.url);
        await migrate(url);
        await switchDatabase(url);
        sets.push(await readJudged(file));
      }
      if (tune)
        return printWeights(
          tuneWeights(RANKING, (weights) => quality(sets, weights)),
          json,
        );
      const rows = sets.map((set) => ({
        ...{ set: set.name, searches: set.relevant.length },
        archive: scoreRankings(set.rank(RANKING), set.relevant),
        plain: scoreRankings(set.plain, set.relevant),
      }));
      print(rows, json);
      return rows.every(isHeld) ? 0 : 1;
    } finally {
      await database.$disconnect();
      await server.stop();
    }
  },
};

function isHeld({ archive, plain }: Row): boolean {
  return archive.map >= plain.map && archive.ndcg >= plain.ndcg;
}

function quality(sets: readonly Judged[], weights: RankingWeights): number {
  const scores = sets.map((set) => scoreRankings(set.rank(weights), set.relevant));
  return scores.reduce((sum, { map, ndcg }) => sum + map + ndcg, 0) / (2 * sets.length);
}

async function readJudged(file: string): Promise<Judged> {
  const set = JSON.parse(gunzipSync(await readFile(file)).toString("utf8")) as JudgedSet;
  const known = new Set(set.documents.map(({ id }) => id));
  const judged = set.queries.flatMap(({ id, text }) => {
    const wanted = set.qrels.filter(
      ({ query, document, relevance }) => query === id && relevance > 0 && known.has(document),
    );
    return wanted.length > 0
      ? [{ text, wanted: new Set(wanted.map((qrel) => qrel.document)) }]
      : [];
  });
  await storeDocuments(set.documents);
  const documentOf = await readDocumentIds();
  const found: { each: Found; placesOf: PlacesOf }[] = [];
  for (const { text } of judged) {
    const each = await findArticles(askedFor(text), { isRanked: true }, (all) => all);
    // Which of them are looked at for nearness changes with the weights.
    const terms = each.words.flat();
    const { placesOf } = await readPlacesOfArticles(each.hits.toArray(), terms);
    found.push({ each, placesOf });
  }
  const plain = plainBm25(set.documents);
  return {
    name: path.basename(file, ".json.gz"),
    relevant: judged.map(({ wanted }) => wanted),
    plain: judged.map(({ text }) => plain(text)),
    rank: (weights) =>
      found.map(({ each, placesOf }) => {
        const first = firstFound({ sort: "relevance" }, each, each.hits.size, weights);
        return inOrder(first, placesOf).map((doc) => documentOf(doc));
      }),
  };
}

/** Any of the words, as whoever types a whole sentence wants it. */
function askedFor(text: string) {
  // As they are written: U.S. is a word, and u and s are none.
  const words = [...new Set(text.match(/\S*[\p{L}\p{N}]\S*/gu) ?? [])];
  const tree: QueryNode = {
    type: "or",
    parts: words.map((word) => ({ type: "phrase", words: word, scope: "any", isPrefix: false })),
  };
  return {
    ...{ text, tree, from: null, to: null, chosen: NOTHING_CHOSEN },
    ...({ sort: "relevance", page: 1 } as const),
  };
}

function printWeights({ weights, quality }: ReturnType<typeof tuneWeights>, json = false): number {
  if (json) console.log(JSON.stringify({ weights, quality }, null, 2));
  else console.log(`Best mean of MAP and nDCG@10: ${quality.toFixed(4)} with`, weights);
  return 0;
}

function print(rows: readonly Row[], json = false): void {
  if (json) return console.log(JSON.stringify({ rows }, null, 2));
  for (const { set, searches, archive, plain } of rows) {
    console.log(`${set}, ${searches} searches`);
    for (const [name, { map, ndcg, mrr }] of Object.entries({ archive, "plain BM25": plain }))
      console.log(
        `  ${name.padEnd(11)} MAP ${map.toFixed(3)}  nDCG@10 ${ndcg.toFixed(3)}  MRR ${mrr.toFixed(3)}`,
      );
  }
  console.log(rows.every(isHeld) ? "At least as good as plain BM25." : "Below plain BM25.");
}
