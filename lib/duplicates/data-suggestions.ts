import { compareProfiles } from "#lib/duplicates/compare.ts";
import {
  findCandidates,
  getTermFrequencies,
  prepare,
  type Candidate,
  type Prepared,
} from "#lib/duplicates/data-candidates.ts";
import type { ComparedArticle, PairKind, TermFrequencies } from "#lib/duplicates/types.ts";
import { database } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";

/** Of one event there may be much coverage; what was joined joins the rest. */
const MAX_EVENT_PAIRS = 10;
const NO_ARTICLE = "00000000-0000-0000-0000-000000000000";

export type Suggestion = { articleId: string; otherId: string; kind: PairKind; score: number };
/** A repeat: what it repeats, and how that is called. */
export type Resemblance = { kind: PairKind; headline: string | null };

/** What an article is taken for beside candidates that the archive has, the surest first. */
export function suggestPairs(
  { articleId, ...prepared }: Prepared & { articleId: string },
  candidates: readonly Candidate[],
  frequencies: TermFrequencies,
): Suggestion[] {
  const pairs = candidates.flatMap(({ id, profile }): Suggestion[] => {
    const { kind, score } = compareProfiles(profile, prepared, frequencies);
    return kind === "different" ? [] : [{ articleId, otherId: id, kind, score }];
  });
  const byScore = pairs.sort((a, b) => b.score - a.score);
  const isEvent = ({ kind }: Suggestion) => kind === "same_event";
  const events = new Set(byScore.filter(isEvent).slice(0, MAX_EVENT_PAIRS));
  return byScore.filter((pair) => !isEvent(pair) || events.has(pair));
}

/** What an article that is not stored would be taken for a repeat or an update of; null: nothing. */
export async function foreseeRepeat(article: ComparedArticle): Promise<Resemblance | null> {
  const sought = { articleId: NO_ARTICLE, ...prepare(article) };
  const frequencies = await getTermFrequencies(database, [sought]);
  const candidates = await findCandidates(database, [sought], frequencies);
  const pairs = suggestPairs(sought, candidates.get(NO_ARTICLE) ?? [], frequencies);
  const repeat = pairs.find(({ kind }) => kind !== "same_event");
  if (!repeat) return null;
  const other = await database.article.findUnique({
    where: { id: repeat.otherId },
    select: { headline: true },
  });
  return { kind: repeat.kind, headline: other?.headline ?? null };
}

/** What each of these articles is suggested to repeat or update, the surest for each. */
export async function findRepeats(
  tx: Transaction,
  articleIds: readonly string[],
): Promise<Map<string, Resemblance>> {
  const ids = [...articleIds];
  const headline = { select: { headline: true } };
  const pairs = await tx.articlePair.findMany({
    where: {
      kind: { in: ["same_text", "update"] },
      status: "suggested",
      OR: [{ firstId: { in: ids } }, { secondId: { in: ids } }],
    },
    select: { firstId: true, secondId: true, kind: true, first: headline, second: headline },
    orderBy: [{ score: "asc" }, { id: "asc" }],
  });
  // Of two new ones that resemble each other, the later repeats the earlier: ids grow with time.
  return new Map(
    pairs.map(({ firstId, secondId, kind, first, second }) =>
      ids.includes(secondId)
        ? [secondId, { kind, headline: first.headline }]
        : [firstId, { kind, headline: second.headline }],
    ),
  );
}
