import { ARTICLE_LINE_SELECT, PUBLISHED, toArticleLine } from "#lib/articles/data.ts";
import { addDays, toCalendarDay, toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { sentenceHash } from "#lib/happenings/choose-evidence.ts";
import type {
  NamedEvent,
  SuggestedArticleLine,
  SuggestionInFull,
  SuggestionLine,
  SuggestionState,
} from "#lib/happenings/types.ts";

export const SUGGESTION_PAGE_SIZE = 30;
const MAX_CHOICES = 100;
const CHOICE_DAYS = 30;
const NO_TITLE = "None of its articles is public any longer";
const EVENT = { select: { id: true, title: true } } as const;

const LINE_SELECT = {
  ...{ id: true, state: true, date: true, startsOn: true, kind: true, placeName: true },
  titleArticle: { select: { headline: true, status: true, deletedAt: true } },
  participants: {
    orderBy: { position: "asc" },
    select: { role: true, actor: { select: { id: true, name: true } } },
  },
  articles: {
    where: { article: PUBLISHED },
    orderBy: { article: { publishedOn: "asc" } },
    select: { article: { select: { headline: true, outlet: { select: { name: true } } } } },
  },
} satisfies Prisma.EventSuggestionSelect;

type LineRow = Prisma.EventSuggestionGetPayload<{ select: typeof LINE_SELECT }>;

/** What is left of it is public; what has no public article is nobody's business. */
const HAS_ARTICLES = { articles: { some: { article: PUBLISHED } } };

/** One page of the suggestions in a state, the latest happening first, and how many there are. */
export async function listSuggestions(
  state: SuggestionState,
  page: number,
): Promise<{ items: SuggestionLine[]; total: number }> {
  const where = { state, ...HAS_ARTICLES };
  const [rows, total] = await Promise.all([
    database.eventSuggestion.findMany({
      where,
      select: LINE_SELECT,
      orderBy: [{ startsOn: "desc" }, { id: "asc" }],
      skip: (page - 1) * SUGGESTION_PAGE_SIZE,
      take: SUGGESTION_PAGE_SIZE,
    }),
    database.eventSuggestion.count({ where }),
  ]);
  return { items: rows.map(toLine), total };
}

/** How many suggestions there are in each state; none of a state is left out. */
export async function countSuggestions(): Promise<Partial<Record<SuggestionState, number>>> {
  const rows = await database.eventSuggestion.groupBy({
    by: ["state"],
    where: HAS_ARTICLES,
    _count: true,
  });
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
}

/** A suggestion with its articles and their evidence as they stand now; null where there is none. */
export async function getSuggestion(id: string): Promise<SuggestionInFull | null> {
  const row = await database.eventSuggestion.findUnique({
    where: { id },
    select: {
      ...LINE_SELECT,
      ...{ version: true, mergedIntoId: true, decidedAt: true },
      ...{ proposedEvent: EVENT, event: EVENT, decidedBy: { select: { name: true } } },
      splitFrom: { select: { id: true, state: true } },
    },
  });
  if (!row) return null;
  const { version, mergedIntoId, proposedEvent, event, decidedAt, decidedBy, splitFrom } = row;
  return {
    ...{ ...toLine(row), version, proposedEvent, event, decidedAt },
    articles: await listArticles(id),
    mergedInto: mergedIntoId,
    splitFrom: splitFrom?.state === "open" ? splitFrom.id : null,
    decidedBy: decidedBy?.name ?? null,
  };
}

/** Open suggestions of about the same time that one could be merged into. */
export async function listMergeChoices(id: string, day: string): Promise<SuggestionLine[]> {
  const rows = await database.eventSuggestion.findMany({
    where: { id: { not: id }, state: "open", startsOn: about(day), ...HAS_ARTICLES },
    select: LINE_SELECT,
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    take: MAX_CHOICES,
  });
  return rows.map(toLine);
}

/** Events of about a day, the earliest first. */
export async function listEventChoices(day: string): Promise<NamedEvent[]> {
  return await database.event.findMany({
    where: { startsOn: about(day) },
    ...EVENT,
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: MAX_CHOICES,
  });
}

function about(day: string) {
  return {
    gte: toDateColumn(addDays(day, -CHOICE_DAYS)),
    lte: toDateColumn(addDays(day, CHOICE_DAYS)),
  };
}

function toLine({ titleArticle, articles, participants, startsOn, ...row }: LineRow) {
  const { id, state, date, kind, placeName } = row;
  const isPublic = titleArticle?.status === "published" && titleArticle.deletedAt === null;
  const headlines = articles.map(({ article }) => article.headline);
  const outlets = articles.flatMap(({ article }) => article.outlet?.name ?? []);
  return {
    ...{ id, state, date, kind, placeName, startsOn: toCalendarDay(startsOn) },
    title: (isPublic ? titleArticle.headline : headlines[0]) ?? NO_TITLE,
    participants: participants.map(({ role, actor }) => ({ ...actor, role })),
    articles: articles.length,
    outlets: [...new Set(outlets)],
  };
}

async function listArticles(suggestionId: string): Promise<SuggestedArticleLine[]> {
  const rows = await database.suggestedArticle.findMany({
    where: { suggestionId, article: PUBLISHED },
    orderBy: [{ article: { publishedOn: "asc" } }, { articleId: "asc" }],
    select: {
      article: { select: { ...ARTICLE_LINE_SELECT, body: true } },
      evidence: { orderBy: { startsAt: "asc" } },
    },
  });
  return rows.map(({ article: { body, ...article }, evidence }) => {
    const { id, headline, path, outlet, publishedOn } = toArticleLine(article);
    const sentences = evidence.map(({ startsAt, endsAt, wordsHash, tellsDay }) => ({
      ...{ words: body.slice(startsAt, endsAt), wordsHash, tellsDay },
    }));
    return {
      ...{ id, headline, path, publishedOn, outlet: outlet?.name ?? null },
      // What an edit has moved or changed is no longer what the article says there.
      evidence: sentences
        .filter(({ words, wordsHash }) => sentenceHash(words) === wordsHash)
        .map(({ words, tellsDay }) => ({ words, tellsDay })),
    };
  });
}
