import { parseDateRange } from "#lib/dates/parse-reader-date.ts";
import type { SearchQuery, SearchSort } from "#lib/search/types.ts";

export const PAGE_SIZE = 10;
/** Nobody reads further; whoever needs more narrows by date, or uses the feeds and the API. */
export const MAX_PAGES = 100;
const MAX_TEXT_LENGTH = 300;
const MAX_VALUES_PER_FILTER = 5;
const MAX_VALUE_LENGTH = 100;
const SORTS: readonly SearchSort[] = ["relevance", "newest", "oldest"];

/** The parameters of a search address, as Next gives them. */
export type SearchParameters = Record<string, string | string[] | undefined>;

export type ParsedSearch = {
  query: SearchQuery;
  /** The dates as typed, to be shown again in the form. */
  given: { from: string; to: string };
  /** What could not be understood and was left out, in a sentence for each field. */
  problems: { from?: string; to?: string };
};

/**
 * What a reader asks for. Never throws: what cannot be understood is left out, and dates that cannot
 * be read are named in `problems`. `today` is what `last month` counts from.
 */
export function parseSearch(parameters: SearchParameters, today: string): ParsedSearch {
  const text = cleanText(firstOf(parameters.q)).slice(0, MAX_TEXT_LENGTH).toWellFormed();
  const given = {
    from: cleanText(firstOf(parameters.from)),
    to: cleanText(firstOf(parameters.to)),
  };
  const start = given.from ? parseDateRange(given.from, today) : null;
  const end = given.to ? parseDateRange(given.to, today) : null;
  const isBackwards = start !== null && end !== null && start.from > end.to;
  const query: SearchQuery = {
    text,
    from: start?.from ?? null,
    to: isBackwards ? null : (end?.to ?? null),
    topicIds: valuesOf(parameters.topic),
    actorIds: valuesOf(parameters.person),
    outletSlugs: valuesOf(parameters.outlet),
    sort: sortOf(firstOf(parameters.sort), text),
    page: pageOf(firstOf(parameters.page)),
  };
  const problems = {
    ...(given.from && !start && { from: unread(given.from) }),
    ...(given.to && !end && { to: unread(given.to) }),
    ...(isBackwards && { to: `“${given.to}” is before “${given.from}”, so it was left out.` }),
  };
  return { query, given, problems };
}

/**
 * The words that a text looks for, without those it excludes: `"white house" -trump or talks` gives
 * `white`, `house`, `talks`. Only for choosing what to show; PostgreSQL decides what is found.
 */
export function wantedWords(text: string): string[] {
  const words: string[] = [];
  for (const [, minus, phrase, word] of text.matchAll(/(-?)(?:"([^"]*)"?|([^\s"]+))/g)) {
    if (minus || word?.toLowerCase() === "or") continue;
    words.push(...((phrase ?? word ?? "").match(/[\p{L}\p{N}]+/gu) ?? []));
  }
  return [...new Set(words.map((word) => word.toLowerCase()))];
}

/** The same words with `or` between them, for a search that found nothing; null for one word. */
export function looserText(text: string): string | null {
  const words = wantedWords(text);
  return words.length > 1 ? words.join(" or ") : null;
}

function sortOf(value: string, text: string): SearchSort {
  const sort = SORTS.find((known) => known === value) ?? "relevance";
  return sort === "relevance" && text === "" ? "newest" : sort;
}

function pageOf(value: string): number {
  const page = /^\d{1,4}$/.test(value) ? Number(value) : 1;
  return Math.min(Math.max(page, 1), MAX_PAGES);
}

function valuesOf(value: string | string[] | undefined): string[] {
  const values = [value ?? []].flat().map(cleanText);
  const usable = values.filter((id) => id !== "" && id.length <= MAX_VALUE_LENGTH);
  return [...new Set(usable)].slice(0, MAX_VALUES_PER_FILTER);
}

function firstOf(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? "";
}

/** PostgreSQL holds no NUL and no half of a surrogate pair. */
function cleanText(value: string): string {
  return value.replaceAll("\0", " ").toWellFormed().replace(/\s+/g, " ").trim();
}

function unread(given: string): string {
  return `“${given}” could not be read as a date, so it was left out. Try 2025, 2025-02, 27 Feb 2025 or last month.`;
}
