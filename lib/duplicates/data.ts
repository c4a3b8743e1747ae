import { compareArticles } from "#lib/duplicates/compare.ts";
import { getTermFrequencies } from "#lib/duplicates/data-candidates.ts";
import type {
  ComparedArticle,
  OpenPairs,
  PairedArticle,
  PairInFull,
  PairKind,
  PairLine,
} from "#lib/duplicates/types.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";

const ARTICLE_SELECT = {
  id: true,
  headline: true,
  publishedOn: true,
  status: true,
  mergedIntoId: true,
  outlet: { select: { name: true } },
} satisfies Prisma.ArticleSelect;

const PAIR_SELECT = {
  id: true,
  kind: true,
  score: true,
  status: true,
  decision: true,
  first: { select: ARTICLE_SELECT },
  second: { select: ARTICLE_SELECT },
} satisfies Prisma.ArticlePairSelect;

type ArticleRow = Prisma.ArticleGetPayload<{ select: typeof ARTICLE_SELECT }>;
type PairRow = Prisma.ArticlePairGetPayload<{ select: typeof PAIR_SELECT }>;

/** Articles in the bin are in no pair that anyone has to look at. */
const NEITHER_IN_BIN = { first: { deletedAt: null }, second: { deletedAt: null } };

/** Pairs of these kinds that nobody decided about, the most doubtful first, and how many there are. */
export async function listOpenPairs(kinds: readonly PairKind[], limit: number): Promise<OpenPairs> {
  const there = { deletedAt: null, mergedIntoId: null };
  const where = {
    status: "suggested" as const,
    kind: { in: [...kinds] },
    ...{ first: there, second: there },
  };
  const [rows, total] = await Promise.all([
    database.articlePair.findMany({
      where,
      select: PAIR_SELECT,
      orderBy: [{ score: "asc" }, { id: "asc" }],
      take: limit,
    }),
    database.articlePair.count({ where }),
  ]);
  return { items: rows.map(toPairLine), total };
}

/** The pairs of an article, open and decided, the surest first; at most `limit`. */
export async function listPairsOf(articleId: string, limit: number): Promise<PairLine[]> {
  const rows = await database.articlePair.findMany({
    where: { OR: [{ firstId: articleId }, { secondId: articleId }], ...NEITHER_IN_BIN },
    select: PAIR_SELECT,
    orderBy: [{ score: "desc" }, { id: "asc" }],
    take: limit,
  });
  return rows.map(toPairLine);
}

/** A pair as a list shows it; null where it is gone. */
export async function getPairLine(id: string): Promise<PairLine | null> {
  const row = await database.articlePair.findUnique({ where: { id }, select: PAIR_SELECT });
  return row && toPairLine(row);
}

/** A pair with both texts and why the archive takes them for what it does; null where it is gone. */
export async function getPair(id: string): Promise<PairInFull | null> {
  const compared = { select: { ...ARTICLE_SELECT, body: true, sourceUrl: true } };
  const row = await database.articlePair.findUnique({
    where: { id },
    select: {
      ...PAIR_SELECT,
      first: compared,
      second: compared,
      decidedAt: true,
      decidedBy: { select: { name: true } },
    },
  });
  if (!row) return null;
  const { first, second, decidedAt, decidedBy } = row;
  const frequencies = await getTermFrequencies(database);
  return {
    ...toPairLine(row),
    decidedAt,
    decidedBy: decidedBy?.name ?? null,
    verdict: compareArticles(toCompared(first), toCompared(second), frequencies),
    bodies: [first.body, second.body],
  };
}

function toPairLine({ first, second, ...pair }: PairRow): PairLine {
  const { id, kind, score, status, decision } = pair;
  return { id, kind, score, status, decision, articles: [toPaired(first), toPaired(second)] };
}

function toPaired({ id, headline, publishedOn, outlet, ...row }: ArticleRow): PairedArticle {
  return {
    ...{ id, headline, status: row.status, mergedInto: row.mergedIntoId },
    outlet: outlet?.name ?? null,
    publishedOn: publishedOn && toCalendarDay(publishedOn),
  };
}

function toCompared(row: ArticleRow & { body: string; sourceUrl: string | null }): ComparedArticle {
  const { headline, outlet, publishedOn } = toPaired(row);
  return { headline, outlet, publishedOn, body: row.body, sourceUrl: row.sourceUrl };
}
