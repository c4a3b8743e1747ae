import { ARTICLE_LINE_SELECT, PUBLISHED, toArticleLine } from "#lib/articles/data.ts";
import type { ArticleLine, Byline, Rights } from "#lib/articles/types.ts";
import { visibleBody } from "#lib/articles/visible-body.ts";
import { database } from "#lib/db/client.ts";

/** An article with what a bibliography or a table says of it, and what may be read of its text. */
export type ListedArticle = ArticleLine & {
  language: string;
  rights: Rights;
  bylines: Byline[];
  /** Ids of topics, and names of people and bodies, without rejected ones. */
  topics: string[];
  actors: string[];
  /** As far as rights allow; none where they were not asked for. */
  paragraphs: string[];
};

const NOT_REJECTED = { status: { not: "rejected" } } as const;

/**
 * The published ones among these ids (UUIDs), in the order of the ids, for some hundred at a time.
 * Bodies are most of what they weigh, and are read `withText` only.
 */
export async function listWholeArticles(
  ids: readonly string[],
  { withText }: { withText: boolean },
): Promise<ListedArticle[]> {
  const rows = await database.article.findMany({
    where: { ...PUBLISHED, id: { in: [...ids] } },
    select: {
      ...ARTICLE_LINE_SELECT,
      ...{ language: true, rights: true, body: withText },
      bylines: { select: { name: true, role: true, note: true }, orderBy: { position: "asc" } },
      topics: { where: NOT_REJECTED, select: { topicId: true }, orderBy: { topicId: "asc" } },
      mentions: {
        where: NOT_REJECTED,
        distinct: ["actorId"],
        select: { actor: { select: { name: true } } },
        orderBy: { actorId: "asc" },
      },
    },
  });
  const articles = new Map(
    rows.map(({ language, rights, body, bylines, topics, mentions, ...row }) => [
      row.id,
      {
        ...{ ...toArticleLine(row), language, rights, bylines },
        topics: topics.map(({ topicId }) => topicId),
        actors: mentions.map(({ actor }) => actor.name),
        paragraphs: visibleBody(body ?? "", rights).paragraphs.map(({ text }) => text),
      },
    ]),
  );
  return ids.flatMap((id) => articles.get(id) ?? []);
}
