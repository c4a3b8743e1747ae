import { ARTICLE_LINE_SELECT, PUBLISHED, toArticleLine } from "#lib/articles/data.ts";
import type { ArticleLine } from "#lib/articles/types.ts";
import { visibleBody } from "#lib/articles/visible-body.ts";
import { database } from "#lib/db/client.ts";

export type ArticleText = { line: ArticleLine; text: string };

/**
 * The published ones among these ids (UUIDs), in the order of the ids, each with its body as far as
 * its rights let readers see it. For a page of results: a list never reads bodies.
 */
export async function listArticleTexts(ids: readonly string[]): Promise<ArticleText[]> {
  const rows = await database.article.findMany({
    where: { ...PUBLISHED, id: { in: [...ids] } },
    select: { ...ARTICLE_LINE_SELECT, body: true, rights: true },
  });
  const textById = new Map(
    rows.map(({ body, rights, ...row }) => {
      const { paragraphs } = visibleBody(body, rights);
      const text = paragraphs.map((paragraph) => paragraph.text).join("\n\n");
      return [row.id, { line: toArticleLine(row), text }];
    }),
  );
  return ids.flatMap((id) => textById.get(id) ?? []);
}
