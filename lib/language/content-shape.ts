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
    const width = COUNTED.length;
    this.sums = new Int32Array(width * (tokens.length + 1));
    this.nextVerb = new Int32Array(tokens.length + 1).fill(tokens.length);
    this.lastBreak = new Int32Array(tokens.length + 1).fill(-1);
    let lastBreak = -1;
    let lastVerb = -1;
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token;
      const counts = countsOf(token, isLikelyCue(cueChances, i));
      const next = width * (i + 1);
      for (let k = 0; k < width; k++) {
        this.sums[next + k] = (this.sums[next - width + k] ?? 0) + (counts[k] ?? 0);
      }
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

/** What a token adds to each count, in the order of `COUNTED`; the list is used again. */
function countsOf(token: Token, isCue: boolean): Int32Array {
  const { word, quote } = token;
  COUNTS[0] = isFinite(word) ? 1 : 0;
  COUNTS[1] = word.class === "," ? 1 : 0;
  COUNTS[2] = word.class === "-" ? 1 : 0;
  COUNTS[3] = quote >= 0 ? 1 : 0;
  COUNTS[4] = isBreak(token) ? 1 : 0;
  COUNTS[5] = quote < 0 && isFirstPerson(word) ? 1 : 0;
  COUNTS[6] = word.text === "(" ? 1 : word.text === ")" ? -1 : 0;
  COUNTS[7] = isCue ? 1 : 0;
  return COUNTS;
}
const COUNTS = new Int32Array(COUNTED.length);

function isBreak({ word, quote }: Token): boolean {
  return quote < 0 && (word.class === "," || word.class === "C");
}
