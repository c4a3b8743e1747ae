/** Which articles are most like one, and what they share with it. */

export type Shared = {
  id: string;
  daysApart: number;
  /** Hashes of the terms, and ids, that both have. */
  terms: number[];
  topicIds: string[];
  actorIds: string[];
  isOnSameEvent: boolean;
};

/** What the article itself has. */
export type Own = {
  /** Weights of its telling terms by hash. */
  weights: ReadonlyMap<number, number>;
  topicIds: readonly string[];
  actorIds: readonly string[];
};

export type Ranked = Shared & { score: number };

/** Of the whole likeness, words are most: topics and people are shared by much that is not like. */
const TOPIC_WEIGHT = 0.25;
const PEOPLE_WEIGHT = 0.25;
const EVENT_WEIGHT = 0.4;
/** Keeps what everything shares from counting. */
const DAMPING = 1;
/** The weight that time cannot take away, and the distance at which half of the rest is gone. */
const TIMELESS = 0.6;
const HALF_DAYS = 365;
/** Less than this is chance. */
const MIN_SCORE = 0.05;

/** The like ones, the most alike first. How rare a topic or a person is, the candidates themselves show. */
export function rankRelated(own: Own, candidates: readonly Shared[]): Ranked[] {
  const topics = rarityAmong(candidates.map(({ topicIds }) => topicIds));
  const people = rarityAmong(candidates.map(({ actorIds }) => actorIds));
  const squares = sumOf([...own.weights.values()].map((weight) => weight ** 2));
  const scoreOf = ({ terms, topicIds, actorIds, isOnSameEvent, daysApart }: Shared) => {
    const shared = sumOf(terms.map((hash) => (own.weights.get(hash) ?? 0) ** 2));
    const likeness =
      (squares > 0 ? shared / squares : 0) +
      TOPIC_WEIGHT * shareOf(topicIds, own.topicIds, topics) +
      PEOPLE_WEIGHT * shareOf(actorIds, own.actorIds, people) +
      (isOnSameEvent ? EVENT_WEIGHT : 0);
    return likeness * (TIMELESS + (1 - TIMELESS) / (1 + daysApart / HALF_DAYS));
  };
  return candidates
    .map((candidate) => ({
      ...candidate,
      topicIds: byRarity(candidate.topicIds, topics),
      actorIds: byRarity(candidate.actorIds, people),
      score: scoreOf(candidate),
    }))
    .filter(({ score }) => score >= MIN_SCORE)
    .sort((a, b) => b.score - a.score || a.id.localeCompare(b.id));
}

/** What two articles share, in words, at most `max`: topics, people and telling words, each once. */
export function sharedInWords(
  labels: { topics: readonly string[]; people: readonly string[]; words: readonly string[] },
  max: number,
): string[] {
  const named = [...labels.topics.slice(0, 2), ...labels.people.slice(0, 2)];
  const said = new Set(
    named.flatMap((label) => label.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []),
  );
  const words = labels.words.filter((word) => !said.has(word.toLowerCase()));
  return [...named, ...words].slice(0, max);
}

type Rarity = (id: string) => number;

function rarityAmong(lists: readonly string[][]): Rarity {
  const counts = new Map<string, number>();
  for (const id of lists.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
  return (id) => Math.log((lists.length + 1) / Math.max(1, counts.get(id) ?? 0));
}

function shareOf(shared: readonly string[], own: readonly string[], rarity: Rarity): number {
  return sumOf(shared.map(rarity)) / (sumOf(own.map(rarity)) + DAMPING);
}

function byRarity(ids: readonly string[], rarity: Rarity): string[] {
  return [...ids].sort((a, b) => rarity(b) - rarity(a) || a.localeCompare(b));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
