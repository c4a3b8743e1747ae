/** Who is meant by "he", "who", "the minister" or a surname where a source is named so. */
import { lowerCaseOf } from "#lib/text/lower-case.ts";
import type { Span } from "#lib/text/span.ts";
import type { Attribution } from "./attributions.ts";
import type { Gender } from "./first-names.ts";
import type { NamedSpan } from "./names.ts";
import { groupNames, type Named } from "./people-in-text.ts";

type Mention = Span & {
  named: Named;
  /** True for the source of an attribution. */
  isSpeaker: boolean;
  /** How it stands in the text; see `standingOf`. */
  standing: Standing | null;
};

type Standing = {
  sentence: number;
  /** True where nothing but a name's own words stands before it in its sentence or clause. */
  isSubject: boolean;
  isPossessive: boolean;
  isQuoted: boolean;
};

const SENTENCE_END = /[.!?…]["”’'»)]*\s+(?=[\p{Lu}"“‘«(\d])|\n+/gu;
const ABBREVIATED = /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Rev|St|Jr|Sr|\p{Lu})\.$/u;
const CLAUSE_START =
  /(?:^|[,;:—–-]\s+|\b(?:and|but|that|as|while|when|if|because|after|before|although|though|said|says|whether)\s+)(?:\p{L}+(?:\.|['’]s)?\s+){0,4}$/iu;
const MAX_MENTIONS = 40;
/** A paragraph is about somebody: who was named before it is less likely meant. */
const IN_PARAGRAPH = 0.7;
const MAX_SENTENCES = 12;
const MAX_DESCRIPTION = 60;
const MAX_DESCRIBED = 150;
/** ", the " and the like between a name and what describes it. */
const MAX_LINK = 8;
const WHITE = /\s/;
const OF_ONE: ReadonlyMap<string, Gender> = new Map([
  ["he", "he"],
  ["him", "he"],
  ["his", "he"],
  ["himself", "he"],
  ["she", "she"],
  ["her", "she"],
  ["hers", "she"],
  ["herself", "she"],
]);
const RELATIVE = new Set(["who", "that", "which", "whose", "whom"]);
const OF_SPEAKER = new Set(["i", "me", "my", "we", "us", "our", "myself"]);
const OF_MANY = new Set(["they", "them", "their"]);
const OF_THING = new Set(["it", "its"]);

/**
 * For each attribution the span of the full name in the text that its source refers to: the first
 * and longest form of a name, also where the source itself is a form of it. Null where there is no
 * source, or none of the names seems to be meant.
 */
export function resolveReferences(
  text: string,
  attributions: readonly Attribution[],
  names: readonly NamedSpan[],
): (Span | null)[] {
  const people = groupNames(text, names);
  const context = toContext(text, people, attributions);
  const order = attributions
    .map((attribution, i) => ({ attribution, i }))
    .sort((a, b) => (a.attribution.source?.start ?? 0) - (b.attribution.source?.start ?? 0));
  const found: (Span | null)[] = attributions.map(() => null);
  const speakers: Speaker[] = [];
  for (const { attribution, i } of order) {
    if (!attribution.source) continue;
    const named = resolve(context, attribution.source, speakers);
    if (!named) continue;
    found[i] = named.fullName;
    speakers.push({ named, content: attribution.content });
    context.addSpeaker(attribution.source, named);
  }
  return found;
}

type Speaker = { named: Named; content: readonly Span[] };

type Context = {
  text: string;
  /** The text in lower case, of the same length. */
  lower: string;
  people: Named[];
  mentions: Mention[];
  mentionStarts: number[];
  sentenceAt: (offset: number) => number;
  paragraphAt: (offset: number) => number;
  isQuoted: (offset: number) => boolean;
  addSpeaker: (source: Span, named: Named) => void;
};

function toContext(text: string, people: Named[], attributions: readonly Attribution[]): Context {
  const isSource = coverFinder(attributions.flatMap(({ source }) => source ?? []));
  const mentions = people
    .flatMap((named) =>
      named.mentions.map(({ start, end }): Mention => {
        return { named, start, end, isSpeaker: isSource(start), standing: null };
      }),
    )
    .sort((a, b) => a.start - b.start);
  const mentionStarts = mentions.map(({ start }) => start);
  const sentenceAt = sentenceFinder(text);
  const isQuoted = coverFinder(attributions.flatMap(({ quotes }) => quotes));
  return {
    text,
    lower: lowerCaseOf(text),
    people,
    mentions,
    mentionStarts,
    sentenceAt,
    paragraphAt: paragraphFinder(text),
    isQuoted,
    addSpeaker({ start, end }, named) {
      const at = countUpTo(mentionStarts, start);
      if (mentionStarts[at - 1] === start) return;
      mentionStarts.splice(at, 0, start);
      const whole = { isSubject: true, isPossessive: false };
      const standing = { ...whole, sentence: sentenceAt(start), isQuoted: isQuoted(start) };
      mentions.splice(at, 0, { named, start, end, isSpeaker: true, standing });
    },
  };
}

/** Worked out where it is asked for: most names of a text stand too far from any pronoun. */
function standingOf({ text, sentenceAt, isQuoted }: Context, mention: Mention): Standing {
  if (mention.standing) return mention.standing;
  const { start, end } = mention;
  const before = text.slice(Math.max(0, start - 60), start);
  return (mention.standing = {
    sentence: sentenceAt(start),
    isSubject: isSentenceStart(before) || CLAUSE_START.test(before),
    isPossessive:
      /^['’]s?(?!\p{L})/u.test(text.slice(end, end + 3)) ||
      /['’]s?$/.test(text.slice(Math.max(start, end - 2), end)),
    isQuoted: isQuoted(start),
  });
}

function resolve(context: Context, source: Span, speakers: readonly Speaker[]): Named | null {
  const words = context.text.slice(source.start, source.end).toLowerCase();
  const gender = OF_ONE.get(words);
  if (gender) return likeliest(context, source, (named) => fitsGender(named, gender));
  if (RELATIVE.has(words)) return lastBefore(context, source);
  if (OF_SPEAKER.has(words)) return speakerAround(source, speakers);
  if (OF_THING.has(words)) return likeliest(context, source, ({ type }) => type !== "person");
  if (OF_MANY.has(words)) return likeliest(context, source, () => true);
  return namedWithin(context, source) ?? byDescription(context, source, words);
}

function fitsGender({ type, gender }: Named, wanted: Gender): boolean {
  return type === "person" && (gender === null || gender === wanted);
}

/** By how near the mention is, and how it stands: subjects and speakers are spoken of further. */
function likeliest(context: Context, source: Span, fits: (named: Named) => boolean): Named | null {
  const sentence = context.sentenceAt(source.start);
  const isQuoted = context.isQuoted(source.start);
  const { mentions } = context;
  const last = countUpTo(context.mentionStarts, source.start - 1) - 1;
  const paragraph = context.paragraphAt(source.start);
  let best: Named | null = null;
  let bestScore = -Infinity;
  for (let i = 0; i < Math.min(MAX_MENTIONS, last + 1); i++) {
    const mention = mentions[last - i] as Mention;
    const standing = standingOf(context, mention);
    const distance = sentence - standing.sentence;
    if (distance > MAX_SENTENCES) break;
    if (!fits(mention.named)) continue;
    let score = -distance - i * 0.05;
    if (standing.isSubject) score += 1.1;
    if (mention.isSpeaker) score += 1.2;
    if (context.paragraphAt(mention.start) === paragraph) score += IN_PARAGRAPH;
    if (standing.isPossessive) score -= 0.5;
    if (standing.isQuoted && !isQuoted) score -= 2;
    if (mention.named.gender === null) score -= 0.8;
    score += 0.25 * Math.log2(mention.named.mentions.length);
    if (score <= bestScore) continue;
    best = mention.named;
    bestScore = score;
  }
  return best ?? context.people.find(fits) ?? null;
}

/** The last mentions before a place, the nearest first. */
function mentionsBefore({ mentions, mentionStarts }: Context, { start }: Span): Mention[] {
  const end = countUpTo(mentionStarts, start - 1);
  return mentions.slice(Math.max(0, end - MAX_MENTIONS), end).reverse();
}

function lastBefore(context: Context, source: Span): Named | null {
  const [last] = mentionsBefore(context, source);
  return last && source.start - last.end < 120 ? last.named : null;
}

/** For "I" and "we": whose words they stand in. `known` are the speakers so far, in order. */
function speakerAround(source: Span, known: readonly Speaker[]): Named | null {
  const around = known
    .slice(-MAX_MENTIONS)
    .findLast(({ content }) =>
      content.some(({ start, end }) => start <= source.start && source.end <= end),
    );
  return around?.named ?? null;
}

/** The name that stands within the words of a source, the first one that is nobody's possession. */
function namedWithin(context: Context, { start, end }: Span): Named | null {
  const inside = mentionsBefore(context, { start: end, end })
    .filter((mention) => mention.end > start)
    .reverse();
  const own = inside.find((mention) => !standingOf(context, mention).isPossessive);
  return (own ?? inside.at(-1))?.named ?? null;
}

/** Of those whose name stands beside the same words, as in "Envoy Ada Brook", the likeliest. */
function byDescription(context: Context, source: Span, words: string): Named | null {
  const description = words.replace(/^(?:the|a|an|his|her|their|its)\s+/, "").trim();
  if (description.length < 4 || description.length > MAX_DESCRIPTION) return null;
  const { lower, mentions, mentionStarts } = context;
  const described = new Set<Named>();
  const at = countUpTo(mentionStarts, source.start);
  const last = Math.min(mentions.length, at + MAX_DESCRIBED);
  for (let i = Math.max(0, at - MAX_DESCRIBED); i < last; i++) {
    const mention = mentions[i] as Mention;
    if (standsBeside(lower, mention, description)) described.add(mention.named);
  }
  return described.size === 0 ? null : likeliest(context, source, (named) => described.has(named));
}

function standsBeside(lower: string, { start, end }: Span, description: string): boolean {
  if (endsBefore(lower, start, description)) return true;
  if (end - start >= description.length && lower.startsWith(description, start)) return true;
  if (lower.charAt(end) !== ",") return false;
  const after = lower.slice(end, end + description.length + MAX_LINK);
  return after.replace(/^,\s+(?:the\s+|an?\s+)?/, ", ").startsWith(`, ${description}`);
}

/** True where a description ends before a place, with as much space between as a link has. */
function endsBefore(lower: string, start: number, description: string): boolean {
  let end = start;
  while (end > Math.max(0, start - MAX_LINK) && WHITE.test(lower.charAt(end - 1))) end--;
  return lower.endsWith(description, end);
}

function isSentenceStart(before: string): boolean {
  return (
    /(?:^|[.!?…\n]["”’]?\s+|\n)(?:\p{L}[\p{L}'’.-]*\s+){0,4}$/u.test(before) &&
    !/[,;:]/.test(before.slice(-25))
  );
}

/** The number of the sentence of a place; the sentences are found when one is asked for. */
function sentenceFinder(text: string): (offset: number) => number {
  let starts: number[] | null = null;
  return (offset) => countUpTo((starts ??= sentenceStarts(text)), offset);
}

function sentenceStarts(text: string): number[] {
  const starts: number[] = [];
  for (const { index, 0: end } of text.matchAll(SENTENCE_END)) {
    if (ABBREVIATED.test(text.slice(Math.max(0, index - 6), index + 1))) continue;
    starts.push(index + end.length);
  }
  return starts;
}

function paragraphFinder(text: string): (offset: number) => number {
  let breaks: number[] | null = null;
  return (offset) => {
    breaks ??= Array.from(text.matchAll(/\n+/g), ({ index }) => index);
    return countUpTo(breaks, offset);
  };
}

/** Tells whether a place is within one of the spans. */
function coverFinder(spans: readonly Span[]): (offset: number) => boolean {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  const starts = sorted.map(({ start }) => start);
  return (offset) => {
    const last = countUpTo(starts, offset);
    return sorted.slice(Math.max(0, last - 3), last).some(({ end }) => offset < end);
  };
}

/** How many of the sorted numbers are at most `limit`. */
function countUpTo(sorted: readonly number[], limit: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? Infinity) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
