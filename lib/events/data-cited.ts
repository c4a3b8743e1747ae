/** Events and articles of the archive as something that an editor writes cites them. */
import { ARTICLE_LINE_SELECT, PUBLISHED, toArticleLine } from "#lib/articles/data.ts";
import { isCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { database } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { parseCitedAddress } from "#lib/events/cited-address.ts";
import type { Cited, CitedRef } from "#lib/events/types-cited.ts";

const ARTICLE_SELECT = {
  ...ARTICLE_LINE_SELECT,
  status: true,
  deletedAt: true,
} satisfies Prisma.ArticleSelect;

export const CITED_EVENT_SELECT = { id: true, title: true, date: true } as const;
/** A merged article is cited as the one that stands for it. */
export const CITED_ARTICLE_SELECT = {
  ...ARTICLE_SELECT,
  mergedInto: { select: ARTICLE_SELECT },
} satisfies Prisma.ArticleSelect;

type EventRow = { id: string; title: string; date: string };
type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof CITED_ARTICLE_SELECT }>;

/** What a citation leads to, as readers may see it; null where it is gone or not public. */
export function toCited(row: { event: EventRow | null; article: ArticleRow | null }): Cited | null {
  const { event, article } = row;
  if (event) {
    const { id, title, date } = event;
    return { kind: "event", path: `/events/${id}`, title, note: formatEdtf(date) };
  }
  const shown = article?.mergedInto ?? article;
  if (!shown || shown.status !== PUBLISHED.status || shown.deletedAt) return null;
  const { path, headline, outlet } = toArticleLine(shown);
  return { kind: "article", path, title: headline, note: outlet?.name ?? "no outlet" };
}

/** The address by which an editor names it again: `/events/…`, or an article by its id. */
export function addressOfCited({ eventId, articleId }: CitedRef): string {
  if (eventId) return `/events/${eventId}`;
  return articleId ? `/admin/articles/${articleId}` : "";
}

/** What each address names, drafts too; null where the archive has nothing there. */
export async function resolveCited(
  addresses: readonly string[],
  reader: Transaction = database,
): Promise<(CitedRef | null)[]> {
  return Promise.all(addresses.map((address) => resolveOne(address, reader)));
}

async function resolveOne(address: string, reader: Transaction): Promise<CitedRef | null> {
  const cited = parseCitedAddress(address);
  if (!cited) return null;
  if (cited.kind === "event") {
    const event = await reader.event.findUnique({ where: { id: cited.id }, select: { id: true } });
    return event && { eventId: event.id, articleId: null };
  }
  const articleId =
    cited.kind === "article-id"
      ? (await reader.article.findUnique({ where: { id: cited.id }, select: { id: true } }))?.id
      : await findArticle(cited.publishedOn, cited.slug, reader);
  return articleId ? { eventId: null, articleId } : null;
}

async function findArticle(day: string, slug: string, reader: Transaction) {
  if (!isCalendarDay(day)) return undefined;
  const publishedOn = toDateColumn(day);
  const found = await reader.articleAddress.findUnique({
    where: { publishedOn_slug: { publishedOn, slug } },
    select: { articleId: true },
  });
  return found?.articleId;
}

const CHOICES = 12;

/** An event to choose from a list. */
export type EventChoice = { id: string; title: string; date: string };

/** Events whose titles, places or dates have all these words, the latest first; a dozen at most. */
export async function findEventsCalled(words: string): Promise<EventChoice[]> {
  const terms = words.split(/\s+/).filter(Boolean).slice(0, 8);
  if (terms.length === 0) return [];
  const has = (term: string) => ({ contains: term, mode: "insensitive" }) as const;
  return database.event.findMany({
    where: {
      AND: terms.map((term) => ({
        OR: [{ title: has(term) }, { placeName: has(term) }, { date: { startsWith: term } }],
      })),
    },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    take: CHOICES,
    select: CITED_EVENT_SELECT,
  });
}
