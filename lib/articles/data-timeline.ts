import { ARTICLE_LINE_SELECT, PUBLISHED, toArticleLine } from "#lib/articles/data.ts";
import type { ArticleLine } from "#lib/articles/types.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

export type ArticleLineWithCountries = ArticleLine & {
  /** Countries of the events that it tells of; without such events, of those it names. */
  countries: string[];
};

const EVENT_COUNTRIES_SELECT = {
  placeCountry: true,
  participants: { select: { actor: { select: { country: true } } } },
} satisfies Prisma.EventSelect;

/** The published articles among these ids, in no particular order, with the countries they concern. */
export async function listArticlesByIds(ids: string[]): Promise<ArticleLineWithCountries[]> {
  if (ids.length === 0) return [];
  const rows = await database.article.findMany({
    where: { ...PUBLISHED, id: { in: ids } },
    select: {
      ...ARTICLE_LINE_SELECT,
      events: { select: { event: { select: EVENT_COUNTRIES_SELECT } } },
      mentions: {
        where: { status: { not: "rejected" } },
        distinct: "actorId",
        select: { actor: { select: { country: true } } },
      },
    },
  });
  return rows.map(({ events, mentions, ...row }) => {
    const told = events.flatMap(({ event }) => [
      event.placeCountry,
      ...event.participants.map(({ actor }) => actor.country),
    ]);
    const named = mentions.map(({ actor }) => actor.country);
    const countries = (events.length > 0 ? told : named).filter((country) => country !== null);
    return { ...toArticleLine(row), countries: [...new Set(countries)] };
  });
}
