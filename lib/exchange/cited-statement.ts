/** What the forms of a statement's citation have in common. */
import { formatDay } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";

export type CitedStatement = Pick<
  StatementLine,
  | ("kind" | "status" | "words" | "speaker" | "speakerText" | "isAnonymous")
  | ("venue" | "saidOn" | "day" | "article" | "place" | "fragment")
>;

/** Where and when a citation is made: the site's own address, and the day (`YYYY-MM-DD`). */
export type CitedAt = { baseUrl: string; accessedOn: string };

/** The place in the article, as an address that opens at its words: what a citation leads to. */
export function citedAddress({ place, fragment }: CitedStatement, baseUrl: string): string {
  return `${baseUrl}${place}${fragment}`;
}

/** Who said it: the name, else the article's words for them. */
export function speakerName({ speaker, speakerText, isAnonymous }: CitedStatement): string {
  return speaker?.name ?? speakerText ?? (isAnonymous ? "Unnamed source" : "Unknown speaker");
}

/**
 * The words on one line: in quotation marks where all of them are the speaker's own, else as the
 * article has them, which is not to be taken for a quotation.
 */
export function citedWords({ kind, words }: Pick<CitedStatement, "kind" | "words">): string {
  const line = words.replace(/\s+/g, " ").trim();
  return kind === "direct" ? `“${withInnerMarks(line)}”` : line;
}

/** Where and when it was said, as far as the article tells: `on the plane, 26 February 2025`. */
export function occasionOf({ venue, saidOn }: CitedStatement, inWords = formatEdtf): string {
  return [venue, saidOn && inWords(saidOn)].filter(Boolean).join(", ");
}

/** The article that it stands in: authors, headline, outlet and day, for a sentence in British English. */
export function carrierOf({ article }: CitedStatement): string {
  const { headline, headlineProposed, bylines, outlet, publishedOn } = article;
  const authors = listNames(bylines);
  const parts = [
    authors === outlet?.name ? null : authors,
    headlineProposed ? `[${headline}]` : `“${withInnerMarks(headline)}”`,
    outlet?.name,
    formatDay(publishedOn),
  ];
  return parts.filter(Boolean).join(", ");
}

/** `Ada Brook, Ivo Lund and Mo Tarn`; empty for nobody. */
export function listNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Quotation marks within quotation marks are single ones. */
export function withInnerMarks(text: string): string {
  return text
    .replaceAll("“", "‘")
    .replaceAll("”", "’")
    .replace(/(^|[\s(\[—–-])"/g, "$1‘")
    .replaceAll('"', "’");
}
