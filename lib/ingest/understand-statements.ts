/** Suggests who says what in a body, where and when. */
import { parseEdtf } from "#lib/dates/edtf.ts";
import { findAttributions, type Attribution } from "#lib/language/attributions.ts";
import { findInsertions } from "#lib/language/quoted-strings.ts";
import { findSaidOn, type SaidOn } from "#lib/language/said-on.ts";
import { findTimeExpressions } from "#lib/language/time-expressions.ts";
import { findVenue } from "#lib/language/venue.ts";
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
  const times = findTimeExpressions(body, publishedOn);
  return attributions
    .filter(({ content }) => content.length > 0)
    .map((attribution) => {
      const { source } = attribution;
      const speaker = source && speakers.find(source);
      const sentences = surroundings(body, attribution);
      const venue = findVenue(body, sentences, attribution);
      const saidOn = ifPast(findSaidOn(body, sentences, attribution, times), publishedOn);
      return {
        kind: attribution.kind,
        parts: {
          content: attribution.content.map(toSpan),
          quotes: attribution.quotes.map(toSpan),
          insertions: findInsertions(body, attribution.quotes),
          cue: attribution.cue && toSpan(attribution.cue),
          source: source && toSpan(source),
          venue: venue?.span ?? null,
          saidOn: saidOn?.span ?? null,
        },
        ...toSource(body, attribution, speaker, sentences),
        venue: venue?.value ?? null,
        saidOn: saidOn?.value ?? null,
        topics: topicsOf(attribution, sentences, known.keywords),
        confidence: confidenceOf(attribution, speaker),
      };
    });
}

function toSpan({ start, end }: Span): Span {
  return { start, end };
}

/** Who it is, as far as the article lets one know. */
function toSource(body: string, { source }: Attribution, speaker: Speaker | null, sentences: Span) {
  const words = source && body.slice(source.start, source.end);
  return {
    speakerId: speaker?.actorId ?? null,
    speakerText: words && !PRONOUN.test(words) ? words : null,
    isAnonymous: !speaker && words !== null && isUnnamed(body, words, sentences),
  };
}

function isUnnamed(body: string, words: string, { start, end }: Span): boolean {
  if (UNNAMED.test(words) && UNNAMED_ARTICLE.test(words)) return true;
  return ANONYMITY.test(body.slice(start, end));
}

/** What is to come was not said yet. */
function ifPast(saidOn: SaidOn | null, publishedOn: string | null): SaidOn | null {
  const start = saidOn && parseEdtf(saidOn.value)?.start;
  return start && (publishedOn === null || start <= publishedOn) ? saidOn : null;
}

/** Topics whose words stand in the statement, or beside it in its sentence. */
function topicsOf(
  { content }: Attribution,
  sentences: Span,
  keywords: readonly PhraseMatch<string>[],
): UnderstoodStatement["topics"] {
  const topics = new Map<string, number>();
  for (const { value, span } of spansBetween(keywords, sentences, ({ span }) => span)) {
    const isSaid = content.some(({ start, end }) => start <= span.start && span.end <= end);
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
