/** Suggests who says what in a body, where and when. */
import { parseEdtf } from "#lib/dates/edtf.ts";
import { findAttributions, type Attribution } from "#lib/language/attributions.ts";
import { findInsertions } from "#lib/language/quoted-strings.ts";
import { findTimeExpressions, type TimeExpression } from "#lib/language/time-expressions.ts";
import { sentencesAround } from "#lib/text/sentences-around.ts";
import { spansBetween } from "#lib/text/spans-between.ts";
import type { Gazetteer, UnderstoodStatement, Understanding } from "./gazetteer.ts";
import type { PhraseMatch } from "./phrase-matcher.ts";
import { SpeakerFinder, type Speaker } from "./speakers.ts";
import type { Span } from "./types.ts";

type Known = {
  publishedOn: string | null;
  gazetteer: Gazetteer;
  /** In order, without overlap. */
  mentions: Understanding["mentions"];
  /** Where the body has words of topics. */
  keywords: readonly PhraseMatch<string>[];
};

/** No article quotes so often; what does is no article, and would fill the archive. */
const MAX_STATEMENTS = 1_000;
/** A day further from the cue than this belongs to something else. */
const MAX_CHARACTERS_FROM_CUE = 80;
const PRONOUN = /^(?:he|she|they|it|i|we|who|you)$/i;
/** A source that the article keeps unnamed, and what it says where it may not name one. */
const UNNAMED =
  /^(?:(?:an?|one|another|two|three|several|some|the)\s+)?(?:[\p{L}-]+\s+){0,4}?(?:officials?|sources?|diplomats?|insiders?|aides?|person|people)(?![\p{L}-])/iu;
const UNNAMED_ARTICLE =
  /^(?:an?|one|another|two|three|several|some)\s|^(?:sources?|insiders?|people)\b/i;
const ANONYMITY =
  /\b(?:condition of anonymity|not authori[sz]ed to|(?:asked|declined|wished|did not want) (?:not )?to be (?:named|identified)|speaking anonymously)\b/i;
const UNKNOWN_SPEAKER = 0.6;
const TOPIC_IN_WORDS = 0.8;
const TOPIC_BESIDE = 0.5;

/** Statements in the order of the text, at most 1,000. Never throws. */
export function understandStatements(body: string, known: Known): UnderstoodStatement[] {
  const { publishedOn, gazetteer, mentions } = known;
  const attributions = findAttributions(body).slice(0, MAX_STATEMENTS);
  if (attributions.length === 0) return [];
  const speakers = new SpeakerFinder(body, publishedOn, gazetteer, mentions);
  const times = findTimeExpressions(body, publishedOn).filter(({ value }) => value !== null);
  return attributions
    .filter(({ content }) => content.length > 0)
    .map((attribution) => {
      const { source } = attribution;
      const speaker = source && speakers.find(source);
      const time = timeOf(body, attribution, times, publishedOn);
      return {
        kind: attribution.kind,
        parts: {
          content: attribution.content.map(toSpan),
          quotes: attribution.quotes.map(toSpan),
          insertions: findInsertions(body, attribution.quotes),
          cue: attribution.cue && toSpan(attribution.cue),
          source: source && toSpan(source),
          venue: null,
          saidOn: time && toSpan(time),
        },
        ...toSource(body, attribution, speaker),
        venue: null,
        saidOn: time?.value ?? null,
        topics: topicsOf(body, attribution, known.keywords),
        confidence: confidenceOf(attribution, speaker),
      };
    });
}

function toSpan({ start, end }: Span): Span {
  return { start, end };
}

/** Who it is, as far as the article lets one know. */
function toSource(body: string, attribution: Attribution, speaker: Speaker | null) {
  const { source } = attribution;
  const words = source && body.slice(source.start, source.end);
  return {
    speakerId: speaker?.actorId ?? null,
    speakerText: words && !PRONOUN.test(words) ? words : null,
    isAnonymous: !speaker && words !== null && isUnnamed(body, attribution, words),
  };
}

function isUnnamed(body: string, attribution: Attribution, words: string): boolean {
  if (UNNAMED.test(words) && UNNAMED_ARTICLE.test(words)) return true;
  const { start, end } = surroundings(body, attribution);
  return ANONYMITY.test(body.slice(start, end));
}

/** When it was said: the time nearest to the cue that is not among what is said. */
function timeOf(
  body: string,
  attribution: Attribution,
  times: readonly TimeExpression[],
  publishedOn: string | null,
): TimeExpression | null {
  const { cue, content } = attribution;
  if (!cue) return null;
  const near = {
    start: cue.start - MAX_CHARACTERS_FROM_CUE,
    end: cue.end + MAX_CHARACTERS_FROM_CUE,
  };
  const distance = ({ start, end }: Span) => Math.max(cue.start - end, start - cue.end);
  const isBeside = ({ start, end }: Span) =>
    !content.some((part) => start < part.end && part.start < end) &&
    !/[.!?]["'”’]?\s|\n/.test(body.slice(Math.min(end, cue.end), Math.max(start, cue.start)));
  // What is to come was not said yet.
  const isPast = ({ value }: TimeExpression) =>
    publishedOn === null || (parseEdtf(value ?? "")?.start ?? "9999") <= publishedOn;
  const [nearest = null] = spansBetween(times, near, toSpan)
    .filter((each) => isBeside(each) && isPast(each))
    .sort((a, b) => distance(a) - distance(b));
  return nearest;
}

/** Topics whose words stand in the statement, or beside it in its sentence. */
function topicsOf(
  body: string,
  attribution: Attribution,
  keywords: readonly PhraseMatch<string>[],
): UnderstoodStatement["topics"] {
  const topics = new Map<string, number>();
  for (const { value, span } of spansBetween(
    keywords,
    surroundings(body, attribution),
    ({ span }) => span,
  )) {
    const isSaid = attribution.content.some(
      ({ start, end }) => start <= span.start && span.end <= end,
    );
    const confidence = isSaid ? TOPIC_IN_WORDS : TOPIC_BESIDE;
    topics.set(value, Math.max(confidence, topics.get(value) ?? 0));
  }
  return [...topics].map(([topicId, confidence]) => ({ topicId, confidence }));
}

/** The sentences of a statement and of the words that attribute it. */
function surroundings(body: string, { content, cue, source }: Attribution): Span {
  const said = {
    start: Math.min(...content.map(({ start }) => start)),
    end: Math.max(...content.map(({ end }) => end)),
  };
  return sentencesAround(body, said, [cue, source]);
}

function confidenceOf({ confidence }: Attribution, speaker: Speaker | null): number {
  return Math.round(confidence * (speaker?.confidence ?? UNKNOWN_SPEAKER) * 100) / 100;
}
