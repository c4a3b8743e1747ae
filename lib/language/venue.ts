/**
 * Where or on what occasion words were said, as the article writes it: "in an interview with the
 * BBC", "told reporters in Kyiv", "on the plane to Washington DC", "posted on X".
 */
import type { Span } from "#lib/text/span.ts";
import {
  distanceFromSentenceBefore,
  distanceToCue,
  isInFrame,
  type FramedWords,
} from "./attribution-frame.ts";
import { nounPhraseEnd, tailEnd } from "./governed-phrases.ts";
import { AUDIENCE, OCCASION, PLATFORM } from "./occasions.ts";

/** `value` is the phrase as written, with single spaces. */
export type Venue = { span: Span; value: string };

/** A verb of speaking or writing that leads to a place, or a preposition alone. */
const LEAD =
  /\b(?:([Ss]peaking)\sto|(told|tells|telling)|(posted|wrote|tweeted|posting|writing)\s(?:on|in|for)|[Ii]n|[Aa]t|[Dd]uring|[Oo]n|[Vv]ia|[Tt]hrough|[Bb]y|[Aa]board|[Oo]utside|[Ff]rom)\s/g;
/** Right after the verb, or "speaking", a name is a place: "said in Kyiv", but not "in English". */
const PLACE = /^(?:in|at|from|outside)\s(?:the\s)?\p{Lu}/u;
const SPEAKING = /[Ss]peaking $/;
const LANGUAGE =
  /^(?:English|Ukrainian|Russian|French|German|Polish|Arabic|Spanish|Chinese|Mandarin|Hebrew|Turkish)\b/;
/** So much is looked through on either side of the cue, and of the words said beside it. */
const MAX_REACH = 200;
const MAX_REACH_PAST_WORDS = 2000;

/**
 * The place or occasion that belongs to the verb of saying, within the sentence or sentences
 * `sentence` and outside the words said; for a pronoun ("she said") also whom the sentence before has
 * its speaker speak to. Null where none is named.
 */
export function findVenue(text: string, sentence: Span, words: FramedWords): Venue | null {
  const { cue } = words;
  if (!cue) return null;
  const { from, until } = reachOf(sentence, cue, words);
  let best: Candidate | null = null;
  const around = text.slice(from, until);
  LEAD.lastIndex = 0;
  for (let match = LEAD.exec(around); match; match = LEAD.exec(around)) {
    const candidate = readCandidate(text, sentence, words, match, from);
    if (candidate && (!best || isBetter(candidate, best))) best = candidate;
  }
  if (!best) return null;
  const { span } = best;
  return { span, value: text.slice(span.start, span.end).replaceAll(/\s+/g, " ") };
}

function reachOf(sentence: Span, cue: Span, { content }: FramedWords) {
  // With what stands there the sentence before may be the one that names the place.
  const first = Math.min(sentence.start, cue.start, content[0]?.start ?? cue.start) - MAX_REACH;
  const last = Math.max(cue.end, content.at(-1)?.end ?? cue.end) + MAX_REACH;
  return {
    from: Math.max(0, first, cue.start - MAX_REACH_PAST_WORDS),
    until: Math.min(sentence.end, last, cue.end + MAX_REACH_PAST_WORDS),
  };
}

type Candidate = {
  span: Span;
  distance: number;
  /** "Told reporters" alone says less than any place. */
  isVague: boolean;
};

function readCandidate(
  text: string,
  sentence: Span,
  words: FramedWords,
  match: RegExpExecArray,
  offset: number,
): Candidate | null {
  const start = match.index + offset;
  const afterLead = start + match[0].length;
  if (!isInFrame({ start, end: afterLead }, words)) return null;
  const limit = limitOf(sentence, words, start);
  const nounEnd = nounPhraseEnd(text, afterLead, limit);
  if (nounEnd === null) return null;
  const [, speaking, told, posted] = match;
  const nouns = text.slice(afterLead, nounEnd);
  if (LANGUAGE.test(nouns)) return null;
  const isPlace =
    PLACE.test(text.slice(start, nounEnd)) &&
    (start - (words.cue?.end ?? 0) === 1 ||
      SPEAKING.test(text.slice(Math.max(0, start - 9), start)));
  if (!isPlace && !isVenue(nouns, { speaking, told, posted })) return null;
  const span = { start, end: tailEnd(text, nounEnd, limit) };
  if (!isInFrame(span, words)) return null;
  const distance = distanceOf(text, sentence, words, span, speaking !== undefined);
  return distance === null ? null : { span, distance, isVague: !!told && span.end === nounEnd };
}

function isVenue(
  nouns: string,
  lead: Record<"speaking" | "told" | "posted", string | undefined>,
): boolean {
  if (lead.speaking) return true;
  if (lead.told) return AUDIENCE.test(nouns);
  if (lead.posted && (/^(?:the\s)?\p{Lu}/u.test(nouns) || PLATFORM.test(nouns))) return true;
  return (
    OCCASION.test(nouns) ||
    /^(?:X|Twitter|Telegram|Facebook|Truth Social|Air Force One)\b/.test(nouns)
  );
}

/** A phrase ends where words said begin. */
function limitOf(sentence: Span, { content }: FramedWords, start: number): number {
  let limit = sentence.end;
  for (const part of content) if (part.start >= start) limit = Math.min(limit, part.start);
  return limit;
}

/** Nought for a phrase that the verb of saying is part of: "told reporters in Kyiv". */
function distanceOf(
  text: string,
  sentence: Span,
  words: FramedWords,
  span: Span,
  isSpeaking: boolean,
): number | null {
  const { cue } = words;
  if (cue && span.start < cue.end && span.end > cue.start) return 0;
  const isWithin = span.start >= sentence.start;
  const distance = isWithin ? distanceToCue(text, sentence, words, span) : null;
  return distance ?? (isSpeaking ? distanceFromSentenceBefore(text, words, span) : null);
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.isVague !== b.isVague) return b.isVague;
  return a.distance < b.distance;
}
