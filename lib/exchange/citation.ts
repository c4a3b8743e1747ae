import type { Article } from "#lib/articles/types.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import {
  carrierOf,
  citedAddress,
  citedWords,
  listNames,
  occasionOf,
  speakerName,
  type CitedStatement,
} from "#lib/exchange/cited-statement.ts";

const ARCHIVE_NAME = "The Diplomacy Archive";

export type Citable = Pick<Article, "path" | "headline" | "headlineProposed" | "publishedOn"> & {
  bylines: readonly { name: string }[];
  outlet: { name: string } | null;
};

/**
 * An article as a line of a bibliography, in plain text: who, what, where, when, permalink, access
 * date. A headline that the archive proposed stands in square brackets, as is the custom.
 */
export function citeArticle(article: Citable, baseUrl: string, accessedOn: string): string {
  const { headline, headlineProposed, outlet, publishedOn, path } = article;
  const authors = listNames(article.bylines.map(({ name }) => name));
  const isSelfPublished = authors === outlet?.name;
  const parts = [
    authors || outlet?.name,
    headlineProposed ? `[${headline}]` : `“${headline}”`,
    isSelfPublished || !authors ? null : outlet?.name,
    formatDay(publishedOn),
    ARCHIVE_NAME,
    `${baseUrl}${path}`,
  ];
  return toLine(parts, accessedOn);
}

/**
 * A statement as a line of a bibliography, in plain text: who said what, where and when, the
 * article, an address that opens at the words, access date. Says where nobody confirmed it.
 */
export function citeStatement(
  statement: CitedStatement,
  baseUrl: string,
  accessedOn: string,
): string {
  const { speaker, kind, status } = statement;
  const offices = speaker?.offices.join("; ");
  const parts = [
    offices ? `${speakerName(statement)} (${offices})` : speakerName(statement),
    kind === "direct" ? citedWords(statement) : `reported: ${citedWords(statement)}`,
    occasionOf(statement),
    `in ${carrierOf(statement)}`,
    status === "suggested" && "read by machine and not confirmed",
    ARCHIVE_NAME,
    citedAddress(statement, baseUrl),
  ];
  return toLine(parts, accessedOn);
}

function toLine(parts: readonly unknown[], accessedOn: string): string {
  return `${parts.filter(Boolean).join(", ")} (accessed ${formatDay(accessedOn)}).`;
}
