import { formatDay } from "#lib/dates/calendar-day.ts";
import type { ListedArticle } from "#lib/articles/data-listed.ts";
import {
  carrierOf,
  citedAddress,
  citedWords,
  occasionOf,
  speakerName,
  type CitedStatement,
} from "#lib/exchange/cited-statement.ts";
import { toSlug } from "#lib/text/slug.ts";

type DateParts = [year: number, month?: number, day?: number];
type CslDate = { "date-parts": [DateParts, DateParts?] };
type CslName = { family: string; given?: string } | { literal: string };

/** What of CSL-JSON is written here (https://docs.citationstyles.org/en/stable/specification.html). */
export type CslItem = {
  id: string;
  type: "document" | "article-newspaper";
  title: string;
  author: CslName[];
  issued: CslDate;
  accessed: CslDate;
  "container-title"?: string;
  "event-title"?: string;
  publisher: string;
  URL: string;
  note: string;
  language?: string;
};

/**
 * A statement as an item of a bibliography: the speaker is its author, the words are its title. It
 * is issued when it was said, or, where that is not known, when it was published; the note says in
 * what article it stands. `accessedOn` is a day (`YYYY-MM-DD`).
 */
export function toCslItem(statement: CitedStatement, baseUrl: string, accessedOn: string): CslItem {
  const { article, venue, saidOn, speaker } = statement;
  const name = speakerName(statement);
  return {
    id: citationKey(statement),
    type: "document",
    title: citedWords(statement),
    author: [speaker?.kind === "person" ? toName(name) : { literal: name }],
    issued: toCslDate(saidOn ?? article.publishedOn),
    accessed: toCslDate(accessedOn),
    ...(article.outlet && { "container-title": article.outlet.name }),
    ...(venue && { "event-title": venue }),
    publisher: "The Diplomacy Archive",
    URL: citedAddress(statement, baseUrl),
    note: noteOf(statement),
  };
}

/**
 * An article as an item of a bibliography. A headline that the archive proposed stands in square
 * brackets, as is the custom. `accessedOn` is a day (`YYYY-MM-DD`).
 */
export function articleCslItem(
  article: ListedArticle,
  baseUrl: string,
  accessedOn: string,
): CslItem {
  const { path, headline, headlineProposed, publishedOn, outlet, bylines, language } = article;
  return {
    // The address is the article's own, so no two of a file have the same.
    id: path.slice(1).replaceAll("/", "-"),
    type: "article-newspaper",
    title: headlineProposed ? `[${headline}]` : headline,
    author: bylines.map(({ name }) => (name === outlet?.name ? { literal: name } : toName(name))),
    issued: toCslDate(publishedOn),
    accessed: toCslDate(accessedOn),
    ...(outlet && { "container-title": outlet.name }),
    publisher: "The Diplomacy Archive",
    language,
    // BibTeX has no day otherwise.
    note: `Published ${formatDay(publishedOn)}.`,
    URL: `${baseUrl}${path}`,
  };
}

/** Readable, and the same each time: `brook20250227line`. */
export function citationKey(statement: CitedStatement): string {
  const family = speakerName(statement).split(" ").at(-1) ?? "";
  const telling = statement.words.split(/[^\p{L}\p{N}]+/u).find((word) => word.length > 3) ?? "";
  const day = statement.day.replaceAll("-", "");
  return [toSlug(family, "source"), day, toSlug(telling, "")].join("").replaceAll("-", "");
}

/** The last word is the family name, with the small words before it: `von der Leyen`. */
function toName(name: string): CslName {
  const words = name.split(" ");
  const isSmall = (word: string | undefined) => /^\p{Ll}/u.test(word ?? "");
  let first = words.length - 1;
  while (first > 0 && isSmall(words[first - 1])) first--;
  const family = words.slice(first).join(" ");
  return first > 0 ? { family, given: words.slice(0, first).join(" ") } : { literal: family };
}

/** Years, months and days as far as known; the two ends of an interval. */
function toCslDate(edtf: string): CslDate {
  const [from = "", to] = edtf.split("/").map((part) => part.replace(/[~?%]$/, ""));
  return { "date-parts": to ? [toDateParts(from), toDateParts(to)] : [toDateParts(from)] };
}

function toDateParts(date: string): DateParts {
  return date.split("-").map(Number) as DateParts;
}

function noteOf(statement: CitedStatement): string {
  const occasion = occasionOf(statement);
  const form = statement.kind === "direct" ? "Quoted" : "Reported";
  return [
    occasion ? `Said ${occasion}.` : "When it was said is not given.",
    `${form} in ${carrierOf(statement)}.`,
    statement.status === "suggested" && "Read by machine, not confirmed by a person.",
  ]
    .filter(Boolean)
    .join(" ");
}
