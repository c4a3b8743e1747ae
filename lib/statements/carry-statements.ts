import { placeOf } from "#lib/statements/words.ts";
import type { StatementParts } from "#lib/statements/schema.ts";
import type {
  KnownStatement,
  NewStatement,
  StatementTopic,
  SuggestedStatement,
} from "#lib/statements/types.ts";
import { followSpans } from "#lib/text/moved-spans.ts";
import type { Span } from "#lib/text/span.ts";

type Follow = (span: Span) => Span | null;

/** A suggestion with this much in common with what was rejected is the same one again. */
const MIN_SAME_WORDS = 0.5;
/** Fewer may stand somewhere else by chance. */
const MIN_MOVED_CHARACTERS = 20;

/**
 * The statements of an edited body, in its order. What a person decided moves with its words and
 * goes only with them; `suggestions`, found in the new body, fill the rest, and one that stood there
 * before stays the statement it was. What was rejected is not suggested again at the same words.
 */
export function carryStatements(
  bodies: { before: string; after: string },
  known: readonly KnownStatement[],
  suggestions: readonly SuggestedStatement[],
): NewStatement[] {
  const follow = followWords(bodies);
  const moved = known.flatMap((statement) => {
    const parts = moveParts(statement.parts, follow);
    return parts ? [{ ...statement, parts }] : [];
  });
  const decided = moved.filter(isDecided);
  const open = new Map(
    moved.filter((each) => !isDecided(each)).map((each) => [placeKey(each), each]),
  );
  return inOrder([
    ...decided.map((each) => withSuggestions(each, suggestions)),
    ...freeOf(decided, suggestions).map((each) => toNew(each, open.get(placeKey(each)))),
  ]);
}

/** What was decided of a text that is new, and what is suggested at the places that this leaves free. */
export function joinSuggestions(
  decided: readonly NewStatement[],
  suggestions: readonly SuggestedStatement[],
): NewStatement[] {
  return inOrder([...decided, ...freeOf(decided, suggestions).map((each) => toNew(each))]);
}

function inOrder(statements: NewStatement[]): NewStatement[] {
  return statements.sort((a, b) => placeOf(a.parts).start - placeOf(b.parts).start);
}

function freeOf(
  decided: readonly NewStatement[],
  suggestions: readonly SuggestedStatement[],
): SuggestedStatement[] {
  const free = suggestions.filter((each) => !decided.some((other) => takesPlaceOf(other, each)));
  return onePerPlace(free);
}

/** The same words are one statement, however many of the words around them bring it: the surest. */
function onePerPlace(suggestions: readonly SuggestedStatement[]): SuggestedStatement[] {
  const byPlace = new Map<string, SuggestedStatement>();
  for (const each of suggestions) {
    const other = byPlace.get(placeKey(each));
    if (!other || other.confidence < each.confidence) byPlace.set(placeKey(each), each);
  }
  return [...byPlace.values()];
}

/** A new suggestion; where the same words were suggested before, the same one. */
function toNew(suggestion: SuggestedStatement, before?: KnownStatement): NewStatement {
  const topics = suggestion.topics.map((topic) => ({ ...topic, status: "suggested" as const }));
  if (!before) return { ...suggestion, topics };
  const { id, createdAt } = before;
  return { ...suggestion, id, createdAt, topics };
}

/** A person has said something about it, if only about a topic. */
function isDecided({ status, topics }: KnownStatement): boolean {
  return status !== "suggested" || topics.some((topic) => topic.status !== "suggested");
}

/** Where a stretch now stands that an edit moved, also to a place where no comparison follows it. */
function followWords({ before, after }: { before: string; after: string }): Follow {
  const follow = followSpans(before, after);
  return (span) => {
    const followed = follow(span);
    if (followed) return followed;
    const words = before.slice(span.start, span.end);
    if (words.length < MIN_MOVED_CHARACTERS) return null;
    const start = after.indexOf(words);
    const isOnlyOne = start >= 0 && after.indexOf(words, start + 1) < 0;
    return isOnlyOne ? { start, end: start + words.length } : null;
  };
}

function moveParts(parts: StatementParts, follow: Follow): StatementParts | null {
  const content = parts.content.map(follow);
  if (!content.every((span): span is Span => span !== null) || !isInOrder(content)) return null;
  const within = (spans: readonly Span[]) =>
    spans.flatMap((span) => {
      const i = parts.content.findIndex(({ start, end }) => start <= span.start && span.end <= end);
      const shift = (content[i]?.start ?? 0) - (parts.content[i]?.start ?? 0);
      const moved = i < 0 ? follow(span) : { start: span.start + shift, end: span.end + shift };
      return moved ? [moved] : [];
    });
  const beside = (span: Span | null) => span && follow(span);
  return {
    content,
    quotes: within(parts.quotes),
    insertions: within(parts.insertions),
    cue: beside(parts.cue),
    source: beside(parts.source),
    venue: beside(parts.venue),
    saidOn: beside(parts.saidOn),
  };
}

function isInOrder(spans: readonly Span[]): boolean {
  return spans.every(({ start }, i) => i === 0 || (spans[i - 1] as Span).end <= start);
}

function placeKey({ parts }: { parts: StatementParts }): string {
  return parts.content.map(({ start, end }) => `${start}-${end}`).join();
}

/** Of what is confirmed, every word is spoken for; a rejection is of its own words alone. */
function takesPlaceOf(decided: NewStatement, suggestion: SuggestedStatement): boolean {
  const shared = sharedLength(decided.parts.content, suggestion.parts.content);
  if (decided.status !== "rejected") return shared > 0;
  const all = lengthOf(decided.parts.content) + lengthOf(suggestion.parts.content) - shared;
  return shared >= MIN_SAME_WORDS * all;
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function sharedLength(some: readonly Span[], others: readonly Span[]): number {
  let length = 0;
  for (const a of some) {
    for (const b of others) {
      length += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
    }
  }
  return length;
}

/** What a person decided stays; what is now suggested of the same words takes the rest. */
function withSuggestions(
  statement: KnownStatement,
  suggestions: readonly SuggestedStatement[],
): NewStatement {
  const again = suggestions.find((each) => takesPlaceOf(statement, each));
  if (!again) return statement;
  const decided = statement.topics.filter(({ status }) => status !== "suggested");
  const isKnown = new Set(decided.map(({ topicId }) => topicId));
  const suggested: StatementTopic[] = again.topics
    .filter(({ topicId }) => !isKnown.has(topicId))
    .map((topic) => ({ ...topic, status: "suggested" }));
  const isSame = statement.status === "suggested" && placeKey(statement) === placeKey(again);
  return { ...statement, ...(isSame && again), topics: [...decided, ...suggested] };
}
