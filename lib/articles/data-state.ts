import { judgeActors, type PlacedMention } from "#lib/articles/carry-mentions.ts";
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import { articleIdSchema, type ArticleFields } from "#lib/articles/schema.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { toZonedTime } from "#lib/dates/zoned-time.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";

/** Zone of publications whose outlet is not known. */
export const DEFAULT_TIME_ZONE = "Europe/London";
export const PARAGRAPH_BREAK = "\n\n";

/** An article as an editor has it before them, whatever its status, with what a save builds on. */
export type ArticleState = {
  id: string;
  originalId: string;
  status: "draft" | "published" | "withdrawn";
  version: number;
  deletedAt: Date | null;
  /** Set: merged away into this article. */
  mergedIntoId: string | null;
  withdrawnReason: string | null;
  slug: string | null;
  /** The body as stored; spans of mentions index into it. */
  body: string;
  warnings: unknown;
  fields: ArticleFields;
  places: FieldPlace[];
  mentions: PlacedMention[];
};

const STATE_SELECT = {
  id: true,
  originalId: true,
  status: true,
  version: true,
  deletedAt: true,
  mergedIntoId: true,
  withdrawnReason: true,
  slug: true,
  body: true,
  warnings: true,
  headline: true,
  headlineProposed: true,
  summary: true,
  publishedOn: true,
  publishedAt: true,
  modifiedOn: true,
  language: true,
  rights: true,
  dateline: true,
  sourceUrl: true,
  outlet: { select: { name: true, timeZone: true } },
  bylines: { select: { name: true, role: true, note: true }, orderBy: { position: "asc" } },
  mediaCredits: { select: { credit: true, caption: true }, orderBy: { position: "asc" } },
  sources: {
    select: { publisher: true, title: true, url: true, stateMedia: true },
    orderBy: { position: "asc" },
  },
  topics: { select: { topicId: true, status: true }, orderBy: { topicId: "asc" } },
  mentions: {
    select: { actorId: true, startsAt: true, endsAt: true, status: true },
    orderBy: { startsAt: "asc" },
  },
  fieldSpans: {
    select: { field: true, startsAt: true, endsAt: true, rule: true, confidence: true },
    orderBy: { field: "asc" },
  },
} satisfies Prisma.ArticleSelect;

type StateRow = Prisma.ArticleGetPayload<{ select: typeof STATE_SELECT }>;

/**
 * The article with this id in any status, also in the bin; null where there is none (or the id is
 * no id). Inside a transaction it reads what that transaction sees.
 */
export async function getArticleState(
  id: string,
  tx: Transaction = database,
): Promise<ArticleState | null> {
  if (!articleIdSchema.safeParse(id).success) return null;
  const row = await tx.article.findUnique({ where: { id }, select: STATE_SELECT });
  return row && toArticleState(row);
}

function toArticleState(row: StateRow): ArticleState {
  const { id, originalId, status, version, deletedAt, withdrawnReason, slug, body } = row;
  return {
    ...{ id, originalId, status, version, deletedAt, withdrawnReason, slug, body },
    mergedIntoId: row.mergedIntoId,
    warnings: row.warnings,
    fields: toFields(row),
    places: row.fieldSpans,
    mentions: row.mentions,
  };
}

function toFields(row: StateRow): ArticleFields {
  const timeZone = row.outlet?.timeZone ?? DEFAULT_TIME_ZONE;
  return {
    headline: row.headline,
    headlineProposed: row.headlineProposed,
    summary: row.summary,
    outlet: row.outlet?.name ?? null,
    publishedOn: row.publishedOn && toCalendarDay(row.publishedOn),
    publishedTime: row.publishedAt && toZonedTime(row.publishedAt, timeZone).time,
    modifiedOn: row.modifiedOn && toCalendarDay(row.modifiedOn),
    language: row.language,
    rights: row.rights,
    dateline: row.dateline,
    sourceUrl: row.sourceUrl,
    bylines: row.bylines,
    mediaCredits: row.mediaCredits,
    sources: row.sources,
    paragraphs: row.body === "" ? [] : row.body.split(PARAGRAPH_BREAK),
    topics: row.topics.map((topic) => ({ id: topic.topicId, status: topic.status })),
    people: judgeActors(row.mentions),
  };
}
