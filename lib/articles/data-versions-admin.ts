/** What archivists see of the versions of an article's page. The callers authorise. */
import { fieldAsText } from "#lib/articles/compare-fields.ts";
import { getArticleState } from "#lib/articles/data-state.ts";
import { FIELD_LABELS } from "#lib/articles/field-labels.ts";
import { mergeReading } from "#lib/articles/merge-reading.ts";
import { findReading, getBaseReading } from "#lib/articles/data-readings.ts";
import { rankChanges } from "#lib/articles/rank-changes.ts";
import type { ProposedLine, VersionInFull, VersionLine } from "#lib/articles/types-admin.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";

const VERSION_SELECT = {
  originalId: true,
  state: true,
  addedAt: true,
  decidedAt: true,
  decidedBy: { select: { name: true } },
  original: {
    select: { receivedAt: true, receivedVia: true, mediaType: true, byteLength: true },
  },
  article: { select: { originalId: true } },
} satisfies Prisma.ArticleOriginalSelect;

type VersionRow = Prisma.ArticleOriginalGetPayload<{ select: typeof VERSION_SELECT }>;

/** Every original of an article, the newest first. */
export async function listVersions(articleId: string): Promise<VersionLine[]> {
  const [rows, withReading] = await Promise.all([
    database.articleOriginal.findMany({
      where: { articleId },
      select: VERSION_SELECT,
      orderBy: [{ addedAt: "desc" }, { originalId: "desc" }],
    }),
    listIdsWithReading(articleId),
  ]);
  return rows.map((row) => ({ ...toLine(row), hasReading: withReading.has(row.originalId) }));
}

/** Reads no reading: each is as long as its article. */
async function listIdsWithReading(articleId: string): Promise<Set<string>> {
  const rows = await database.articleOriginal.findMany({
    where: { articleId, fields: { not: Prisma.DbNull } },
    select: { originalId: true },
  });
  return new Set(rows.map(({ originalId }) => originalId));
}

function toLine({ original, article, decidedBy, ...row }: VersionRow) {
  return {
    ...row,
    ...original,
    decidedBy: decidedBy?.name ?? null,
    isCurrent: article.originalId === row.originalId,
  };
}

/**
 * A version of an article's page, what taking it over would change and what a person's corrections
 * would keep; null where the article has no such version, or nothing else was read of it.
 */
export async function getVersion(
  articleId: string,
  originalId: string,
): Promise<VersionInFull | null> {
  const [state, row] = await Promise.all([
    getArticleState(articleId),
    database.articleOriginal.findFirst({
      where: { articleId, originalId },
      select: VERSION_SELECT,
    }),
  ]);
  if (!state || !row) return null;
  const reading = await findReading(database, articleId, originalId);
  if (!reading) return null;
  const base = await getBaseReading(database, state);
  const { fields, kept } = mergeReading({ base, current: state.fields, read: reading.fields });
  return {
    ...toLine(row),
    hasReading: true,
    articleId,
    version: state.version,
    headline: state.fields.headline,
    isInBin: state.deletedAt !== null || state.mergedIntoId !== null,
    changes: rankChanges(state.fields, fields, await listNames()).changes,
    kept: kept.map((field) => ({
      field,
      label: FIELD_LABELS[field],
      ours: fieldAsText(state.fields, field),
      theirs: fieldAsText(reading.fields, field),
    })),
  };
}

/** The words of names that the archive knows, by which a change of name is told from other wording. */
export async function listNames(): Promise<string[]> {
  const actors = await database.actor.findMany({
    where: { mergedIntoId: null },
    select: { name: true },
  });
  const words = actors.flatMap(({ name }) => name.split(/[^\p{L}\p{N}]+/u));
  return [...new Set(words.filter((word) => /^\p{Lu}/u.test(word)))];
}

/** New versions that wait for a decision, the longest waiting first, at most `limit`. */
export async function listProposedVersions(limit: number): Promise<ProposedLine[]> {
  const rows = await database.articleOriginal.findMany({
    where: { state: "proposed", article: { deletedAt: null, mergedIntoId: null } },
    select: {
      originalId: true,
      addedAt: true,
      article: {
        select: { id: true, headline: true, status: true, outlet: { select: { name: true } } },
      },
    },
    orderBy: [{ addedAt: "asc" }, { originalId: "asc" }],
    take: limit,
  });
  return rows.map(({ originalId, addedAt, article: { id, headline, status, outlet } }) => {
    return { originalId, addedAt, articleId: id, headline, status, outlet: outlet?.name ?? null };
  });
}
