/** The learned part of finding attributions: which words are cues, and what their content is. */
import { addEndAfter, addEndBefore, addStartAfter, addStartBefore } from "./content-features.ts";
import {
  endsAfter,
  endsBefore,
  startsAfter,
  startsBefore,
  type Boundary,
} from "./content-candidates.ts";
import { cueGroupOf } from "./cue-lexicon.ts";
import { addCueFeatures, CUE_SIDES, sideKey, type CueSide } from "./cue-features.ts";
import { FeatureSink } from "./feature-keys.ts";
import { LinearModel, softmax, type Weights } from "./linear-model.ts";
import { widenPhrase } from "./noun-phrases.ts";
import type { Passage, RegionReader, TokenRange } from "./passage.ts";
import { addQuoteFeatures } from "./quote-features.ts";
import type { QuoteSetting } from "./quote-settings.ts";
import { addNoSource, addSourceFeatures, sourceCandidates } from "./source-features.ts";
import type { Token } from "./tokens.ts";
import type { Word } from "./words.ts";

/** As `npm run bench -- train-statements` writes them. */
export type AttributionWeights = {
  /** Of the words that can be cues; see `Word.form`. */
  cueForms: string[];
  cue: Weights;
  startAfter: Weights;
  endAfter: Weights;
  endBefore: Weights;
  startBefore: Weights;
  source: Weights;
  quote: Weights;
};

/** True for the forms seen as cues, and for others of the lexicon. */
export function isCueWord(word: Word, forms: ReadonlySet<string>): boolean {
  if (forms.has(word.form)) return true;
  const canBeVerb = word.class === "L" || word.class === "E" || word.class === "G";
  return canBeVerb && cueGroupOf(word.stem.name) !== undefined;
}

/** A choice and how likely it is right, from 0 to 1. */
export type Chosen<T> = { value: T; chance: number };

const SIDE_KEYS = CUE_SIDES.map(sideKey);
/** Contents that share so much of their length count as the same when the likeliest end is chosen. */
const SAME_LENGTH = 0.8;

export class AttributionModel {
  private readonly forms: ReadonlySet<string>;
  private readonly models: Record<Exclude<keyof AttributionWeights, "cueForms">, LinearModel>;
  private readonly cueWords = new WeakMap<Word, boolean>();
  private readonly sink = new FeatureSink();
  /** What was said of the cues of a passage: a quotation asks for them again. */
  private readonly sides = new WeakMap<Passage, Map<number, Chosen<CueSide>>>();

  constructor({ cueForms, ...weights }: AttributionWeights) {
    this.forms = new Set(cueForms);
    this.models = {
      cue: new LinearModel(weights.cue),
      startAfter: new LinearModel(weights.startAfter),
      endAfter: new LinearModel(weights.endAfter),
      endBefore: new LinearModel(weights.endBefore),
      startBefore: new LinearModel(weights.startBefore),
      source: new LinearModel(weights.source),
      quote: new LinearModel(weights.quote),
    };
  }

  /** True for a word that can be a cue. */
  readonly canBeCue = ({ word }: Token): boolean => {
    let known = this.cueWords.get(word);
    if (known === undefined) {
      known = isCueWord(word, this.forms);
      this.cueWords.set(word, known);
    }
    return known;
  };

  /** Where the content of the cue stands, with the chance that the word is a cue of such content. */
  chooseSide(reader: RegionReader): Chosen<CueSide> {
    const known = sidesOf(this.sides, reader.passage);
    const chosen = known.get(reader.cue) ?? this.readSide(reader);
    known.set(reader.cue, chosen);
    return chosen;
  }

  private readSide(reader: RegionReader): Chosen<CueSide> {
    this.sink.clear();
    addCueFeatures(this.sink, reader);
    const scores = new Float64Array(CUE_SIDES.length + 1);
    for (const [i, key] of SIDE_KEYS.entries()) {
      scores[i] = this.models.cue.score(this.sink, key);
    }
    const chances = softmax(scores);
    let best = 0;
    for (let i = 1; i < CUE_SIDES.length; i++) {
      if ((chances[i] ?? 0) > (chances[best] ?? 0)) best = i;
    }
    return { value: CUE_SIDES[best] ?? "after", chance: chances[best] ?? 0 };
  }

  /** The content after the cue, or null where nothing is left there. */
  chooseAfter(reader: RegionReader): Chosen<TokenRange> | null {
    const start = this.choose("startAfter", startsAfter(reader), (at) =>
      addStartAfter(this.sink, reader, at),
    );
    if (!start) return null;
    const from = start.value;
    const end = this.chooseEnd("endAfter", reader, from, endsAfter(reader, from), (boundary) =>
      addEndAfter(this.sink, reader, { ...boundary, start: from, end: boundary.at }),
    );
    return end && { value: { from, to: end.value }, chance: start.chance * end.chance };
  }

  /** The content before the cue, or null where nothing is left there. */
  chooseBefore(reader: RegionReader): Chosen<TokenRange> | null {
    const end = this.choose("endBefore", endsBefore(reader), (at) =>
      addEndBefore(this.sink, reader, at),
    );
    if (!end) return null;
    const to = end.value;
    const start = this.chooseEnd("startBefore", reader, to, startsBefore(reader, to), (boundary) =>
      addStartBefore(this.sink, reader, { ...boundary, end: to, start: boundary.at }),
    );
    return start && { value: { from: start.value, to }, chance: start.chance * end.chance };
  }

  /** The phrase naming the source, widened to what hangs on it; null where none seems to. */
  chooseSource(
    reader: RegionReader,
    side: CueSide,
    ranges: readonly TokenRange[],
  ): TokenRange | null {
    const content = { key: sideKey(side), ranges };
    const chosen = this.choose(
      "source",
      [...sourceCandidates(reader, this.canBeCue), null],
      (candidate) => {
        if (candidate) addSourceFeatures(this.sink, reader, candidate, content);
        else addNoSource(this.sink, reader, content.key);
      },
    );
    return chosen?.value ? widenPhrase(reader, chosen.value.phrase, this.canBeCue) : null;
  }

  /** How likely it is that a quoted string is what someone says, whether or not it has a cue. */
  chanceOfSpeech(passage: Passage, quote: number, setting: QuoteSetting): number {
    this.sink.clear();
    const isCue = (i: number) => {
      const token = passage.tokens[i];
      return token !== undefined && this.canBeCue(token);
    };
    addQuoteFeatures(this.sink, passage, quote, { isCue, setting });
    return 1 / (1 + Math.exp(-this.models.quote.score(this.sink)));
  }

  private chancesOf<T>(
    name: keyof AttributionModel["models"],
    candidates: readonly T[],
    addFeatures: (candidate: T) => void,
  ): Float64Array {
    const scores = new Float64Array(candidates.length);
    for (const [i, candidate] of candidates.entries()) {
      this.sink.clear();
      addFeatures(candidate);
      scores[i] = this.models[name].score(this.sink);
    }
    return softmax(scores);
  }

  private choose<T>(
    name: keyof AttributionModel["models"],
    candidates: readonly T[],
    addFeatures: (candidate: T) => void,
  ): Chosen<T> | null {
    const chances = this.chancesOf(name, candidates, addFeatures);
    let best = 0;
    for (let i = 1; i < chances.length; i++) {
      if ((chances[i] ?? 0) > (chances[best] ?? 0)) best = i;
    }
    const value = candidates[best];
    return value === undefined ? null : { value, chance: chances[best] ?? 0 };
  }

  /** The boundary that most of the likelihood agrees with, near misses included. */
  private chooseEnd(
    name: "endAfter" | "startBefore",
    reader: RegionReader,
    fixed: number,
    boundaries: readonly Boundary[],
    addFeatures: (boundary: Boundary) => void,
  ): Chosen<number> | null {
    const chances = this.chancesOf(name, boundaries, addFeatures);
    const lengths = boundaries.map(({ at }) => lengthBetween(reader, fixed, at));
    let best: Chosen<number> | null = null;
    let bestOwn = 0;
    for (const [i, { at }] of boundaries.entries()) {
      let chance = 0;
      for (const [j, length] of lengths.entries()) {
        const own = lengths[i] ?? 1;
        if (Math.min(own, length) / Math.max(own, length) >= SAME_LENGTH) chance += chances[j] ?? 0;
      }
      const own = chances[i] ?? 0;
      if (best && chance < best.chance - 1e-9) continue;
      if (best && chance <= best.chance + 1e-9 && own <= bestOwn) continue;
      best = { value: at, chance };
      bestOwn = own;
    }
    return best;
  }
}

function sidesOf<T>(known: WeakMap<Passage, Map<number, T>>, passage: Passage): Map<number, T> {
  let ofPassage = known.get(passage);
  if (!ofPassage) known.set(passage, (ofPassage = new Map()));
  return ofPassage;
}

/** The characters between two boundaries of tokens. */
function lengthBetween({ passage: { tokens } }: RegionReader, a: number, b: number): number {
  const first = tokens[Math.min(a, b)];
  const last = tokens[Math.max(a, b) - 1];
  return first && last ? last.end - first.start : 0;
}
