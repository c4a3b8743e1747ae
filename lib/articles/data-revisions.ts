/** The revisions of a public article, as readers may see them. */
import { rankChanges, type ComparedState, type RankedChange } from "#lib/articles/rank-changes.ts";
import { parseSnapshot, type ArticleFields } from "#lib/articles/schema.ts";
import type { Article, PublicRevision, Rights } from "#lib/articles/types.ts";
import { visibleBody } from "#lib/articles/visible-body.ts";
import { database } from "#lib/db/client.ts";

const MAX_REVISIONS_SHOWN = 200;

/**
 * The states of a published article that readers saw since it was made public, or public again: the
 * one that was, and every one saved since; the newest first. What an editor saved before is nobody's business but theirs.
 */
export async function listPublicRevisions(articleId: string): Promise<PublicRevision[]> {
  const article = await database.article.findFirst({
    where: { id: articleId, status: "published", deletedAt: null },
    select: {
      releasedAt: true,
      revisions: {
        select: { number: true, savedAt: true, asRead: true },
        orderBy: { number: "desc" },
        take: MAX_REVISIONS_SHOWN,
      },
    },
  });
  if (!article?.releasedAt) return [];
  const { releasedAt, revisions } = article;
  const first = revisions.findIndex(({ savedAt }) => savedAt <= releasedAt);
  const shown = first < 0 ? revisions : revisions.slice(0, first + 1);
  return shown.map(({ number, savedAt, asRead }, i) => ({
    ...{ number, asRead },
    // Readers saw the first of them from when it was made public.
    savedAt: i === shown.length - 1 && savedAt < releasedAt ? releasedAt : savedAt,
  }));
}

/**
 * What changed between two of the public revisions of an article, by substance: of its text only
 * what its rights let readers see. Null where either number is none of `revisions`.
 */
export async function comparePublicRevisions(
  { id, rights }: Pick<Article, "id" | "rights">,
  revisions: readonly PublicRevision[],
  { from, to }: { from: number; to: number },
): Promise<RankedChange[] | null> {
  const isPublic = (number: number) => revisions.some((revision) => revision.number === number);
  if (!isPublic(from) || !isPublic(to)) return null;
  const rows = await database.revision.findMany({
    where: { articleId: id, number: { in: [from, to] } },
    select: { number: true, snapshot: true },
  });
  const stateOf = (number: number) => {
    const row = rows.find((each) => each.number === number);
    return toVisible(parseSnapshot(row?.snapshot ?? {}), rights);
  };
  return rankChanges(stateOf(from), stateOf(to)).changes;
}

function toVisible({ paragraphs, ...fields }: ArticleFields, rights: Rights): ComparedState {
  const { paragraphs: visible } = visibleBody(paragraphs.join("\n\n"), rights);
  return { ...fields, paragraphs: visible.map(({ text }) => text) };
}
