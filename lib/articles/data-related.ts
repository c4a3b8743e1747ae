import { listArticlesByIds } from "#lib/articles/data.ts";
import { findCopies, listSharedWith, type SharedWith } from "#lib/articles/data-shared.ts";
import { rankRelated, sharedInWords, type Ranked } from "#lib/articles/rank-related.ts";
import type { Article, RelatedArticle, RelatedArticles } from "#lib/articles/types.ts";
import { listTellingTerms } from "#lib/duplicates/data-telling.ts";
import type { TellingTerm } from "#lib/duplicates/types.ts";
import { EVERYTHING, findNewInArchive } from "#lib/search/data.ts";

/** Two of these words are enough to be looked at. */
const SOUGHT_WORDS = 8;
/** In the search that readers open. */
const SHOWN_WORDS = 4;
const SHOWN_TOPICS = 2;
const FOUND_BY_WORDS = 100;
/** Looked through for copies, of each other or of the article. */
const CHECKED_FOR_COPIES = 3;
const MAX_REASONS = 4;

type Subject = Pick<Article, "id" | "publishedOn" | "headline" | "paragraphs">;

/**
 * Published articles that are most like a published one by telling words, topics, people and events,
 * each with what it shares, and a search that finds more. Copies and other versions are left out, of
 * the article and of each other. Costs about the same however large the archive is: looked at are
 * those around it in time, those on its events, and those that hold its rarest words.
 */
export async function listRelatedArticles(
  article: Subject,
  limit: number,
): Promise<RelatedArticles> {
  const text = article.paragraphs.map((paragraph) => paragraph.text).join("\n\n");
  const terms = await listTellingTerms(article.headline, text);
  const found = await findByRareWords(terms);
  const shared = await listSharedWith(
    article,
    found,
    terms.map(({ hash }) => hash),
  );
  const weights = new Map(terms.map(({ hash, weight }) => [hash, weight]));
  const ranked = rankRelated({ ...shared.own, weights }, shared.candidates);
  const chosen = await leaveOutCopies(article.id, ranked, limit);
  const words = terms.slice(0, SHOWN_WORDS).map(({ word }) => word);
  return {
    items: await describe(chosen, terms, shared),
    searchText: searchTextOf(rarestTopics(shared), words),
  };
}

async function findByRareWords(terms: readonly TellingTerm[]): Promise<string[]> {
  const rare = terms.filter(({ isRare }) => isRare).slice(0, SOUGHT_WORDS);
  const pairs = pairsOf(rare.map(({ word }) => word));
  if (pairs.length === 0) return [];
  const phrase = (words: string) =>
    ({ type: "phrase", words, scope: "any", isPrefix: false }) as const;
  const parts = pairs.map((pair) => ({ type: "and" as const, parts: pair.map(phrase) }));
  return await findNewInArchive({ ...EVERYTHING, tree: { type: "or", parts } }, FOUND_BY_WORDS);
}

/** Articles on one of the topics that hold one of the words; without topics, two of the words. */
function searchTextOf(topicIds: readonly string[], words: readonly string[]): string | null {
  const pairs = pairsOf(words).map((pair) => `(${pair.join(" ")})`);
  if (topicIds.length === 0) return pairs.length > 0 ? pairs.join(" or ") : null;
  const topics = topicIds.map((id) => `topic:${id}`).join(" or ");
  return words.length > 0 ? `(${topics}) (${words.join(" or ")})` : topics;
}

/** The article's topics that fewest of those around it have. */
function rarestTopics({ own, candidates }: SharedWith): string[] {
  const countOf = (id: string) => candidates.filter((each) => each.topicIds.includes(id)).length;
  return [...own.topicIds]
    .sort((a, b) => countOf(a) - countOf(b) || a.localeCompare(b))
    .slice(0, SHOWN_TOPICS);
}

function pairsOf(words: readonly string[]): [string, string][] {
  return words.flatMap((one, i) =>
    words.slice(i + 1).map((other): [string, string] => [one, other]),
  );
}

/** The first `limit` of which none is a copy or a version of the article, or of one before it. */
async function leaveOutCopies(
  articleId: string,
  ranked: readonly Ranked[],
  limit: number,
): Promise<Ranked[]> {
  const checked = ranked.slice(0, CHECKED_FOR_COPIES * limit);
  const isCopy = await findCopies([articleId, ...checked.map(({ id }) => id)]);
  const chosen: Ranked[] = [];
  for (const candidate of checked) {
    const before = [articleId, ...chosen.map(({ id }) => id)];
    if (!before.some((id) => isCopy(id, candidate.id))) chosen.push(candidate);
  }
  return chosen.slice(0, limit);
}

async function describe(
  chosen: readonly Ranked[],
  terms: readonly TellingTerm[],
  { labels, withoutText }: SharedWith,
): Promise<RelatedArticle[]> {
  const lines = await listArticlesByIds(chosen.map(({ id }) => id));
  const rankedById = new Map(chosen.map((each) => [each.id, each]));
  return lines.map((line) => {
    const ranked = rankedById.get(line.id);
    const shared = new Set(ranked?.terms);
    // Which words stand in a text that is not shown is nobody's to know.
    const words = withoutText.has(line.id) ? [] : terms.filter(({ hash }) => shared.has(hash));
    const named = (ids: readonly string[] = []) => ids.flatMap((id) => labels.get(id) ?? []);
    const shares = sharedInWords(
      {
        topics: named(ranked?.topicIds),
        people: named(ranked?.actorIds),
        words: words.map(({ word }) => word),
      },
      MAX_REASONS,
    );
    return { ...line, shares, isOnSameEvent: ranked?.isOnSameEvent ?? false };
  });
}
