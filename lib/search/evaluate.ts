/** Which articles a query asks for, of what was read of the index for it. */
import type { MeaningOfName } from "#lib/search/data-names.ts";
import { allOf, findNear, findTerms, holdersOf } from "#lib/search/index/evaluate-terms.ts";
import { toDayNumber } from "#lib/search/index/article-columns.ts";
import type { Reading } from "#lib/search/data-postings.ts";
import { DocSet } from "#lib/search/index/doc-set.ts";
import type { RankedWord } from "#lib/search/index/scoring.ts";
import type { TermQuery } from "#lib/search/index/term-query.ts";
import type { Phrase, QueryNode } from "#lib/search/query-tree.ts";

/** All that is needed to tell. */
export type Asking = {
  reading: Reading;
  /** The stored terms of a phrase; null where they are too common to be stored. */
  termsOf(phrase: Phrase): TermQuery | null;
  meaningOf: MeaningOfName;
  /** The documents of those nodes that only the database can answer. */
  storedOf(node: QueryNode): readonly number[];
};

type NearNode = Extract<QueryNode, { type: "near" }>;
type NameNode = Extract<QueryNode, { type: "name" }>;

/**
 * The documents that a query asks for, withdrawn ones among them; null where all that it asks for is
 * too common to be stored, and counts for nothing. With `within`, only those of these need be right.
 */
export function evaluate(node: QueryNode, asking: Asking, within: DocSet | null): DocSet | null {
  const { reading, termsOf } = asking;
  switch (node.type) {
    case "phrase": {
      const terms = termsOf(node);
      return terms && findTerms(terms, reading, within);
    }
    case "near":
      return evaluateNear(node, asking, within);
    case "and":
      return evaluateAnd(node.parts, asking, within);
    case "or": {
      const parts = node.parts.map((part) => evaluate(part, asking, within));
      const sets = parts.filter((set) => set !== null);
      return sets.length === 0 ? null : sets.reduce((one, other) => one.join(other));
    }
    case "not": {
      const part = evaluate(node.part, asking, within);
      return part && allOf(reading).without(part);
    }
    case "days":
      return select(reading, within, isBetween(reading, node));
    case "name":
      return evaluateName(node, asking, within);
    case "choice":
      if (node.field === "lang") {
        const { languages } = reading.view.columns;
        const wanted = reading.view.columns.languagesLike(node.value);
        return select(reading, within, (doc) => wanted.has(languages[doc]!));
      }
      return toSet(reading, asking.storedOf(node));
    case "said":
      return toSet(reading, asking.storedOf(node));
  }
}

/** A set of the documents of `within`, or of all, of which it holds; a null holds of each. */
function select(
  { view: { columns } }: Reading,
  within: DocSet | null,
  holds: ((doc: number) => boolean) | null,
): DocSet {
  const among = within ?? columns.publicDocs;
  return holds === null ? among.copy(columns.limit) : among.filter(holds);
}

/** Whether a document was published on these days, both included; null where any day will do. */
export function isBetween(
  { view: { columns } }: Reading,
  { from, to }: { from: string | null; to: string | null },
): ((doc: number) => boolean) | null {
  if (from === null && to === null) return null;
  const first = from === null ? -Infinity : toDayNumber(from);
  const last = to === null ? Infinity : toDayNumber(to);
  return (doc) => columns.days[doc]! >= first && columns.days[doc]! <= last;
}

/** No query finds more articles than this, as far as it is known before looking. */
export function mostHits(node: QueryNode | null, asking: Asking): number {
  const { reading, termsOf, storedOf } = asking;
  const all = reading.view.columns.limit;
  const holding = (terms: TermQuery | null) => (terms ? holdersOf(terms, reading) : all);
  switch (node?.type) {
    case "phrase":
      return holding(termsOf(node));
    case "near":
      return Math.min(holding(termsOf(node.left)), holding(termsOf(node.right)));
    case "and":
      return Math.min(all, ...node.parts.map((part) => mostHits(part, asking)));
    case "or":
      return Math.min(
        all,
        node.parts.reduce((sum, part) => sum + mostHits(part, asking), 0),
      );
    case "said":
      return storedOf(node).length;
    default:
      return all;
  }
}

/** The words that a reader wants to find, not those that are excluded or that somebody said. */
export function rankedWords(node: QueryNode | null, termsOf: Asking["termsOf"]): RankedWord[] {
  switch (node?.type) {
    case "phrase":
      return wordsOf(termsOf(node));
    case "near":
      return [node.left, node.right].flatMap((each) => wordsOf(termsOf(each)));
    case "and":
    case "or":
      return node.parts.flatMap((part) => rankedWords(part, termsOf));
    default:
      return [];
  }
}

/** Single terms in each other's place are spellings of one word. */
function wordsOf(terms: TermQuery | null): RankedWord[] {
  if (terms === null || terms.type === "not") return [];
  if (terms.type === "term") return [[terms]];
  const [left, right] = [wordsOf(terms.left), wordsOf(terms.right)];
  if (terms.type === "or" && left.length === 1 && right.length === 1)
    return [[...left, ...right].flat()];
  return [...left, ...right];
}

function evaluateNear(node: NearNode, asking: Asking, within: DocSet | null): DocSet | null {
  const { reading, termsOf } = asking;
  const [left, right] = [termsOf(node.left), termsOf(node.right)];
  if (left && right) return findNear([left, right], node.distance, reading, within);
  // Beside a word that is not stored, the other is all that is asked for.
  const other = left ?? right;
  return other && findTerms(other, reading, within);
}

/** What single words find first, the rarest before others: the rest is then looked for in fewer articles. */
function evaluateAnd(
  parts: readonly QueryNode[],
  asking: Asking,
  within: DocSet | null,
): DocSet | null {
  const inOrder = [...parts].sort((one, other) => costOf(one, asking) - costOf(other, asking));
  let found: DocSet | null = null;
  for (const part of inOrder) {
    const set = evaluate(part, asking, found ?? within);
    if (set !== null) found = found === null ? set : found.keep(set);
  }
  return found;
}

function costOf(node: QueryNode, { termsOf, reading }: Asking): number {
  const { limit } = reading.view.columns;
  if (node.type === "near" || node.type === "not") return 2 * limit;
  if (node.type !== "phrase") return limit;
  const terms = termsOf(node);
  if (terms === null) return 0;
  return holdersOf(terms, reading) / 2 + (terms.type === "followed" ? 2 * limit : 0);
}

function evaluateName(
  node: NameNode,
  { reading, meaningOf, storedOf }: Asking,
  within: DocSet | null,
): DocSet {
  const { topics, actors, outlets } = reading.view.columns;
  const { numbers } = meaningOf(node);
  switch (node.field) {
    case "topic":
      return select(reading, within, topics.testOfAny([...numbers]));
    case "person":
    case "country":
      return select(reading, within, actors.testOfAny([...numbers]));
    case "outlet":
      return select(reading, within, (doc) => numbers.has(outlets[doc]!));
    case "speaker":
      return toSet(reading, storedOf(node));
  }
}

function toSet({ view }: Reading, docs: readonly number[]): DocSet {
  return DocSet.ofLists([Int32Array.from(docs)], view.columns.limit);
}
