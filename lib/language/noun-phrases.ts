/** Plain noun phrases of a sentence, as far as the classes of its words show them. */
import type { RegionReader, TokenRange } from "./passage.ts";
import type { Token } from "./tokens.ts";
import { wordClasses } from "./token-classes.ts";

const IN_PHRASE = wordClasses("DNMLEG");
const NOUN_BEFORE_VERB = wordClasses("NLP");
const LINKS = new Set(["of", "for", "at", "from", "in", "with", "to", "&"]);
const MAX_REACH = 60;

/**
 * The phrases within reach of the cue, in the order of the text, outside the quotations that the cue
 * stands outside of. Pronouns are phrases of their own; `isVerb` tells words that end one.
 */
export function phrasesAround(
  reader: RegionReader,
  isVerb: (token: Token) => boolean,
): TokenRange[] {
  const { tokens } = reader.passage;
  const from = Math.max(reader.region.from, reader.cue - MAX_REACH);
  const to = Math.min(reader.region.to, reader.cue + MAX_REACH);
  const phrases: TokenRange[] = [];
  let open = -1;
  const close = (at: number) => {
    if (open >= 0 && at > open) phrases.push({ from: open, to: at });
    open = -1;
  };
  for (let i = from; i < to; i++) {
    const token = tokens[i];
    if (!token) break;
    if (reader.isElsewhereQuoted(i) || i === reader.cue) {
      close(i);
    } else if (token.word.class === "P") {
      close(i);
      phrases.push({ from: i, to: i + 1 });
    } else if (open >= 0 && continuesPhrase(tokens, i)) {
      continue;
    } else if ((token.word.classes & IN_PHRASE) === 0 || endsAsVerb(tokens, i, open, isVerb)) {
      close(i);
    } else if (open < 0 || token.word.class === "D") {
      close(i);
      open = i;
    }
  }
  close(to);
  return phrases;
}

/** A phrase with the phrases that a preposition hangs on it: "the head of the council in Eastport". */
export function widenPhrase(
  reader: RegionReader,
  phrase: TokenRange,
  isVerb: (token: Token) => boolean,
): TokenRange {
  const { tokens } = reader.passage;
  const limit = phrase.to <= reader.cue ? reader.cue : reader.region.to;
  let to = phrase.to;
  const isFree = (i: number) => i < limit && !reader.isElsewhereQuoted(i);
  while (isFree(to) && isFree(to + 1) && LINKS.has(tokens[to]?.word.lower ?? "")) {
    const end = phraseEnd(reader, to + 1, limit, isVerb);
    if (end === to + 1) break;
    to = end;
  }
  return { from: phrase.from, to };
}

function phraseEnd(
  reader: RegionReader,
  from: number,
  limit: number,
  isVerb: (token: Token) => boolean,
): number {
  const { tokens } = reader.passage;
  let at = from;
  while (at < limit && at - from < 12 && !reader.isElsewhereQuoted(at)) {
    const token = tokens[at];
    if (!token) break;
    const goes = at > from && continuesPhrase(tokens, at);
    const fits = (token.word.classes & IN_PHRASE) !== 0 && !endsAsVerb(tokens, at, from, isVerb);
    if (!goes && !fits) break;
    at++;
  }
  return at;
}

function continuesPhrase(tokens: readonly Token[], i: number): boolean {
  const lower = tokens[i]?.word.lower;
  return (
    lower === "'s" || lower === "&" || (lower === "'" && /s$/.test(tokens[i - 1]?.word.lower ?? ""))
  );
}

function endsAsVerb(
  tokens: readonly Token[],
  i: number,
  open: number,
  isVerb: (token: Token) => boolean,
): boolean {
  const token = tokens[i];
  if (!token || open < 0 || i === open)
    return token?.word.class === "G" || (!!token && isVerb(token));
  const before = tokens[i - 1]?.word;
  if (!before || (before.classes & NOUN_BEFORE_VERB) === 0 || before.lower === "'s") return false;
  return token.word.class === "E" || isVerb(token);
}
