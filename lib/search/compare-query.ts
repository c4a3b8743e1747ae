/** Two searches side by side: what an address asks for, and the searches that they make together. */
import { FACETS } from "#lib/search/chosen-facets.ts";
import { parseQuery } from "#lib/search/parse-tree.ts";
import { MAX_TEXT_LENGTH, parseSearch, type ParsedSearch } from "#lib/search/parse-query.ts";
import type { SearchParameters } from "#lib/search/parse-query.ts";
import { searchPath } from "#lib/search/search-address.ts";
import type { QueryNode } from "#lib/search/query-tree.ts";
import type { FacetChoice, FacetName, SearchQuery } from "#lib/search/types.ts";

/** Two searches within the same days. */
export type ParsedComparison = { first: ParsedSearch; second: ParsedSearch };

/** What of two searches is found by one alone, and what by both. */
export const COMPARED_PARTS = ["onlyFirst", "both", "onlySecond"] as const;
export type ComparedPart = (typeof COMPARED_PARTS)[number];

/** The parameters `a`, `b`, `from` and `to` as two searches; never throws, as `parseSearch`. */
export function parseComparison(parameters: SearchParameters, today: string): ParsedComparison {
  const { a, b, from, to } = parameters;
  const parse = (q: SearchParameters[string]) =>
    parseSearch({ q, from, to, sort: "newest" }, today);
  return { first: parse(a), second: parse(b) };
}

/** The address of a comparison, with what is not said left out. Days stand in it as they were typed. */
export function comparePath(given: { a: string; b?: string; from?: string; to?: string }): string {
  const pairs = Object.entries(given).filter(([, value]) => Boolean(value));
  return `/search/compare${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ""}`;
}

/** What two searches ask for together: both, or one without the other. */
export function combineTrees(
  part: ComparedPart,
  { first, second }: { first: QueryNode; second: QueryNode },
): QueryNode {
  if (part === "both") return { type: "and", parts: [first, second] };
  const [with_, without] = part === "onlyFirst" ? [first, second] : [second, first];
  return { type: "and", parts: [with_, { type: "not", part: without }] };
}

/**
 * One search for a part of a comparison, its `text` null where the language cannot say it: texts that
 * are too long together, or of which one leaves a bracket or a quotation mark open.
 */
export function combineSearches(
  part: ComparedPart,
  { first, second }: ParsedComparison,
  today: string,
): { query: SearchQuery; text: string | null } | null {
  const [one, other] = [first.query, second.query];
  if (!one.tree || !other.tree) return null;
  const tree = combineTrees(part, { first: one.tree, second: other.tree });
  const [a, b] = [bracketed(one.text), bracketed(other.text)];
  const text = { both: `${a} ${b}`, onlyFirst: `${a} -${b}`, onlySecond: `${b} -${a}` }[part];
  const query: SearchQuery = { ...one, text, tree };
  return { query, text: saysTheSame(text, tree, today) ? text : null };
}

/** The address under which a part of a comparison is a search of its own. */
export function partPath({ query, given }: ParsedSearch, text: string): string {
  return searchPath(query, { ...given, text, sort: "newest" });
}

/** What a search asks for by its filters too, in words of the query language: `aid topic:sanctions`. */
export function textWithFilters({ text, tree, chosen }: SearchQuery): string {
  const filters = FACETS.flatMap((facet) => filterTexts(FIELDS[facet], chosen[facet]));
  if (filters.length === 0) return text;
  return [tree?.type === "or" ? `(${text})` : text, ...filters].join(" ").trim();
}

const FIELDS: Readonly<Record<FacetName, string>> = {
  topics: "topic",
  people: "person",
  countries: "country",
  outlets: "outlet",
  years: "in",
};

function filterTexts(field: string, { ids, isAny, notIds }: FacetChoice): string[] {
  const each = (values: readonly string[]) => values.map((id) => `${field}:${quoted(id)}`);
  const isEither = isAny && ids.length > 1;
  return [
    ...(isEither ? [`${field}:(${ids.map(quoted).join(" or ")})`] : each(ids)),
    ...each(notIds).map((text) => `-${text}`),
  ];
}

function quoted(id: string): string {
  return /^[\p{L}\p{N}_-]+$/u.test(id) ? id : `"${id.replaceAll('"', " ")}"`;
}

const ONE_PIECE = /^(?:[^\s"()-][^\s"()]*|"[^"]+")$/;

function bracketed(text: string): string {
  return ONE_PIECE.test(text) ? text : `(${text})`;
}

function saysTheSame(text: string, tree: QueryNode, today: string): boolean {
  if (text.length > MAX_TEXT_LENGTH) return false;
  return JSON.stringify(parseQuery(text, today).tree) === JSON.stringify(tree);
}
