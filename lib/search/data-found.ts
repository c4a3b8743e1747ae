/** The articles that a search finds, as document numbers of the index. */
import { database } from "#lib/db/client.ts";
import { findNamed, listNames } from "#lib/search/data-names.ts";
import { readStored } from "#lib/search/data-stored.ts";
import { readTerms } from "#lib/search/data-terms.ts";
import { evaluate, isBetween, select, wantedLeaves } from "#lib/search/evaluate.ts";
import { withPostings, type Reading, type WantedTerm } from "#lib/search/data-postings.ts";
import { countHits, type HitCounts } from "#lib/search/index/count-hits.ts";
import { DocSet } from "#lib/search/index/doc-set.ts";
import { leavesOf, type TermLeaf, type TermQuery } from "#lib/search/index/term-query.ts";
import type { Phrase, QueryNode } from "#lib/search/query-tree.ts";
import type { NameInQuery, SearchQuery } from "#lib/search/types.ts";

/** While articles are changed all the time, what who said is taken as it was a moment ago. */
const MAX_ATTEMPTS = 4;

export type Found = {
  reading: Reading;
  hits: DocSet;
  /** The terms by which they are ranked. */
  leaves: TermLeaf[];
  /** False where nothing that was typed can be searched for. */
  isSearchable: boolean;
  names: NameInQuery[];
};

type FindOptions = {
  /** Reads where terms stand, by which matches are ranked. */
  isRanked: boolean;
};

/**
 * Finds all that is public and meets a query, and gives it to `use` in the moment in which it is known:
 * what the index knows of the articles goes on changing.
 */
export async function findArticles<T>(
  query: SearchQuery,
  { isRanked }: FindOptions,
  use: (found: Found) => T,
): Promise<T> {
  const { tree } = query;
  const [termsOf, meaningOf, chosen] = await Promise.all([
    readTerms(listPhrases(tree)),
    findNamed(tree),
    readChosen(query),
  ]);
  const leaves = isRanked ? wantedLeaves(tree, termsOf) : [];
  const names = listNames(tree).map((node) => ({
    text: `${node.field}:${node.name}`,
    meant: meaningOf(node).labels,
  }));
  const wanted = wantedTerms(tree, termsOf, leaves);
  for (let attempt = 1; ; attempt++) {
    const stored = await readStored(tree, meaningOf);
    const result = await withPostings(wanted, (reading) => {
      // An article that was changed after that was read has another number now.
      const isLate = stored !== null && reading.view.version !== stored.version;
      if (isLate && attempt < MAX_ATTEMPTS) return null;
      const storedOf = stored?.docsOf ?? (() => []);
      const asked = tree && evaluate(tree, { reading, termsOf, meaningOf, storedOf }, null);
      const isSearchable = tree === null ? query.text === "" : asked !== null;
      const hits = isSearchable ? filter(asked, query, chosen, reading) : new DocSet(0);
      return { value: use({ reading, hits, isSearchable, leaves, names }) };
    });
    if (result !== null) return result.value;
  }
}

/** What all that is public adds up to. */
export async function countArchive(): Promise<HitCounts> {
  return withPostings([], (reading) => {
    const { columns } = reading.view;
    return countHits(
      select(reading, null, (doc) => columns.isPublic(doc)),
      columns,
    );
  });
}

function filter(
  asked: DocSet | null,
  query: SearchQuery,
  { topics, actors, outlets }: Chosen,
  reading: Reading,
): DocSet {
  const { columns } = reading.view;
  const isOnDays = isBetween(reading, query);
  return select(
    reading,
    asked,
    (doc) =>
      columns.isPublic(doc) &&
      isOnDays(doc) &&
      topics.every((number) => columns.topics.has(doc, number)) &&
      actors.every((number) => columns.actors.has(doc, number)) &&
      (outlets === null || outlets.has(columns.outlets[doc]!)),
  );
}

type Chosen = {
  /** -1 for what the archive does not know: no article has it. */
  topics: number[];
  actors: number[];
  /** Null: of any. */
  outlets: ReadonlySet<number> | null;
};

async function readChosen({ topicIds, actorIds, outletSlugs }: SearchQuery): Promise<Chosen> {
  if (topicIds.length + actorIds.length + outletSlugs.length === 0)
    return { topics: [], actors: [], outlets: null };
  const [topics, actors, outlets] = await Promise.all([
    database.topic.findMany({ where: { id: { in: topicIds } }, select: NUMBER }),
    database.actor.findMany({ where: { id: { in: actorIds } }, select: NUMBER }),
    database.outlet.findMany({ where: { slug: { in: outletSlugs } }, select: NUMBER }),
  ]);
  const unknown = (ids: string[], found: unknown[]) =>
    found.length < new Set(ids).size ? [-1] : [];
  return {
    topics: [...topics.map(({ number }) => number), ...unknown(topicIds, topics)],
    actors: [...actors.map(({ number }) => number), ...unknown(actorIds, actors)],
    outlets: outletSlugs.length > 0 ? new Set(outlets.map(({ number }) => number)) : null,
  };
}

const NUMBER = { number: true } as const;

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

/** What is to be read of the index: where terms stand only where that is asked. */
function wantedTerms(
  tree: QueryNode | null,
  termsOf: (phrase: Phrase) => TermQuery | null,
  ranked: readonly TermLeaf[],
): WantedTerm[] {
  const wanted = new Map<string, WantedTerm>();
  const want = ({ term, isPrefix }: TermLeaf, withPlaces: boolean) => {
    const key = `${term} ${isPrefix}`;
    wanted.set(key, {
      term,
      isPrefix,
      withPlaces: withPlaces || wanted.get(key)?.withPlaces === true,
    });
  };
  const visit = (node: QueryNode | null): void => {
    if (node?.type === "phrase") {
      const terms = termsOf(node);
      const isPlaced = holdsPhrase(terms);
      for (const leaf of leavesOf(terms)) want(leaf, isPlaced);
    } else if (node?.type === "near") {
      for (const each of [node.left, node.right])
        for (const leaf of leavesOf(termsOf(each))) want(leaf, true);
    } else if (node?.type === "not") visit(node.part);
    else if (node?.type === "and" || node?.type === "or") node.parts.forEach(visit);
  };
  visit(tree);
  // Where all words with a beginning stand would be too much to read for their rank.
  const placed = ranked.filter(({ isPrefix }) => !isPrefix);
  if (placed.length > 1) for (const leaf of placed) want(leaf, true);
  return [...wanted.values()];
}

function holdsPhrase(terms: TermQuery | null): boolean {
  if (terms === null || terms.type === "term") return false;
  if (terms.type === "followed") return true;
  if (terms.type === "not") return holdsPhrase(terms.part);
  return holdsPhrase(terms.left) || holdsPhrase(terms.right);
}
