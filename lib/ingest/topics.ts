/** What an article is about: topics by their words, each with the places that made us think so. */
import { sentencesWith } from "#lib/text/sentences-with.ts";
import type { GazetteerTopic, Understanding } from "./gazetteer.ts";
import { onceFor } from "./once-for.ts";
import { createPhraseMatcher, phraseKey, type PhraseMatch } from "./phrase-matcher.ts";
import type { Span } from "./types.ts";

/** Where a topic says nothing else. */
const HITS_NEEDED = 2;
const OPENING_PARAGRAPHS = 2;
/** A word this short in capitals is an acronym, which means something else in small letters. */
const MAX_ACRONYM_CHARACTERS = 5;

/** The id of a topic, and where one of its words stands. */
type TopicHit = PhraseMatch<string>;

type Word = { topicId: string; isAcronym: boolean };

/** The topics of a body; as `weighTopics` says of its hits. */
export function findTopics(body: string, topics: GazetteerTopic[]): Understanding["topics"] {
  return weighTopics(body, topics, findTopicHits(body, topics));
}

/**
 * The topics that the hits in a body speak for. One needs as many as its definition says, a hit in
 * the opening paragraphs counted twice.
 */
export function weighTopics(
  body: string,
  topics: GazetteerTopic[],
  hits: readonly TopicHit[],
): Understanding["topics"] {
  const needed = new Map(topics.map(({ id, hitsNeeded }) => [id, hitsNeeded ?? HITS_NEEDED]));
  const openingEnd = endOfOpening(body);
  return [...spansByTopic(hits)].flatMap(([topicId, spans]) => {
    const inOpening = spans.filter(({ start }) => start < openingEnd).length;
    if (spans.length + inOpening < (needed.get(topicId) ?? HITS_NEEDED)) return [];
    const confidence = Math.min(0.95, 0.4 + 0.1 * spans.length + (inOpening > 0 ? 0.2 : 0));
    return [{ topicId, confidence: Math.round(confidence * 100) / 100, spans }];
  });
}

/** Why a body is thought to be about each of the topics with a hit: the sentences, in order. */
export function explainTopics(
  body: string,
  topics: GazetteerTopic[],
): { topicId: string; sentences: Span[] }[] {
  return [...spansByTopic(findTopicHits(body, topics))].map(([topicId, spans]) => {
    return { topicId, sentences: sentencesWith(body, spans) };
  });
}

/** Where the words of each topic stand, in order, but for sentences with an exception of it. */
export function findTopicHits(body: string, topics: GazetteerTopic[]): TopicHit[] {
  const hits = findWords(topics)(body);
  const exceptions = findExceptions(topics)?.(body) ?? [];
  if (exceptions.length === 0) return hits;
  const isOutside = new Map(
    [...spansByTopic(exceptions)].map(([id, spans]) => [id, outside(sentencesWith(body, spans))]),
  );
  return hits.filter(({ value, span }) => isOutside.get(value)?.(span) ?? true);
}

const findWords = onceFor((topics: GazetteerTopic[]) =>
  createMatcherOfAll(
    topics.flatMap(({ id, label, keywords }) =>
      [label, ...keywords].map((word) => [word, toWord(id, word)] as const),
    ),
  ),
);

const findExceptions = onceFor((topics: GazetteerTopic[]) => {
  const phrases = topics.flatMap(({ id, exceptions = [] }) =>
    exceptions.map((word) => [word, toWord(id, word)] as const),
  );
  return phrases.length > 0 ? createMatcherOfAll(phrases) : null;
});

function toWord(topicId: string, word: string): Word {
  const isShort = word.length <= MAX_ACRONYM_CHARACTERS;
  return { topicId, isAcronym: isShort && /\p{Lu}/u.test(word) && word === word.toUpperCase() };
}

/** Two topics may have a word in common: it is a hit of both. */
function createMatcherOfAll(words: (readonly [string, Word])[]) {
  const byPhrase = Map.groupBy(words, ([phrase]) => phraseKey(phrase));
  const match = createPhraseMatcher(
    [...byPhrase].map(([key, same]) => [key, same.map(([, word]) => word)] as const),
  );
  return (body: string): TopicHit[] =>
    match(body).flatMap(({ value, span }) => {
      const text = body.slice(span.start, span.end);
      return value
        .filter(({ isAcronym }) => !isAcronym || text === text.toUpperCase())
        .map(({ topicId }) => ({ value: topicId, span }));
    });
}

function spansByTopic(hits: readonly TopicHit[]): Map<string, Span[]> {
  const groups = Map.groupBy(hits, ({ value }) => value);
  return new Map([...groups].map(([topicId, all]) => [topicId, all.map(({ span }) => span)]));
}

/** Says of spans, asked in the order of the text, whether they lie in none of the stretches. */
function outside(stretches: readonly Span[]): (span: Span) => boolean {
  let next = 0;
  return ({ start }) => {
    while (next < stretches.length && (stretches[next] as Span).end <= start) next++;
    const stretch = stretches[next];
    return !stretch || start < stretch.start;
  };
}

function endOfOpening(body: string): number {
  let end = 0;
  for (let i = 0; i < OPENING_PARAGRAPHS; i++) {
    const next = body.indexOf("\n\n", end);
    if (next < 0) return body.length;
    end = next + 2;
  }
  return end;
}
