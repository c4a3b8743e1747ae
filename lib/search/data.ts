import { listArticleTexts } from "#lib/articles/data-text.ts";
import { uuidText } from "#lib/db/uuid-text.ts";
import { NOTHING_CHOSEN } from "#lib/search/chosen-facets.ts";
import { findArticles, type Found } from "#lib/search/data-found.ts";
import { describeCoverage } from "#lib/search/coverage.ts";
import { readLabels } from "#lib/search/data-labels.ts";
import { today } from "#lib/dates/today.ts";
import { listChosen, toFacets } from "#lib/search/data-facets.ts";
import { findMeant } from "#lib/search/data-meant.ts";
import { markMatches } from "#lib/search/data-marks.ts";
import { chooseExtract } from "#lib/search/extract.ts";
import { partsOfMarked } from "#lib/search/markable.ts";
import { countHits } from "#lib/search/index/count-hits.ts";
import { firstOf, newestFirst, type Order } from "#lib/search/index/rank.ts";
import { orderFor } from "#lib/search/order.ts";
import { MAX_PAGES, PAGE_SIZE } from "#lib/search/parse-query.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";
import { isRankedSort } from "#lib/search/ranking.ts";
import { toMarks, wantedWords } from "#lib/search/text-query.ts";
import type { SearchHit, SearchQuery, SearchResults } from "#lib/search/types.ts";

/** Asks for every article. */
export const EVERYTHING: SearchQuery = {
  ...{ text: "", tree: null, from: null, to: null },
  ...{ chosen: NOTHING_CHOSEN, sort: "oldest", page: 1 },
};
/** With as many nobody wonders whether a word is misspelt. */
const FEW_HITS = 5;
const UUID_BYTES = 16;

/**
 * The published articles that meet a query: one page of them, with extracts, and what all of them
 * add up to. Never throws on what a reader typed. What was stored before the call is in it, and
 * nothing that was withdrawn.
 */
export async function searchArticles(query: SearchQuery): Promise<SearchResults> {
  const { ids, counts, names, isSearchable, nameOf } = await findArticles(
    query,
    { isRanked: isRankedSort(query.sort) },
    (found) => {
      const first = (query.page - 1) * PAGE_SIZE;
      const docs = firstOf(found.hits, orderFor(query, found), first + PAGE_SIZE).slice(first);
      return {
        ids: idsOf(docs, found),
        counts: countHits(found.hits, found.reading.view.columns, found.nearMisses),
        ...{ names: found.names, isSearchable: found.isSearchable, nameOf: found.nameOfValue },
      };
    },
  );
  const { total, months } = counts;
  const [items, labels, didYouMean] = await Promise.all([
    describeHits(ids, query.tree),
    readLabels(),
    total < FEW_HITS && query.page === 1 ? findMeant(query, total) : null,
  ]);
  return {
    ...{ items, names, isSearchable, didYouMean, ...toFacets(counts, labels), total, months },
    coverage: describeCoverage(counts, { ...query, today: today() }, labels.outlets),
    chosen: listChosen(query.chosen, nameOf, counts),
    pageCount: Math.min(Math.ceil(total / PAGE_SIZE), MAX_PAGES),
  };
}

/** The ids of the hits that the archive published last, whatever day they are of. */
export async function findNewInArchive(query: SearchQuery, limit: number): Promise<string[]> {
  return findArticles(query, { isRanked: false }, (found) => {
    const { columns } = found.reading.view;
    const latest: Order = {
      ...{ keys: columns.releasedAt, isDescending: true },
      tie: (one, other) => columns.compareIds(other, one),
    };
    return idsOf(firstOf(found.hits, latest, limit), found);
  });
}

/** The ids of the articles in which these words follow each other, the oldest first. */
export async function findWithPhrase(words: string, limit: number): Promise<string[]> {
  const tree = { type: "phrase", words, scope: "any", isPrefix: false } as const;
  return findArticles({ ...EVERYTHING, text: words, tree }, { isRanked: false }, (found) =>
    idsOf(firstOf(found.hits, orderFor({ sort: "oldest" }, found), limit), found),
  );
}

/** The ids of all hits, the newest first, 16 bytes each. */
export async function findAllIds(query: SearchQuery): Promise<Uint8Array> {
  return findArticles(query, { isRanked: false }, ({ hits, reading: { view } }) => {
    const docs = newestFirst(hits, view.columns);
    const ids = new Uint8Array(docs.length * UUID_BYTES);
    docs.forEach((doc, i) => ids.set(view.columns.idOf(doc), i * UUID_BYTES));
    return ids;
  });
}

function idsOf(docs: readonly number[], { reading }: Found): string[] {
  return docs.map((doc) => uuidText(reading.view.columns.idOf(doc)));
}

async function describeHits(ids: string[], tree: QueryNode | null): Promise<SearchHit[]> {
  const articles = await listArticleTexts(ids);
  const words = wantedWords(tree);
  const plain = articles.flatMap(({ line, text: body }) => [
    line.headline,
    chooseExtract(body || (line.summary ?? ""), words),
  ]);
  const marked = await markMatches(plain, toMarks(tree));
  return articles.map(({ line }, i) => ({
    ...line,
    headlineParts: partsOfMarked(marked[2 * i] ?? ""),
    extract: partsOfMarked(marked[2 * i + 1] ?? ""),
  }));
}
