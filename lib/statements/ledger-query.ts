import { readRange } from "#lib/dates/reader-range.ts";
import { LANE_IDS } from "#lib/events/schema.ts";
import { pageOf, textOf, valuesOf, type ReaderParameters } from "#lib/http/reader-parameters.ts";
import { STATEMENT_KINDS } from "#lib/statements/schema.ts";
import type { LedgerQuery, LedgerSort } from "#lib/statements/types-ledger.ts";

export const PAGE_SIZE = 20;
/** Nobody reads further; whoever needs more narrows by date, or uses the feeds and the API. */
export const MAX_PAGES = 100;
const MAX_TEXT_LENGTH = 300;
const MAX_VALUE_LENGTH = 120;
const SORTS: readonly LedgerSort[] = ["newest", "oldest"];
const CONFIRMED = "only";

/** The ledger that nothing narrows. */
export const WHOLE_LEDGER: LedgerQuery = {
  ...{ text: "", speakerId: null, office: null, sides: [], topicId: null, outletSlug: null },
  ...{ kinds: [], from: null, to: null, isConfirmedOnly: false, sort: "newest", page: 1 },
};

export type ParsedLedger = {
  query: LedgerQuery;
  /** The dates as typed, to be shown again in the form. */
  given: { from: string; to: string };
  /** Dates that could not be used, in a sentence for each field. */
  problems: { from?: string; to?: string };
  /** What else could not be used, as it was given: `kind “shouted”`. */
  ignored: string[];
};

/**
 * The ledger that an address asks for. Never throws: what cannot be understood is left out and
 * named. `today` is what `last month` counts from.
 */
export function parseLedger(parameters: ReaderParameters, today: string): ParsedLedger {
  const ignored: string[] = [];
  const one = (name: string) => {
    const value = textOf(parameters[name]);
    if (value.length <= MAX_VALUE_LENGTH) return value || null;
    ignored.push(`${name} “${value.slice(0, MAX_VALUE_LENGTH)}…”`);
    return null;
  };
  const among = <T extends string>(name: string, known: readonly T[]): T[] => {
    const values = valuesOf(parameters[name], Infinity);
    const isKnown = (value: string) => (known as readonly string[]).includes(value);
    ignored.push(...values.filter((value) => !isKnown(value)).map((value) => `${name} “${value}”`));
    return known.filter((value) => values.includes(value));
  };
  const given = { from: textOf(parameters.from), to: textOf(parameters.to) };
  const { from, to, problems } = readRange(given, today);
  const query: LedgerQuery = {
    text: textOf(parameters.q).slice(0, MAX_TEXT_LENGTH).toWellFormed(),
    speakerId: one("speaker"),
    office: one("office"),
    sides: among("side", LANE_IDS),
    topicId: one("topic"),
    outletSlug: one("outlet"),
    kinds: among("kind", STATEMENT_KINDS),
    ...{ from, to },
    isConfirmedOnly: among("confirmed", [CONFIRMED]).length > 0,
    sort: among("sort", SORTS)[0] ?? "newest",
    page: pageOf(parameters.page, MAX_PAGES),
  };
  return { query, given, problems, ignored };
}

/**
 * The address of a ledger, with what is not said left out: of a whole query, or of the few filters
 * that a link narrows by. Every change begins at the first page again unless it names a page.
 */
export function ledgerPath(query: Partial<LedgerQuery>, change: Partial<LedgerQuery> = {}): string {
  const wanted = { ...WHOLE_LEDGER, ...query, page: 1, ...change };
  const pairs: [string, string | null][] = [
    ["q", wanted.text],
    ["speaker", wanted.speakerId],
    ["office", wanted.office],
    ...wanted.sides.map((side): [string, string] => ["side", side]),
    ["topic", wanted.topicId],
    ["outlet", wanted.outletSlug],
    ...wanted.kinds.map((kind): [string, string] => ["kind", kind]),
    ["from", wanted.from],
    ["to", wanted.to],
    ["confirmed", wanted.isConfirmedOnly ? CONFIRMED : null],
    ["sort", wanted.sort === "newest" ? null : wanted.sort],
    ["page", wanted.page > 1 ? String(wanted.page) : null],
  ];
  const given = pairs.filter((pair): pair is [string, string] => Boolean(pair[1]));
  return given.length > 0 ? `/statements?${new URLSearchParams(given)}` : "/statements";
}
