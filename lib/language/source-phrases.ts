/** The noun phrases beside a cue that may name who speaks. */
import type { Span } from "#lib/text/span.ts";
import type { Token } from "./tokens.ts";
import { SPEAKER_PRONOUNS, type WordClass } from "./word-classes.ts";

/** A stretch of tokens, `[from, to)`. */
export type TokenRange = { from: number; to: number };

const MAX_PHRASE_TOKENS = 30;
/** Classes that stand within a plain noun phrase. */
const IN_PHRASE = new Set<WordClass>(["D", "N", "L", "M", "E", "G"]);
const POSSESSIVE = "'s";
const JOINING = new Set(["of", "for", "at", "in", "and", "&", "'", "’", "-", "on", "to"]);
const SKIPPED_BEFORE_VERB = new Set<WordClass>(["X", "R", "W", "T"]);

/** The place of a range of tokens in the text. */
export function spanOf(tokens: readonly Token[], { from, to }: TokenRange): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && from < to ? { start: first.start, end: last.end } : null;
}

/**
 * The subject that stands before the verb at `cue`, within its frame: "Ada Brook, the envoy, has
 * also [said]" gives "Ada Brook, the envoy,". Null where none stands there.
 */
export function subjectBefore(tokens: readonly Token[], cue: number): TokenRange | null {
  const verb = tokens[cue];
  if (!verb) return null;
  const isInFrame = (i: number) =>
    tokens[i]?.frame === verb.frame && tokens[i]?.quote === verb.quote;
  let at = cue - 1;
  while (isInFrame(at) && SKIPPED_BEFORE_VERB.has(tokens[at]?.class ?? "(")) at--;
  if (!isInFrame(at)) return null;
  if (tokens[at]?.class !== ",") return phraseEndingAt(tokens, at + 1, isInFrame);
  // An apposition or participle between commas: the phrase before its first comma.
  const low = Math.max(0, at - MAX_PHRASE_TOKENS);
  for (let comma = at - 1; comma > low && isInFrame(comma); comma--) {
    if (tokens[comma]?.class !== ",") continue;
    const before = phraseEndingAt(tokens, comma, isInFrame);
    if (before) return before;
  }
  return null;
}

/** The subject after an inverted verb ("said Ada Brook, the envoy"), or after "according to". */
export function phraseAfter(tokens: readonly Token[], after: number): TokenRange | null {
  const first = tokens[after];
  if (!first) return null;
  if (SPEAKER_PRONOUNS.has(first.lower)) return { from: after, to: after + 1 };
  let at = after;
  while (at < tokens.length && at - after < MAX_PHRASE_TOKENS) {
    const token = tokens[at];
    if (!token || token.frame !== first.frame || token.quote !== first.quote) break;
    const joins = JOINING.has(token.lower) || token.lower === POSSESSIVE || token.class === "C";
    if (!IN_PHRASE.has(token.class) && !(joins && at > after)) break;
    at++;
  }
  while (at > after && (tokens[at - 1]?.class === "C" || JOINING.has(tokens[at - 1]?.lower ?? "")))
    at--;
  return at > after && hasNoun(tokens, after, at) ? { from: after, to: at } : null;
}

function phraseEndingAt(
  tokens: readonly Token[],
  to: number,
  isInFrame: (i: number) => boolean,
): TokenRange | null {
  const last = tokens[to - 1];
  if (!last) return null;
  if (SPEAKER_PRONOUNS.has(last.lower)) return { from: to - 1, to };
  let from = to;
  const low = Math.max(0, to - MAX_PHRASE_TOKENS);
  while (from > low && isInFrame(from - 1)) {
    const token = tokens[from - 1];
    if (!token) break;
    const joins = from < to && (JOINING.has(token.lower) || token.lower === POSSESSIVE);
    if (!IN_PHRASE.has(token.class) && !joins) break;
    from--;
  }
  while (from < to && JOINING.has(tokens[from]?.lower ?? "")) from++;
  return from < to && hasNoun(tokens, from, to) ? { from, to } : null;
}

function hasNoun(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/[NLEG]/.test(tokens[i]?.class ?? "")) return true;
  return false;
}
