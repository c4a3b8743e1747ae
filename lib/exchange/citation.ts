import type { Article } from "#lib/articles/types.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";

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
  return `${parts.filter(Boolean).join(", ")} (accessed ${formatDay(accessedOn)}).`;
}

function listNames(names: readonly string[]): string {
  if (names.length < 2) return names[0] ?? "";
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
