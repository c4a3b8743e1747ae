/** What any stretch of a passage holds, from counts made once for all of it. */
import type { Passage, TokenRange } from "./passage.ts";
import { wordClasses } from "./token-classes.ts";
import type { Token } from "./tokens.ts";

const COUNTED = [
  "verbs",
  "commas",
  "dashes",
  "quoted",
  "breaks",
  "selves",
  "brackets",
  "cues",
] as const;
type Counts = Record<(typeof COUNTED)[number], number>;

/**
 * How many finite verbs, commas, dashes, quoted words, likely cues; breaks are commas and conjunctions
 * outside of quotations, selves the writer's own "I" or "we", brackets those opened and not closed.
 */
export type ContentShape = Counts & {
  /** The first finite verb, or -1. */
  firstVerb: number;
  /** The last break that is not the first word, or -1. */
  lastBreak: number;
};

const FIRST_PERSON: ReadonlySet<string> = new Set(["i", "we", "my", "our", "me", "us"]);
const FINITE = wordClasses("XE");
const COMMA = wordClasses(",");
const DASH = wordClasses("-");
const BREAKS = wordClasses(",C");
const SIGN = wordClasses("(");
const OWN_WORDS = wordClasses("PD");
const LIKELY_CUE = 0.5;

function isFirstPerson({ classes, lower }: Token["word"]): boolean {
  return (classes & OWN_WORDS) !== 0 && FIRST_PERSON.has(lower);
}

/** True for words that are mostly finite verbs, as far as their class tells. */
export function isFinite({ classes }: Token["word"]): boolean {
  return (classes & FINITE) !== 0;
}

/** True for a word that is likely a cue. */
export function isLikelyCue(cueChances: Float32Array, token: number): boolean {
  return (cueChances[token] ?? 0) > LIKELY_CUE;
}

/** Answers for any stretch in the same short time. */
export class ShapeReader {
  /** For each token the counts of all before it, one after another in the order of `COUNTED`. */
  private readonly sums: Int32Array;
  /** The first finite verb from each token on, and the last break up to it. */
  private readonly nextVerb: Int32Array;
  private readonly lastBreak: Int32Array;

  constructor({ tokens }: Passage, cueChances: Float32Array) {
    const sums = (this.sums = new Int32Array(COUNTED.length * (tokens.length + 1)));
    this.nextVerb = new Int32Array(tokens.length + 1).fill(tokens.length);
    this.lastBreak = new Int32Array(tokens.length + 1).fill(-1);
    let lastBreak = -1;
    let lastVerb = -1;
    for (let i = 0, at = 0; i < tokens.length; i++, at += COUNTED.length) {
      const token = tokens[i] as Token;
      addCounts(sums, at, token, isLikelyCue(cueChances, i));
      if (isBreak(token)) lastBreak = i;
      this.lastBreak[i] = lastBreak;
      if (!isFinite(token.word)) continue;
      this.nextVerb.fill(i, lastVerb + 1, i + 1);
      lastVerb = i;
    }
  }

  shapeOf({ from, to }: TokenRange): ContentShape {
    const [first, last] = [COUNTED.length * from, COUNTED.length * to];
    const count = (k: number) => (this.sums[last + k] ?? 0) - (this.sums[first + k] ?? 0);
    const firstVerb = this.nextVerb[from] ?? to;
    const lastBreak = this.lastBreak[to - 1] ?? -1;
    return {
      verbs: count(0),
      commas: count(1),
      dashes: count(2),
      quoted: count(3),
      breaks: count(4),
      selves: count(5),
      brackets: count(6),
      cues: count(7),
      firstVerb: firstVerb < to ? firstVerb : -1,
      lastBreak: lastBreak > from ? lastBreak : -1,
    };
  }
}

/** Writes the counts of all tokens up to one after those of the tokens before it, which begin at `at`. */
function addCounts(sums: Int32Array, at: number, token: Token, isCue: boolean): void {
  const { classes } = token.word;
  const isQuoted = token.quote >= 0;
  const add = (k: number, count: number) => {
    sums[at + COUNTED.length + k] = (sums[at + k] as number) + count;
  };
  add(0, (classes & FINITE) !== 0 ? 1 : 0);
  add(1, (classes & COMMA) !== 0 ? 1 : 0);
  add(2, (classes & DASH) !== 0 ? 1 : 0);
  add(3, isQuoted ? 1 : 0);
  add(4, !isQuoted && (classes & BREAKS) !== 0 ? 1 : 0);
  add(5, !isQuoted && isFirstPerson(token.word) ? 1 : 0);
  add(6, (classes & SIGN) !== 0 ? bracketOf(token.word) : 0);
  add(7, isCue ? 1 : 0);
}

function bracketOf({ text }: Token["word"]): number {
  return text === "(" ? 1 : text === ")" ? -1 : 0;
}

function isBreak({ word, quote }: Token): boolean {
  return quote < 0 && (word.classes & BREAKS) !== 0;
}
