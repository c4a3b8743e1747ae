import { formatDay } from "#lib/dates/calendar-day.ts";
import type { ParsedSearch } from "#lib/search/parse-query.ts";
import type { SearchHit, SearchResults, TextPart } from "#lib/search/types.ts";
import { counted } from "#lib/text/counted.ts";

type Printed = { baseUrl: string; /** Matches are marked for a terminal. */ isBold: boolean };

const BOLD = ["\u001B[1m", "\u001B[22m"] as const;
// What a terminal would take for an order stands in no text that is shown.
const CONTROL = /[\p{Cc}\p{Bidi_Control}]+/gu;

/**
 * A search for people to read: what of it was not used and what its names mean, how much was found,
 * and a page of that, each with its day, outlet, address and the passage that matches.
 */
export function printSearch(
  { query, ignored }: ParsedSearch,
  results: SearchResults,
  printed: Printed,
): string {
  const { items, names, total, pageCount, didYouMean, isSearchable } = results;
  const notes = [
    ...ignored.map(({ text, reason }) => `Not used: ${plain(text)}, since ${reason}.`),
    ...names.map(({ text, meant }) =>
      meant.length > 0
        ? `${plain(text)} is ${meant.map(plain).join(" or ")}.`
        : `Nothing has ${plain(text)}: the archive knows no such name.`,
    ),
    ...(isSearchable ? [] : ["There is no word in this search that can be looked for."]),
    ...(didYouMean ? [`Did you mean: ${inBold(didYouMean.parts, printed)}`] : []),
    `${counted(total, "article")}${pageCount > 1 ? `, page ${query.page} of ${pageCount}` : ""}`,
  ];
  return [notes.join("\n"), ...items.map((hit) => printHit(hit, printed))].join("\n\n");
}

function printHit(hit: SearchHit, printed: Printed): string {
  const where = [formatDay(hit.publishedOn), hit.outlet && plain(hit.outlet.name)];
  const lines = [
    inBold(hit.headlineParts, printed),
    `  ${where.filter(Boolean).join(", ")}`,
    `  ${printed.baseUrl}${hit.path}`,
    `  ${inBold(hit.extract, printed)}`,
  ];
  return lines.join("\n");
}

function inBold(parts: readonly TextPart[], { isBold }: Printed): string {
  const [start, end] = isBold ? BOLD : ["", ""];
  return parts
    .map(({ text, isMatch }) => (isMatch ? start + plain(text) + end : plain(text)))
    .join("");
}

const plain = (text: string): string => text.replace(CONTROL, " ");
