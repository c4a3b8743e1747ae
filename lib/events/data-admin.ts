/** Events as editors see them. */
import { listArticlesByIds } from "#lib/articles/data.ts";
import type { ArticleLine } from "#lib/articles/types.ts";
import { today } from "#lib/dates/today.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { listFieldChoices, type FieldChoice } from "#lib/events/compare-states.ts";
import { getEventRevision, getEventState } from "#lib/events/data-state.ts";
import type { EventAdminQuery, EventFields } from "#lib/events/schema-editing.ts";
import type { EventKind } from "#lib/events/schema.ts";
import { weightOf } from "#lib/events/weight.ts";
import { searchByWords } from "#lib/search/data-plain.ts";

const PAGE_SIZE = 50;
const REVISIONS_SHOWN = 30;
const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}/i;

export type EventAdminItem = {
  id: string;
  title: string;
  date: string;
  kind: EventKind;
  placeName: string | null;
  verification: "to_verify" | "verified";
  weight: number;
  lift: number;
  articleCount: number;
  updatedAt: Date;
};

const ORDERS = {
  date: [{ startsOn: "desc" }, { id: "asc" }],
  updated: [{ updatedAt: "desc" }, { id: "asc" }],
} satisfies Partial<Record<EventAdminQuery["sort"], Prisma.EventOrderByWithRelationInput[]>>;

const ITEM_SELECT = {
  ...{ id: true, title: true, date: true, kind: true, placeName: true, verification: true },
  ...{ importance: true, lift: true, updatedAt: true },
  _count: { select: { articles: true } },
} satisfies Prisma.EventSelect;

/** One page of the events that meet a query, and how many there are. Pages count from 1. */
export async function listEventsForAdmin(
  query: EventAdminQuery,
): Promise<{ items: EventAdminItem[]; total: number; pageCount: number }> {
  const where = toWhere(query);
  const [rows, total] = await Promise.all([
    query.sort === "weight"
      ? listHeaviest(where, query.page)
      : database.event.findMany({
          ...{ where, orderBy: ORDERS[query.sort], select: ITEM_SELECT },
          ...{ skip: (query.page - 1) * PAGE_SIZE, take: PAGE_SIZE },
        }),
    database.event.count({ where }),
  ]);
  const items = rows.map(({ _count, importance, ...row }) => ({
    ...row,
    weight: weightOf({ importance, lift: row.lift }),
    articleCount: _count.articles,
  }));
  return { items, total, pageCount: Math.ceil(total / PAGE_SIZE) };
}

/** A page of them by weight, which is no column: importance with what an editor added. */
async function listHeaviest(where: Prisma.EventWhereInput, page: number) {
  const weights = await database.event.findMany({
    ...{ where, select: { id: true, importance: true, lift: true }, orderBy: { id: "asc" } },
  });
  const ids = weights
    .sort((one, other) => weightOf(other) - weightOf(one))
    .slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
    .map(({ id }) => id);
  const rows = await database.event.findMany({ where: { id: { in: ids } }, select: ITEM_SELECT });
  return rows.sort((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

/** Every word stands in the title, the place or the name of a participant. */
function toWhere({ q, kind }: EventAdminQuery): Prisma.EventWhereInput {
  const words = (q ?? "").split(/\s+/).filter(Boolean);
  return {
    ...(kind && { kind }),
    AND: words.map((word) => {
      const holds = { contains: word, mode: "insensitive" } as const;
      return {
        OR: [
          { title: holds },
          { id: holds },
          { placeName: holds },
          { participants: { some: { actor: { name: holds } } } },
        ],
      };
    }),
  };
}

export type EventRevisionLine = {
  number: number;
  note: string | null;
  savedAt: Date;
  savedBy: string | null;
};

/** The latest saved states of an event, newest first. */
export async function listEventRevisions(eventId: string): Promise<EventRevisionLine[]> {
  const rows = await database.eventRevision.findMany({
    where: { eventId },
    orderBy: { number: "desc" },
    take: REVISIONS_SHOWN,
    select: { number: true, note: true, savedAt: true, savedBy: { select: { name: true } } },
  });
  return rows.map(({ savedBy, ...row }) => ({ ...row, savedBy: savedBy?.name ?? null }));
}

export type LinkedArticle = { id: string; headline: string; status: string; day: string | null };

/** The articles that are linked with an event, drafts and withdrawn ones too, by day. */
export async function listLinkedArticles(eventId: string): Promise<LinkedArticle[]> {
  const rows = await database.article.findMany({
    where: { events: { some: { eventId } } },
    orderBy: [{ publishedOn: "asc" }, { id: "asc" }],
    select: { id: true, headline: true, status: true, publishedOn: true, deletedAt: true },
  });
  return rows.map(({ id, headline, status, publishedOn, deletedAt }) => ({
    id,
    headline: headline ?? "No headline yet",
    status: deletedAt ? "in the bin" : status,
    day: publishedOn?.toISOString().slice(0, 10) ?? null,
  }));
}

/** Published articles that words find, or the one whose id stands in them. */
export async function findArticlesToLink(words: string): Promise<ArticleLine[]> {
  const id = UUID.exec(words)?.[0];
  return id ? await listArticlesByIds([id]) : await searchByWords(words, today());
}

export type DeletedEventLine = {
  id: string;
  title: string;
  date: string;
  /** When it was put into the bin. */
  removedAt: Date;
};

/** What is in the bin of events, the latest first. */
export async function listDeletedEvents(): Promise<DeletedEventLine[]> {
  const rows = await database.deletedEvent.findMany({
    orderBy: { deletedAt: "desc" },
    select: { id: true, title: true, date: true, deletedAt: true },
  });
  return rows.map(({ deletedAt, ...row }) => ({ ...row, removedAt: deletedAt }));
}

/** Another save in between, as the panel for conflicts shows it. */
export type EventConflict = {
  version: number;
  savedBy: string | null;
  /** ISO 8601. */
  savedAt: string | null;
  fields: FieldChoice[];
};

/** What an editor who began with a version and wrote `mine` has to choose between; null where it is gone. */
export async function getEventConflict(
  id: string,
  baseVersion: number,
  mine: EventFields,
): Promise<EventConflict | null> {
  const [state, base, [latest]] = await Promise.all([
    getEventState(id),
    getEventRevision(id, baseVersion),
    listEventRevisions(id),
  ]);
  if (!state) return null;
  return {
    version: state.version,
    savedBy: latest?.savedBy ?? null,
    savedAt: latest?.savedAt.toISOString() ?? null,
    fields: listFieldChoices(base ?? state.fields, state.fields, mine),
  };
}
