/** The articles that a search finds, as document numbers of the index. */
import { nameAll, nameChosen, toNumbers, type NameOfValue } from "#lib/search/data-chosen.ts";
import { findNamed, listNames } from "#lib/search/data-names.ts";
import { hasStored, readStored } from "#lib/search/data-stored.ts";
import { viewIndex } from "#lib/search/data-index.ts";
import { readTerms } from "#lib/search/data-terms.ts";
import { evaluate, isBetween, mostHits, rankedWords, type Asking } from "#lib/search/evaluate.ts";
import { withPostings, type Reading } from "#lib/search/data-postings.ts";
import { countHits, type HitCounts } from "#lib/search/index/count-hits.ts";
import { firstFoundByDate, type FirstByDate } from "#lib/search/index/date-order.ts";
import type { DocSet } from "#lib/search/index/doc-set.ts";
import type { RankedWord } from "#lib/search/index/scoring.ts";
import { narrowBy, type NearMisses, type NumberChoice } from "#lib/search/index/narrow.ts";
import { leavesOf } from "#lib/search/index/term-query.ts";
import type { Phrase, QueryNode } from "#lib/search/query-tree.ts";
import { distinctTerms, listTogether, placesWanted } from "#lib/search/wanted-places.ts";
import type { NameInQuery, SearchQuery } from "#lib/search/types.ts";

/** To look for an article is taken to cost as much as listing so many. */
const LOOKING = 10;
/** While articles are changed all the time, what who said is taken as it was a moment ago. */
const MAX_ATTEMPTS = 4;

/** What is found is decided by: the search as understood, and the index's version. */
export type Asked = {
  /** Null where more decides, or where nobody asks what is known. */
  key: string | null;
  version: number;
  names: NameInQuery[];
};

export type Found = {
  asked: Asked;
  reading: Reading;
  hits: DocSet;
  /** What would be a hit if it had one of the values that were chosen of a facet. */
  nearMisses: NearMisses;
  /** What they are ranked by. */
  words: RankedWord[];
  /** False where nothing that was typed can be searched for. */
  isSearchable: boolean;
  nameOfValue: NameOfValue;
};

type FindOptions<T> = {
  /** Whether the words are wanted that hits are ranked by. */
  isRanked: boolean;
  /** What was answered before to the same. */
  known?: (asked: Asked) => T | null;
  /** When the request began that this is asked for (`performance.now`): what was stored later may be missing. */
  since?: number;
  /** Of all hits only these are wanted: those given are neither all nor these alone, and are not to be counted. */
  first?: FirstByDate;
};

/**
 * Finds all that is public and meets a query, and gives it to `take` in the moment in which it is known:
 * what the index knows of the articles goes on changing.
 */
export async function findArticles<T>(
  query: SearchQuery,
  { isRanked, known, first, since = performance.now() }: FindOptions<T>,
  take: (found: Found) => T,
): Promise<T> {
  const { tree } = query;
  const [termsOf, meaningOf, nameOfValue] = await Promise.all([
    readTerms(listPhrases(tree)),
    findNamed(tree),
    nameChosen([query.chosen]),
    // Whether anything has changed is asked meanwhile, and then known.
    viewIndex(since),
  ]);
  const words = isRanked ? rankedWords(tree, termsOf) : [];
  const names = listNames(tree).map((node) => ({
    text: `${node.field}:${node.name}`,
    meant: meaningOf(node).labels,
  }));
  const terms = distinctTerms(listPhrases(tree).flatMap((phrase) => leavesOf(termsOf(phrase))));
  const together = listTogether(tree, termsOf);
  const understood = () => [
    ...[tree, query.text === "", query.from, query.to, listPhrases(tree).map(termsOf)],
    ...[
      nameAll(query.chosen, nameOfValue),
      listNames(tree).map((node) => [...meaningOf(node).numbers]),
    ],
  ];
  const key = !known || hasStored(tree) ? null : JSON.stringify(understood());
  const knownAt = (version: number) => {
    const value = known?.({ key, version, names }) ?? null;
    return value === null ? null : { value };
  };
  for (let attempt = 1; ; attempt++) {
    const stored = await readStored(tree, meaningOf);
    const result = await withPostings({
      terms,
      placed: together.length > 0 ? (reading) => placesWanted(together, reading) : undefined,
      // Who said what was asked of the tables: whether anything has changed since decides whether the two agree.
      since: stored ? performance.now() : since,
      known: knownAt,
      answer(reading) {
        // An article that was changed after that was read has another number now.
        const isLate = stored !== null && reading.view.version !== stored.version;
        if (isLate && attempt < MAX_ATTEMPTS) return null;
        const storedOf = stored?.docsOf ?? (() => []);
        const asking = { reading, termsOf, meaningOf, storedOf };
        const choices = toNumbers(query.chosen, nameOfValue);
        const found = findHits({ ...query, choices, first }, asking);
        const asked = { key, version: reading.view.version, names };
        return { value: take({ reading, ...found, words, nameOfValue, asked }) };
      },
    });
    if (result !== null) return result.value;
  }
}

type Wanted = Pick<SearchQuery, "text" | "tree" | "from" | "to"> & {
  choices: NumberChoice[];
  first: FirstByDate | undefined;
};

function findHits(
  { text, tree, from, to, choices, first }: Wanted,
  asking: Asking,
): Pick<Found, "hits" | "nearMisses" | "isSearchable"> {
  const { columns } = asking.reading.view;
  const { meets, nearMisses } = narrowBy(choices, columns);
  const isOnDays = isBetween(asking.reading, { from, to });
  let isSearchable = tree !== null || text === "";
  const findWithin = (part: DocSet | null): DocSet => {
    const asked = tree && evaluate(tree, asking, part);
    if (tree !== null && asked === null) isSearchable = false;
    const among = part ?? columns.publicDocs;
    const asPublic = asked?.keep(among) ?? among.copy(isSearchable ? columns.limit : 0);
    const onDays = isOnDays ? asPublic.filter(isOnDays) : asPublic;
    return meets ? onDays.filter(meets) : onDays;
  };
  const byDate = first && isQuickByDate(first, tree, asking) ? first : null;
  const hits = byDate ? firstFoundByDate(columns, byDate, findWithin) : findWithin(null);
  return { hits, nearMisses, isSearchable };
}

/**
 * Whether the first by date are found sooner by looking for them from one end on: the rarer a hit is, the more
 * has to be looked at for one.
 */
function isQuickByDate({ count }: FirstByDate, tree: QueryNode | null, asking: Asking): boolean {
  return mostHits(tree, asking) ** 2 > LOOKING * count * asking.reading.view.columns.size;
}

/** What all that is public adds up to. */
export async function countArchive(): Promise<HitCounts> {
  return withPostings({
    terms: [],
    answer: ({ view: { columns } }) => countHits(columns.publicDocs, columns),
  });
}

function listPhrases(node: QueryNode | null): Phrase[] {
  switch (node?.type) {
    case "phrase":
      return [node];
    case "near":
      return [node.left, node.right];
    case "and":
    case "or":
      return node.parts.flatMap(listPhrases);
    case "not":
      return listPhrases(node.part);
    default:
      return [];
  }
}
