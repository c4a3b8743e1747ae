import { setImmediate } from "node:timers/promises";
import { listArticleTexts } from "#lib/articles/data-text.ts";
import { uuidText } from "#lib/db/uuid-text.ts";
import { NOTHING_CHOSEN } from "#lib/search/chosen-facets.ts";
import type { NameOfValue } from "#lib/search/data-chosen.ts";
import { findArticles, type Asked, type Found } from "#lib/search/data-found.ts";
import { recallSearch, rememberSearch, type Facts } from "#lib/search/data-kept.ts";
import { describeCoverage } from "#lib/search/coverage.ts";
import { readLabels, type Labels } from "#lib/search/data-labels.ts";
import { today } from "#lib/dates/today.ts";
import { listChosen, toFacets } from "#lib/search/data-facets.ts";
import { findMeant } from "#lib/search/data-meant.ts";
import { markMatches } from "#lib/search/data-marks.ts";
import { chooseExtract } from "#lib/search/extract.ts";
import { partsOfMarked } from "#lib/search/markable.ts";
import { countHits, type HitCounts } from "#lib/search/index/count-hits.ts";
import { orderByDate, type FirstByDate } from "#lib/search/index/date-order.ts";
import { firstOf, newestFirst } from "#lib/search/index/rank.ts";
import { firstFound, settleFirst, type FirstFound } from "#lib/search/order.ts";
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
/** While articles are changed all the time, what was found is counted in the same moment. */
const MAX_ATTEMPTS = 4;
/** With as many nobody wonders whether a word is misspelt. */
const FEW_HITS = 5;
const UUID_BYTES = 16;

/**
 * The published articles that meet a query: one page of them, with extracts, and what all of them
 * add up to. Never throws on what a reader typed. What was stored before the call is in it, and
 * nothing that was withdrawn.
 */
export async function searchArticles(query: SearchQuery): Promise<SearchResults> {
  const day = today();
  for (let attempt = 1; ; attempt++) {
    const since = performance.now();
    const begun = await beginPage(query, { since, day, isCountedAtOnce: attempt >= MAX_ATTEMPTS });
    const { asked, first } = begun;
    const labels = readLabels();
    const reading = readPage(query, first);
    // What fails first is told; the rest is not waited for.
    reading.catch(() => undefined);
    const facts = begun.facts ?? (await countFacts(query, begun, { labels, day }));
    if (facts === null) continue;
    const [{ ids, items }, didYouMean] = await Promise.all([
      reading,
      facts.total < FEW_HITS && query.page === 1 ? findMeant(query, facts.total, since) : null,
    ]);
    rememberSearch(query, asked, { ids, facts, labels, today: day });
    return { ...facts, items, names: asked.names, didYouMean };
  }
}

type Begun = { asked: Asked; first: FirstFound | string[] } & (
  | { facts: Facts }
  | {
      facts: null;
      isSearchable: boolean;
      nameOf: NameOfValue;
      /** Null where something has changed since they were found. */
      count: () => HitCounts | null;
    }
);
type Begins = { since: number; day: string; isCountedAtOnce: boolean };

/** Finds the first of a search; what all of it adds up to only where that is known, or is to be counted at once. */
async function beginPage(
  query: SearchQuery,
  { since, day, isCountedAtOnce }: Begins,
): Promise<Begun> {
  return findArticles<Begun>(
    query,
    {
      isRanked: isRankedSort(query.sort),
      since,
      known: (asked) => {
        const known = recallSearch(query, asked, day);
        return known?.ids ? { asked, first: known.ids, facts: known.facts } : null;
      },
    },
    (found) => {
      const { asked, isSearchable, nameOfValue: nameOf } = found;
      const first = firstFound(query, found, query.page * PAGE_SIZE);
      const facts = recallSearch(query, asked, day)?.facts;
      if (facts) return { asked, first, facts };
      const count = countOnce(found, isCountedAtOnce);
      return { asked, first, facts: null, isSearchable, nameOf, count };
    },
  );
}

function countOnce({ hits, nearMisses, reading: { view }, asked }: Found, isAtOnce: boolean) {
  const count = () => countHits(hits, view.columns, nearMisses);
  const counted = isAtOnce ? count() : null;
  return () => counted ?? (view.isCurrent(asked.version) ? count() : null);
}

/** Null where something has changed since the search was begun. */
async function countFacts(
  query: SearchQuery,
  { isSearchable, nameOf, count }: Extract<Begun, { facts: null }>,
  { labels, day }: { labels: Promise<Labels>; day: string },
): Promise<Facts | null> {
  const known = await labels;
  // The database is asked for the page by then, and reads it while this process counts.
  await setImmediate();
  const counts = count();
  return counts && toFacts(query, { counts, isSearchable, nameOf }, known, day);
}

async function readPage(query: SearchQuery, first: FirstFound | string[]) {
  const ids = Array.isArray(first) ? first : await idsOfPage(query.page, first);
  return { ids, items: await describeHits(ids, query.tree) };
}

async function idsOfPage(page: number, first: FirstFound): Promise<string[]> {
  return idsOf((await settleFirst(first)).slice((page - 1) * PAGE_SIZE), first);
}

type Counted = { counts: HitCounts; isSearchable: boolean; nameOf: NameOfValue };

function toFacts(
  query: SearchQuery,
  { counts, isSearchable, nameOf }: Counted,
  labels: Labels,
  day: string,
): Facts {
  const { total, months } = counts;
  return {
    ...{ total, months, isSearchable, ...toFacets(counts, labels) },
    coverage: describeCoverage(counts, { ...query, today: day }, labels.outlets),
    chosen: listChosen(query.chosen, nameOf, counts),
    pageCount: Math.min(Math.ceil(total / PAGE_SIZE), MAX_PAGES),
  };
}

/** The ids of the hits that the archive published last, whatever day they are of. */
export async function findNewInArchive(query: SearchQuery, count: number): Promise<string[]> {
  return findFirst(query, { name: "released", isDescending: true, count });
}

/** The ids of the articles in which these words follow each other, the oldest first. */
export async function findWithPhrase(words: string, count: number): Promise<string[]> {
  const tree = { type: "phrase", words, scope: "any", isPrefix: false } as const;
  const query = { ...EVERYTHING, text: words, tree };
  return findFirst(query, { name: "published", isDescending: false, count });
}

/** The ids of the first hits by date, without finding how many there are. */
export async function findFirst(query: SearchQuery, first: FirstByDate): Promise<string[]> {
  return findArticles(query, { isRanked: false, first }, (found) => {
    const order = orderByDate(found.reading.view.columns, first.name, first.isDescending);
    return idsOf(firstOf(found.hits, order, first.count), found);
  });
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

function idsOf(docs: readonly number[], { reading }: Pick<Found, "reading">): string[] {
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
