/** Suggests who says what in a body, where and when. */
import { findAttributions, type Attribution } from "#lib/language/attributions.ts";
import { describeSpeaker } from "#lib/language/descriptions.ts";
import type { NamedSpan } from "#lib/language/names.ts";
import { findPersonNames } from "#lib/language/person-names.ts";
import { findInsertions } from "#lib/language/quoted-strings.ts";
import { resolveReferences } from "#lib/language/references.ts";
import { findSaidOn } from "#lib/language/said-on.ts";
import { findTimeExpressions } from "#lib/language/time-expressions.ts";
import { findVenue } from "#lib/language/venue.ts";
import { countWords } from "#lib/text/sentences.ts";
import { sentencesAround } from "#lib/text/sentences-around.ts";
import { spansBetween } from "#lib/text/spans-between.ts";
import type { Gazetteer, GazetteerActor, UnderstoodStatement, Understanding } from "./gazetteer.ts";
import { onceFor } from "./once-for.ts";
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
/** Reports without quotation marks of which the reader is less sure are left out. */
const MIN_OF_INDIRECT = 0.45;
/** What is left where a source was cut too short. */
const NAMES_NOBODY = /^(?:the|an?|this|that|these|those|his|her|their|its|our|my|your)$/i;
/** Fewer say of what something was said ("an American backstop"), not what. */
const MIN_WORDS_OF_INDIRECT = 5;
/** What an article says beside a source that it may not name. */
const ANONYMITY =
  /\b(?:condition of anonymity|not authori[sz]ed to|(?:asked|declined|wished|did not want) (?:not )?to be (?:named|identified)|speaking anonymously)\b/i;
const UNKNOWN_SPEAKER = 0.6;
const BY_REFERENCE = 0.85;
const TOPIC_IN_WORDS = 0.8;
const TOPIC_BESIDE = 0.5;

/** Statements in the order of the text, at most 1,000. Never throws. */
export function understandStatements(body: string, known: Known): UnderstoodStatement[] {
  const { publishedOn, gazetteer, mentions } = known;
  const attributions = findAttributions(body)
    .filter((attribution) => isWorthKeeping(body, attribution))
    .slice(0, MAX_STATEMENTS);
  if (attributions.length === 0) return [];
  const finder = new SpeakerFinder(body, publishedOn, gazetteer, mentions);
  const speakers = findSpeakers(body, attributions, finder, () => namesIn(body, known));
  const times = findTimeExpressions(body, publishedOn);
  return attributions.map((attribution, i) => {
    const speaker = speakers[i] ?? NOBODY;
    const sentences = surroundings(body, attribution);
    const venue = findVenue(body, sentences, attribution);
    const saidOn = findSaidOn(body, sentences, attribution, times, publishedOn);
    return {
      kind: attribution.kind,
      parts: {
        content: attribution.content.map(toSpan),
        quotes: attribution.quotes.map(toSpan),
        insertions: findInsertions(body, attribution.quotes),
        cue: attribution.cue && toSpan(attribution.cue),
        source: attribution.source && toSpan(attribution.source),
        venue: venue?.span ?? null,
        saidOn: saidOn?.span ?? null,
      },
      speakerId: speaker.known?.actorId ?? null,
      speakerText: speaker.text,
      isAnonymous: speaker.isUnnamed || isUnnamedBeside(body, speaker, sentences),
      venue: venue?.value ?? null,
      saidOn: saidOn?.value ?? null,
      topics: topicsOf(attribution, sentences, known.keywords),
      confidence: confidenceOf(attribution, speaker.known),
    };
  });
}

/** The actor, where the archive knows one, and what the text calls whoever it is. */
type NamedSpeaker = { known: Speaker | null; text: string | null; isUnnamed: boolean };
const NOBODY: NamedSpeaker = { known: null, text: null, isUnnamed: false };

/** By the source's own words where they name somebody, else by the name in the text that they refer to. */
function findSpeakers(
  body: string,
  attributions: readonly Attribution[],
  finder: SpeakerFinder,
  names: () => NamedSpan[],
): NamedSpeaker[] {
  const direct = attributions.map(({ source }) => source && finder.find(source));
  const isOpen = attributions.some(({ source }, i) => source && !direct[i]);
  const references = isOpen ? resolveReferences(body, attributions, names()) : [];
  return attributions.map(({ source }, i) => {
    const words = source && body.slice(source.start, source.end);
    if (!words || NAMES_NOBODY.test(words)) return NOBODY;
    if (direct[i]) return { known: direct[i], text: words, isUnnamed: false };
    const name = references[i] ?? null;
    const known = name && finder.find(name);
    const { kind } = describeSpeaker(words);
    return {
      known: known && { ...known, confidence: known.confidence * BY_REFERENCE },
      text: kind === "pronoun" ? name && body.slice(name.start, name.end) : words,
      isUnnamed: !known && kind === "anonymous",
    };
  });
}

/** A report that is missed is found again by search; one that nobody made misleads. */
function isWorthKeeping(body: string, { kind, content, confidence }: Attribution): boolean {
  if (kind !== "indirect") return content.length > 0;
  if (confidence < MIN_OF_INDIRECT) return false;
  const words = content.reduce(
    (sum, { start, end }) => sum + countWords(body.slice(start, end)),
    0,
  );
  return words >= MIN_WORDS_OF_INDIRECT;
}

const actorsById = onceFor((actors: GazetteerActor[]) => {
  return new Map(actors.map((actor) => [actor.id, actor]));
});

/** Persons whom the archive knows by the name written there, and others by the marks of a name. */
function namesIn(body: string, { mentions, gazetteer }: Known): NamedSpan[] {
  const people = actorsById(gazetteer.actors);
  const isNamed = (actorId: string, text: string) => {
    const actor = people.get(actorId);
    return actor?.kind === "person" && [actor.name, ...actor.aliases].includes(text);
  };
  const known = mentions
    .filter(({ actorId, text }) => isNamed(actorId, text))
    .map(({ span }): NamedSpan => ({ ...toSpan(span), type: "person", confidence: 1 }));
  const others = findPersonNames(body).filter(
    (name) => spansBetween(known, name, toSpan).length === 0,
  );
  return [...known, ...others].sort((a, b) => a.start - b.start);
}

function toSpan({ start, end }: Span): Span {
  return { start, end };
}

/** The sentence says that somebody, whose name is not known, may not be named. */
function isUnnamedBeside(body: string, { known, text }: NamedSpeaker, { start, end }: Span) {
  return known === null && text !== null && ANONYMITY.test(body.slice(start, end));
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
