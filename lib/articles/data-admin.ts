import { articlePath } from "#lib/articles/address.ts";
import { listTopicReasons } from "#lib/articles/data-reasons.ts";
import { getArticleState } from "#lib/articles/data-state.ts";
import { parseSnapshot, type AdminListQuery } from "#lib/articles/schema.ts";
import type {
  AdminArticleLine,
  AdminArticleList,
  EditableArticle,
  EditorChoices,
  NamedJudgement,
  RevisionLine,
  RevisionState,
} from "#lib/articles/types-admin.ts";
import { warningsLeft } from "#lib/articles/warnings-left.ts";
import { toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { draftWarningSchema } from "#lib/ingest/schema.ts";
import { getOriginalText } from "#lib/originals/data.ts";

export const ADMIN_PAGE_SIZE = 50;

/** What waits for an archivist: a merged article is a draft only so that nothing shows it. */
export const DRAFTS = {
  status: "draft",
  deletedAt: null,
  mergedIntoId: null,
} satisfies Prisma.ArticleWhereInput;

/** What `toLine` reads. */
export const LINE_SELECT = {
  id: true,
  status: true,
  headline: true,
  headlineProposed: true,
  publishedOn: true,
  rights: true,
  verification: true,
  version: true,
  updatedAt: true,
  deletedAt: true,
  slug: true,
  outlet: { select: { name: true } },
  original: { select: { fileName: true } },
} satisfies Prisma.ArticleSelect;

const ORDERS = {
  updated: [{ updatedAt: "desc" }, { id: "desc" }],
  date: [{ publishedOn: { sort: "desc", nulls: "first" } }, { id: "desc" }],
  headline: [{ headline: { sort: "asc", nulls: "first" } }, { id: "asc" }],
} satisfies Record<string, Prisma.ArticleOrderByWithRelationInput[]>;

/** One page of the articles outside the bin that meet a query, and how many there are. */
export async function listArticlesForAdmin(query: AdminListQuery): Promise<AdminArticleList> {
  const where = { deletedAt: null, mergedIntoId: null, ...toWhere(query) };
  const [rows, total] = await Promise.all([
    database.article.findMany({
      where,
      select: LINE_SELECT,
      orderBy: ORDERS[query.sort],
      skip: (query.page - 1) * ADMIN_PAGE_SIZE,
      take: ADMIN_PAGE_SIZE,
    }),
    database.article.count({ where }),
  ]);
  return { items: rows.map(toLine), total };
}

function toWhere(query: AdminListQuery): Prisma.ArticleWhereInput {
  const words = query.q.split(/\s+/).filter(Boolean);
  return {
    status: query.status,
    verification: query.verification,
    outlet: query.outlet ? { name: query.outlet } : undefined,
    topics: query.topic
      ? { some: { topicId: query.topic, status: { not: "rejected" } } }
      : undefined,
    publishedOn:
      query.lacks === "date"
        ? null
        : {
            gte: query.from ? toDateColumn(query.from) : undefined,
            lte: query.to ? toDateColumn(query.to) : undefined,
          },
    AND: [
      ...words.map((word) => ({ OR: whereWordStands(word) })),
      ...(query.lacks === "headline"
        ? [{ OR: [{ headline: null }, { headlineProposed: true }] }]
        : []),
    ],
  };
}

function whereWordStands(word: string): Prisma.ArticleWhereInput[] {
  const contains = { contains: word, mode: "insensitive" } as const;
  return [
    { headline: contains },
    { summary: contains },
    { sourceUrl: contains },
    { outlet: { name: contains } },
    { bylines: { some: { name: contains } } },
    { original: { fileName: contains } },
  ];
}

/** What is in the bin, the last deleted first; at most a page of it. */
export async function listDeletedArticles(): Promise<AdminArticleLine[]> {
  const rows = await database.article.findMany({
    where: { deletedAt: { not: null } },
    select: LINE_SELECT,
    orderBy: [{ deletedAt: "desc" }, { id: "desc" }],
    take: ADMIN_PAGE_SIZE,
  });
  return rows.map(toLine);
}

/** The line of one article, also in the bin; null where there is none. */
export async function getAdminLine(id: string): Promise<AdminArticleLine | null> {
  const state = await getArticleState(id);
  if (!state) return null;
  return toLine(
    await database.article.findUniqueOrThrow({ where: { id: state.id }, select: LINE_SELECT }),
  );
}

/** A row as archivists see it in a list. */
export function toLine(
  row: Prisma.ArticleGetPayload<{ select: typeof LINE_SELECT }>,
): AdminArticleLine {
  const { slug, outlet, original, ...line } = row;
  const publishedOn = row.publishedOn && toCalendarDay(row.publishedOn);
  return {
    ...line,
    publishedOn,
    outlet: outlet?.name ?? null,
    fileName: original.fileName,
    path: publishedOn && slug ? articlePath(publishedOn, slug) : null,
  };
}

const BESIDE_SELECT = {
  verification: true,
  originals: { where: { state: "proposed" }, select: { originalId: true } },
} satisfies Prisma.ArticleSelect;

/** Everything about one article that the explained draft shows; null where there is none. */
export async function getEditableArticle(id: string): Promise<EditableArticle | null> {
  const state = await getArticleState(id);
  if (!state) return null;
  const [original, line, topics, people] = await Promise.all([
    getOriginalText(state.originalId),
    database.article.findUniqueOrThrow({ where: { id }, select: BESIDE_SELECT }),
    listTopicJudgements(id, state.fields.paragraphs),
    listActorJudgements(state.fields.people),
  ]);
  if (!original) return null;
  const { fields, places, status, version, slug, withdrawnReason } = state;
  const warnings = draftWarningSchema.array().safeParse(state.warnings).data ?? [];
  return {
    ...{ id, status, version, withdrawnReason, fields, places, original, topics, people },
    isInBin: state.deletedAt !== null,
    mergedInto: state.mergedIntoId,
    mergedByPair: state.mergedIntoId && (await findPairWith(id, state.mergedIntoId)),
    proposedId: line.originals[0]?.originalId ?? null,
    verification: line.verification,
    path: fields.publishedOn && slug ? articlePath(fields.publishedOn, slug) : null,
    warnings: warningsLeft(warnings, state),
  };
}

/** The decided pair of an article with another; null where it was merged by way of a third. */
async function findPairWith(id: string, otherId: string): Promise<string | null> {
  const [firstId = "", secondId = ""] = [id, otherId].sort();
  const pair = await database.articlePair.findUnique({
    where: { firstId_secondId: { firstId, secondId }, decision: { in: ["same_text", "update"] } },
    select: { id: true },
  });
  return pair?.id ?? null;
}

async function listTopicJudgements(
  articleId: string,
  paragraphs: readonly string[],
): Promise<NamedJudgement[]> {
  const reasons = await listTopicReasons(paragraphs);
  const rows = await database.articleTopic.findMany({
    where: { articleId },
    select: { status: true, confidence: true, topic: { select: { id: true, label: true } } },
    orderBy: [{ confidence: "desc" }, { topicId: "asc" }],
  });
  return rows.map(({ topic, status, confidence }) => ({
    ...topic,
    status,
    detail: status === "suggested" ? `${Math.round(confidence * 100)} % sure` : null,
    reasons: reasons[topic.id],
  }));
}

async function listActorJudgements(
  judgements: { id: string; status: NamedJudgement["status"] }[],
): Promise<NamedJudgement[]> {
  const actors = await database.actor.findMany({
    where: { id: { in: judgements.map(({ id }) => id) } },
    select: { id: true, name: true, kind: true, country: true },
  });
  const byId = new Map(actors.map((actor) => [actor.id, actor]));
  return judgements.flatMap(({ id, status }) => {
    const actor = byId.get(id);
    if (!actor) return [];
    const detail = actor.kind === "country" ? "country" : (actor.country ?? actor.kind);
    return [{ id, status, label: actor.name, detail }];
  });
}

/** Topics in use and known outlets, by name. */
export async function getEditorChoices(): Promise<EditorChoices> {
  const [topics, outlets] = await Promise.all([
    database.topic.findMany({
      where: { mergedIntoId: null },
      select: { id: true, label: true },
      orderBy: { label: "asc" },
    }),
    database.outlet.findMany({
      where: { mergedIntoId: null },
      select: { name: true },
      orderBy: { name: "asc" },
    }),
  ]);
  return { topics, outlets: outlets.map(({ name }) => name) };
}

const REVISION_SELECT = {
  number: true,
  savedAt: true,
  note: true,
  savedBy: { select: { name: true } },
} satisfies Prisma.RevisionSelect;

/** Every saved state of an article, the newest first, without its fields. */
export async function listRevisions(articleId: string): Promise<RevisionLine[]> {
  const rows = await database.revision.findMany({
    where: { articleId },
    select: REVISION_SELECT,
    orderBy: { number: "desc" },
  });
  return rows.map(({ savedBy, ...row }) => ({ ...row, savedBy: savedBy?.name ?? null }));
}

/** One saved state of an article with its fields; null where there is none. */
export async function getRevision(
  articleId: string,
  number: number,
): Promise<RevisionState | null> {
  const row = await database.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { ...REVISION_SELECT, snapshot: true },
  });
  if (!row) return null;
  const { snapshot, savedBy, ...line } = row;
  return { ...line, savedBy: savedBy?.name ?? null, fields: parseSnapshot(snapshot) };
}
