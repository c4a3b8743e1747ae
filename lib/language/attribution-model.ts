/** The learned part of finding attributions: which words are cues, and what their content is. */
import {
  addEndAfter,
  addEndBefore,
  addPlace,
  addPlaceOfEnd,
  addStartAfter,
  addStartBefore,
} from "./content-features.ts";
import { endsAfter, endsBefore, startsAfter, startsBefore } from "./content-candidates.ts";
import { addCueFeatures, CUE_SIDES, sideKey, type CueSide } from "./cue-features.ts";
import { FeatureSink, NONE } from "./feature-keys.ts";
import { LinearModel, softmax, type Weights } from "./linear-model.ts";
import { widenPhrase } from "./noun-phrases.ts";
import type { Passage, RegionReader, TokenRange } from "./passage.ts";
import { addQuoteFeatures } from "./quote-features.ts";
import { PlaceScores } from "./place-scores.ts";
import type { QuoteSetting } from "./quote-settings.ts";
import { addNoSource, addSourceFeatures, sourceCandidates } from "./source-features.ts";
import type { CueReading } from "./report-candidates.ts";
import { addReportFeatures, type Surroundings } from "./report-features.ts";
import { wordClasses, type WordClasses } from "./token-classes.ts";
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
  report: Weights;
  source: Weights;
  quote: Weights;
};

const VERBS = wordClasses("LEG");

/** True for the forms seen as cues, and for others of the lexicon. */
export function isCueWord(word: Word, forms: ReadonlySet<string>): boolean {
  if (forms.has(word.form)) return true;
  return word.group !== NONE && (word.classes & VERBS) !== 0;
}

/** A choice and how likely it is right, from 0 to 1. */
export type Chosen<T> = { value: T; chance: number };

/** How likely a word is a cue of content on each side; what is left to 1 is that it is none. */
export type SideChances = Record<CueSide, number>;
/** A content on one side of its cue, and how likely its end by the cue and its other end are. */
export type RankedContent = { range: TokenRange; nearChance: number; farChance: number };

const NEAR_MODELS = { after: "startAfter", before: "endBefore" } as const;
const FAR_MODELS = { after: "endAfter", before: "startBefore" } as const;
type BoundaryModel = "startAfter" | "endAfter" | "endBefore" | "startBefore";

/** So many ends by the cue, and for each so many on the other side, are worth a look. */
const MAX_NEAR = 2;
const LEAST_NEAR = 0.2;
const MAX_FAR = 4;
const LEAST_FAR = 0.05;

export class AttributionModel {
  private readonly forms: ReadonlySet<string>;
  private readonly classes: WordClasses;
  private readonly cueModel: LinearModel;
  private readonly models: Record<
    Exclude<keyof AttributionWeights, "cueForms" | "cue">,
    LinearModel
  >;
  private readonly places: Record<BoundaryModel, PlaceScores>;
  private readonly cueWords = new WeakMap<Word, boolean>();
  private readonly sink = new FeatureSink();
  /** Of each side, and of none. */
  private readonly sideScores = new Float64Array(CUE_SIDES.length + 1);
  /** What was said of the cues of a passage: a quotation asks for them again. */
  private readonly sides = new WeakMap<Passage, Map<number, SideChances>>();

  constructor({ cueForms, ...weights }: AttributionWeights) {
    this.forms = new Set(cueForms);
    this.classes = VERBS | wordClasses(cueForms.map((form) => form.slice(-1)).join(""));
    this.cueModel = new LinearModel(weights.cue, CUE_SIDES.map(sideKey));
    this.models = {
      startAfter: new LinearModel(weights.startAfter),
      endAfter: new LinearModel(weights.endAfter),
      endBefore: new LinearModel(weights.endBefore),
      startBefore: new LinearModel(weights.startBefore),
      report: new LinearModel(weights.report),
      source: new LinearModel(weights.source),
      quote: new LinearModel(weights.quote),
    };
    this.places = {
      startAfter: new PlaceScores(this.models.startAfter, addPlace),
      endAfter: new PlaceScores(this.models.endAfter, addPlaceOfEnd),
      endBefore: new PlaceScores(this.models.endBefore, addPlace),
      startBefore: new PlaceScores(this.models.startBefore, addPlace),
    };
  }

  /** True for a word that can be a cue. */
  readonly canBeCue = ({ word }: Token): boolean => {
    // Most words of a text are of classes that no cue is of.
    if ((word.classes & this.classes) === 0) return false;
    let known = this.cueWords.get(word);
    if (known === undefined) {
      known = isCueWord(word, this.forms);
      this.cueWords.set(word, known);
    }
    return known;
  };

  /** How likely the word is a cue of content on each side of it, each from 0 to 1. */
  chancesOfSides(reader: RegionReader): SideChances {
    const known = chancesIn(this.sides, reader.passage);
    const chances = known.get(reader.cue) ?? this.readSides(reader);
    known.set(reader.cue, chances);
    return chances;
  }

  /** Where the content of the cue most likely stands. */
  chooseSide(reader: RegionReader): Chosen<CueSide> {
    const chances = this.chancesOfSides(reader);
    let value: CueSide = "after";
    for (const side of CUE_SIDES) if (chances[side] > chances[value]) value = side;
    return { value, chance: chances[value] };
  }

  private readSides(reader: RegionReader): SideChances {
    this.sink.clear();
    addCueFeatures(this.sink, reader);
    const scores = this.sideScores.fill(0);
    this.cueModel.addScores(this.sink, scores);
    const [after = 0, before = 0, around = 0] = softmax(scores);
    return { after, before, around };
  }

  /** The likeliest contents on one side of the cue, the likeliest first; none where nothing is left there. */
  rankContents(reader: RegionReader, side: "after" | "before"): RankedContent[] {
    const isAfter = side === "after";
    const nears = isAfter ? startsAfter(reader) : endsBefore(reader);
    const addNear = isAfter ? addStartAfter : addEndBefore;
    const chances = this.chancesOfBoundaries(NEAR_MODELS[side], reader, nears, (at) => {
      addNear(this.sink, reader, at);
      return at;
    });
    return likeliest(chances, MAX_NEAR, LEAST_NEAR)
      .flatMap((i) => this.rankFarEnds(reader, side, nears[i] ?? 0, chances[i] ?? 0))
      .sort((a, b) => b.nearChance * b.farChance - a.nearChance * a.farChance);
  }

  private rankFarEnds(
    reader: RegionReader,
    side: "after" | "before",
    near: number,
    nearChance: number,
  ): RankedContent[] {
    const isAfter = side === "after";
    const fars = isAfter ? endsAfter(reader, near) : startsBefore(reader, near);
    const chances = this.chancesOfBoundaries(FAR_MODELS[side], reader, fars, (boundary) => {
      const { at } = boundary;
      if (isAfter) addEndAfter(this.sink, reader, near, boundary);
      else addStartBefore(this.sink, reader, near, boundary);
      return at;
    });
    return likeliest(chances, MAX_FAR, LEAST_FAR).map((i) => {
      const at = fars[i]?.at ?? near;
      const range = isAfter ? { from: near, to: at } : { from: at, to: near };
      return { range, nearChance, farChance: chances[i] ?? 0 };
    });
  }

  /** `addFeatures` adds what depends on the cue, and returns where the boundary is. */
  private chancesOfBoundaries<T>(
    name: BoundaryModel,
    reader: RegionReader,
    boundaries: readonly T[],
    addFeatures: (boundary: T) => number,
  ): number[] {
    const model = this.models[name];
    const places = this.places[name];
    return softmax(
      boundaries.map((boundary) => {
        this.sink.clear();
        const at = addFeatures(boundary);
        return model.score(this.sink) + places.scoreAt(reader, at);
      }),
    );
  }

  /** How likely each candidate of a cue is what it reports, beside the chance that it reports nothing. */
  chancesOfCandidates(reading: CueReading, around: Surroundings): number[] {
    const scores = reading.candidates.map((candidate) => {
      this.sink.clear();
      addReportFeatures(this.sink, reading, candidate, around);
      return this.models.report.score(this.sink);
    });
    return softmax([...scores, 0]);
  }

  /** The phrase naming the source, widened to what hangs on it; null where none seems to. */
  chooseSource(
    reader: RegionReader,
    side: CueSide,
    ranges: readonly TokenRange[],
  ): TokenRange | null {
    const content = { key: sideKey(side), ranges };
    const chosen = this.choose([...sourceCandidates(reader, this.canBeCue), null], (candidate) => {
      if (candidate) addSourceFeatures(this.sink, reader, candidate, content);
      else addNoSource(this.sink, reader, content.key);
    });
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

  private chancesOf<T>(candidates: readonly T[], addFeatures: (candidate: T) => void): number[] {
    const scores = candidates.map((candidate) => {
      this.sink.clear();
      addFeatures(candidate);
      return this.models.source.score(this.sink);
    });
    return softmax(scores);
  }

  private choose<T>(
    candidates: readonly T[],
    addFeatures: (candidate: T) => void,
  ): Chosen<T> | null {
    const chances = this.chancesOf(candidates, addFeatures);
    let best = 0;
    for (let i = 1; i < chances.length; i++) {
      if ((chances[i] ?? 0) > (chances[best] ?? 0)) best = i;
    }
    const value = candidates[best];
    return value === undefined ? null : { value, chance: chances[best] ?? 0 };
  }
}

function chancesIn<T>(known: WeakMap<Passage, Map<number, T>>, passage: Passage): Map<number, T> {
  let ofPassage = known.get(passage);
  if (!ofPassage) known.set(passage, (ofPassage = new Map()));
  return ofPassage;
}

/** The places of the likeliest, the likeliest first: it and others that are likely enough. */
function likeliest(chances: readonly number[], most: number, least: number): number[] {
  const found: number[] = [];
  while (found.length < most) {
    let best = -1;
    for (let i = 0; i < chances.length; i++) {
      const isBetter = best < 0 || (chances[i] ?? 0) > (chances[best] ?? 0);
      if (isBetter && !found.includes(i)) best = i;
    }
    if (best < 0 || (found.length > 0 && (chances[best] ?? 0) < least)) break;
    found.push(best);
  }
  return found;
}
