import { articlePath } from "#lib/articles/address.ts";
import { certaintyOf, PLACED_SELECT, toMentions, toStatements } from "#lib/articles/data-placed.ts";
import { ARTICLE_LINE_SELECT, toArticleLine } from "#lib/articles/data.ts";
import type { Article, ArticleLookup, WithdrawnArticle } from "#lib/articles/types.ts";
import { visibleBody } from "#lib/articles/visible-body.ts";
import { isCalendarDay, toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

const NOT_REJECTED = { status: { not: "rejected" } } as const;
const BY_POSITION = { position: "asc" } as const;

/** An agency's text may be reprinted by hundreds. */
const MAX_MERGED_SHOWN = 50;
/** What leads to an article's address. */
const STANDS_SELECT = {
  id: true,
  publishedOn: true,
  slug: true,
  status: true,
  deletedAt: true,
} satisfies Prisma.ArticleSelect;

const ARTICLE_SELECT = {
  ...ARTICLE_LINE_SELECT,
  status: true,
  deletedAt: true,
  rights: true,
  language: true,
  dateline: true,
  body: true,
  publishedAt: true,
  modifiedOn: true,
  sourceUrl: true,
  withdrawnAt: true,
  withdrawnReason: true,
  updatedAt: true,
  releasedAt: true,
  revisions: { select: { savedAt: true }, orderBy: { number: "desc" }, take: 1 },
  mergedInto: { select: STANDS_SELECT },
  merged: {
    select: {
      mergedAs: true,
      headline: true,
      publishedOn: true,
      sourceUrl: true,
      rights: true,
      releasedAt: true,
      originalId: true,
      outlet: { select: { slug: true, name: true } },
    },
    orderBy: [{ publishedOn: "asc" }, { id: "asc" }],
    take: MAX_MERGED_SHOWN,
  },
  original: { select: { id: true, mediaType: true, byteLength: true, sha256: true } },
  bylines: { select: { name: true, role: true, note: true }, orderBy: BY_POSITION },
  mediaCredits: { select: { credit: true, caption: true }, orderBy: BY_POSITION },
  sources: {
    select: { publisher: true, title: true, url: true, stateMedia: true },
    orderBy: BY_POSITION,
  },
  topics: {
    where: NOT_REJECTED,
    select: { status: true, topic: { select: { id: true, label: true } } },
    orderBy: [{ status: "desc" }, { confidence: "desc" }, { topicId: "asc" }],
  },
  ...PLACED_SELECT,
  events: {
    select: { event: { select: { id: true, title: true, date: true, verification: true } } },
    orderBy: [{ event: { startsOn: "desc" } }, { eventId: "asc" }],
  },
} satisfies Prisma.ArticleSelect;

type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof ARTICLE_SELECT }>;

/**
 * What a reader finds at the address of a day (`YYYY-MM-DD`) and a slug: the published article, the
 * notice of a withdrawn one, or the present address of one that moved. Null for what was never
 * public there, and for what has been deleted.
 */
export async function getArticleAt(day: string, slug: string): Promise<ArticleLookup | null> {
  if (!isCalendarDay(day)) return null;
  const address = { publishedOn: toDateColumn(day), slug };
  const present = await database.article.findUnique({
    where: { publishedOn_slug: address },
    select: ARTICLE_SELECT,
  });
  const found = present && toLookup(present);
  return found ?? (await getMoved(address));
}

async function getMoved(address: {
  publishedOn: Date;
  slug: string;
}): Promise<ArticleLookup | null> {
  const row = await database.articleAddress.findUnique({
    where: { publishedOn_slug: address },
    select: { article: { select: { ...STANDS_SELECT, mergedInto: { select: STANDS_SELECT } } } },
  });
  const moved = row && toMoved(row.article.mergedInto ?? row.article);
  const asked = articlePath(toCalendarDay(address.publishedOn), address.slug);
  return moved?.path === asked ? null : moved;
}

type StandsRow = Prisma.ArticleGetPayload<{ select: typeof STANDS_SELECT }>;

function toMoved({ id, publishedOn, slug, status, deletedAt }: StandsRow) {
  if (!publishedOn || !slug || status === "draft" || deletedAt) return null;
  const path = articlePath(toCalendarDay(publishedOn), slug);
  return { state: "moved" as const, path, articleId: id };
}

/** The published article at an address, or null. */
export async function getPublishedArticle(day: string, slug: string): Promise<Article | null> {
  const found = await getArticleAt(day, slug);
  return found?.state === "published" ? found.article : null;
}

/** What a reader may see of the article with this id (a UUID); null as in `getArticleAt`. */
export async function getArticleById(id: string): Promise<ArticleLookup | null> {
  const row = await database.article.findUnique({ where: { id }, select: ARTICLE_SELECT });
  return row && toLookup(row);
}

/**
 * Published articles as readers may see them, in the order of their ids (UUIDs): at most `limit` of
 * those after `afterId`. For going through all of them.
 */
export async function listPublishedArticles(
  afterId: string,
  limit: number,
  client: Pick<typeof database, "article"> = database,
): Promise<Article[]> {
  const rows = await client.article.findMany({
    where: { status: "published", deletedAt: null, id: { gt: afterId } },
    select: ARTICLE_SELECT,
    orderBy: { id: "asc" },
    take: limit,
  });
  return rows.map(toArticle);
}

/**
 * An article of any status as readers would see it, with stand-ins for what a draft still lacks.
 * For those who may see drafts: the caller authorises. Null where there is none.
 */
export async function getArticlePreview(id: string): Promise<Article | null> {
  const row = await database.article.findUnique({ where: { id }, select: ARTICLE_SELECT });
  if (!row) return null;
  return toArticle({ ...row, headline: row.headline ?? "No headline yet" });
}

function toLookup(row: ArticleRow): ArticleLookup | null {
  if (row.mergedInto) return toMoved(row.mergedInto);
  if (row.deletedAt) return null;
  if (row.status === "published") return { state: "published", article: toArticle(row) };
  if (row.status === "withdrawn") return { state: "withdrawn", article: toWithdrawn(row) };
  return null;
}

function toWithdrawn(row: ArticleRow): WithdrawnArticle {
  const { id, path, headline, publishedOn, outlet } = toArticleLine(row);
  return {
    ...{ id, path, headline, publishedOn, outlet },
    bylines: row.bylines,
    withdrawnOn: toCalendarDay(row.withdrawnAt as Date),
    withdrawnReason: row.withdrawnReason,
  };
}

function toArticle(row: ArticleRow): Article {
  const publishedOn = row.publishedOn ? toCalendarDay(row.publishedOn) : "";
  const { paragraphs, isShortened } = visibleBody(row.body, row.rights);
  return {
    id: row.id,
    slug: row.slug ?? "",
    path: articlePath(publishedOn, row.slug ?? ""),
    headline: row.headline ?? "",
    headlineProposed: row.headlineProposed,
    summary: row.summary,
    publishedOn,
    outlet: row.outlet,
    verification: row.verification,
    language: row.language,
    dateline: row.dateline,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    modifiedOn: row.modifiedOn && toCalendarDay(row.modifiedOn),
    sourceUrl: row.sourceUrl,
    updatedAt: row.updatedAt.toISOString(),
    rights: row.rights,
    paragraphs,
    isShortened,
    bylines: row.bylines,
    mediaCredits: row.mediaCredits,
    sources: row.sources,
    topics: row.topics.map(({ topic, status }) => ({ ...topic, status: certaintyOf(status) })),
    mentions: toMentions(row.mentions, paragraphs, publishedOn),
    statements: toStatements(row.statements, paragraphs, publishedOn),
    events: row.events.map(({ event }) => event),
    original: row.original,
    merged: row.merged.map(toMerged),
    isRevised: isAfter(row.revisions[0]?.savedAt, row.releasedAt),
  };
}

function isAfter(savedAt: Date | undefined, releasedAt: Date | null): boolean {
  return savedAt !== undefined && releasedAt !== null && savedAt > releasedAt;
}

function toMerged({
  mergedAs,
  rights,
  releasedAt,
  originalId,
  ...row
}: ArticleRow["merged"][number]) {
  const { headline, publishedOn, sourceUrl, outlet } = row;
  return {
    as: mergedAs === "update" ? ("update" as const) : ("same_text" as const),
    ...{ headline, sourceUrl, outlet },
    publishedOn: publishedOn && toCalendarDay(publishedOn),
    originalId: rights === "full_text" && releasedAt ? originalId : null,
  };
}
