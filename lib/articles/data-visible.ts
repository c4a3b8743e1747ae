import { PLACED_SELECT, toMentions } from "#lib/articles/data-placed.ts";
import { ARTICLE_LINE_SELECT, PUBLISHED, toArticleLine } from "#lib/articles/data.ts";
import type { ArticleLine, ArticleMention, Paragraph } from "#lib/articles/types.ts";
import { visibleBody } from "#lib/articles/visible-body.ts";
import { database } from "#lib/db/client.ts";

/** What readers may see of an article's text, and who is named in it. */
export type VisibleText = ArticleLine & {
  paragraphs: Paragraph[];
  mentions: ArticleMention[];
  /** There is more text than rights let readers see. */
  isShortened: boolean;
  /** Publishers that it names as its sources. */
  sources: string[];
};

/** The published ones among these articles (UUIDs) as far as readers may read them, by day. */
export async function listVisibleTexts(ids: readonly string[]): Promise<VisibleText[]> {
  if (ids.length === 0) return [];
  const rows = await database.article.findMany({
    where: { ...PUBLISHED, id: { in: [...ids] } },
    select: {
      ...ARTICLE_LINE_SELECT,
      ...{ body: true, rights: true, mentions: PLACED_SELECT.mentions },
      sources: { select: { publisher: true }, orderBy: { position: "asc" } },
    },
    orderBy: [{ publishedOn: "asc" }, { id: "asc" }],
  });
  return rows.map(({ body, rights, mentions, sources, ...row }) => {
    const line = toArticleLine(row);
    const { paragraphs, isShortened } = visibleBody(body, rights);
    return {
      ...line,
      ...{ paragraphs, isShortened },
      mentions: toMentions(mentions, paragraphs, line.publishedOn),
      sources: [...new Set(sources.map(({ publisher }) => publisher))],
    };
  });
}
