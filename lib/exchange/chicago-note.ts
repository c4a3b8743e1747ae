import { dayParts, isCalendarDay, monthName } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import {
  citedAddress,
  citedWords,
  listNames,
  occasionOf,
  speakerName,
  withInnerMarks,
  type CitedStatement,
} from "#lib/exchange/cited-statement.ts";

/**
 * A statement as a note of The Chicago Manual of Style (17th edition): what is quoted in a source
 * names both (14.260), the source as a newspaper article (14.191), with the day of access (14.12)
 * and dates as Americans write them. A headline that the archive proposed stands in brackets.
 */
export function chicagoNote(
  statement: CitedStatement,
  baseUrl: string,
  accessedOn: string,
): string {
  const { kind, article } = statement;
  const words = citedWords(statement);
  const parts = [
    speakerName(statement),
    kind === "direct" ? words : withoutStop(words),
    occasionOf(statement, americanDate),
    `${kind === "direct" ? "quoted" : "paraphrased"} in ${titleOf(article)}`,
    article.outlet?.name ?? "",
    americanDate(article.publishedOn),
    "The Diplomacy Archive",
    `accessed ${americanDate(accessedOn)}`,
    citedAddress(statement, baseUrl),
  ];
  return `${joinNote(parts.filter((part) => part !== ""))}.`;
}

function titleOf({ headline, headlineProposed, bylines, outlet }: CitedStatement["article"]) {
  const authors = listNames(bylines);
  const title = headlineProposed ? `[${headline}]` : `“${withInnerMarks(headline)}”`;
  return authors && authors !== outlet?.name ? `${authors}, ${title}` : title;
}

/** `February 26, 2025`; months, years and intervals as elsewhere. */
function americanDate(edtf: string): string {
  if (!isCalendarDay(edtf)) return formatEdtf(edtf);
  const { year, month, day } = dayParts(edtf);
  return `${monthName(month)} ${day}, ${year}`;
}

/** With commas between, which stand within closing quotation marks (6.9) in place of a full stop. */
function joinNote(parts: readonly string[]): string {
  return parts
    .map((part, i) => {
      if (i === parts.length - 1) return part;
      return part.endsWith("”") ? `${withoutStop(part.slice(0, -1))},”` : `${part},`;
    })
    .join(" ");
}

function withoutStop(text: string): string {
  return text.replace(/[.,;:]+$/, "");
}
