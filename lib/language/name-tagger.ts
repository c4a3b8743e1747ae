/**
 * A linear-chain tagger: the best sequence of labels by the sum of weights of each word's features
 * and of each step from label to label (Viterbi, 1967). Its time is linear in the words.
 */
import { FeatureTable } from "./feature-table.ts";
import {
  ALWAYS,
  headView,
  NOTHING,
  PART_BITS,
  readTemplateFeature,
  shownFeatures,
  TEMPLATES,
  VIEWS,
  type View,
} from "./name-features.ts";
import {
  BEGINNING,
  canFollow,
  forbiddenLabels,
  INNER,
  LABELS,
  OUTSIDE,
  pronounType,
} from "./name-labels.ts";
import type { Streams } from "./name-streams.ts";
import { describeWord, LONGEST_WORD, type Word } from "./name-words.ts";

/** Whole numbers, in parts of `scale`; those left out at a row's end are nought. */
export type NameWeights = {
  scale: number;
  /** By label before, the beginning of a sentence last, and label. */
  steps: number[][];
  /** By feature and label. */
  features: Record<string, number[]>;
};
/** A word with what it adds to each label of the words that see it. */
export type WeighedWord = Word & {
  views: Record<View, Float64Array>;
  isPronoun: boolean;
  /** As bits, the labels it cannot have. */
  forbidden: number;
};

const L = LABELS.length;
const MOST_CACHED_WORDS = 20_000;
const IMPOSSIBLE = -1e6;
/** Gold leaves out much that it marks elsewhere; without it too little is found. */
const FAVOUR = 0.5;
const VIEW_NAMES = Object.keys(VIEWS) as View[];
const TEMPLATE_NAMES = Object.keys(TEMPLATES);
const STREAM_NAMES = [
  ...new Set(Object.values(TEMPLATES).flatMap((parts) => parts.map(([stream]) => stream))),
];
const TEMPLATE_STREAMS = Object.values(TEMPLATES).map((parts) =>
  parts.map(([stream]) => STREAM_NAMES.indexOf(stream)),
);
const TEMPLATE_OFFSETS = Object.values(TEMPLATES).map((parts) => parts.map(([, offset]) => offset));

export class NameTagger {
  private readonly words = new Map<string, Float64Array>();
  /** One for each template, into `rows`. */
  private readonly tables: readonly FeatureTable[];
  private readonly rows: Float64Array;
  private readonly steps: Float64Array;
  private readonly always: Float64Array;
  private readonly nothing: Record<View, Float64Array>;
  private readonly cache = new Map<string, WeighedWord>();

  constructor({ scale, steps, features }: NameWeights) {
    const entries = TEMPLATE_NAMES.map((): [number, number][] => []);
    const rows: number[] = [];
    for (const [feature, values] of Object.entries(features)) {
      const row = LABELS.map((_, y) => (values[y] ?? 0) / scale);
      const [, name = "", parts = ""] = /^([a-z]+):(.*)$/.exec(feature) ?? [];
      const numbers = readTemplateFeature(name, parts.split("|"));
      if (numbers) {
        entries[TEMPLATE_NAMES.indexOf(name)]?.push([numbers.reduce(pack, 0), rows.length]);
        rows.push(...row);
      } else this.words.set(feature, Float64Array.from(row));
    }
    this.tables = entries.map((list) => new FeatureTable(list));
    this.rows = Float64Array.from(rows);
    this.steps = Float64Array.from({ length: (L + 1) * L }, (_, i) => {
      const [before, label] = [Math.floor(i / L), i % L];
      return canFollow(before, label) ? (steps[before]?.[label] ?? 0) / scale : IMPOSSIBLE;
    });
    this.always = this.words.get(ALWAYS) ?? new Float64Array(L);
    for (let y = 1; y < L; y += 2) (this.always[y] as number) += FAVOUR;
    this.nothing = this.weigh(undefined);
  }

  /** The word as the tagger knows it, from a cache where it was seen before. */
  look(text: string, isInitial: boolean): WeighedWord {
    const key = isInitial ? `^${text}` : text;
    const known = this.cache.get(key);
    if (known) return known;
    const word = describeWord(text, isInitial);
    const weighed = {
      ...word,
      views: this.weigh(word),
      isPronoun: pronounType(text) !== null,
      forbidden: forbiddenLabels(text, word.class),
    };
    if (text.length > LONGEST_WORD) return weighed;
    if (this.cache.size >= MOST_CACHED_WORDS) this.cache.clear();
    this.cache.set(key, weighed);
    return weighed;
  }

  /** The best labels of a sentence, and for each word by how much its label is better than being outside. */
  tag(words: readonly WeighedWord[], streams: Streams) {
    const n = words.length;
    const scores = new Float64Array(n * L);
    const arrays = STREAM_NAMES.map((name) => streams[name]);
    for (let i = 0; i < n; i++) {
      this.addWords(scores, i, words, streams);
      this.addTemplates(scores, i, arrays, n);
      this.forbid(scores, i, words);
    }
    const labels = this.bestPath(scores, n);
    const margins = Float64Array.from(
      labels,
      (y, i) => (scores[i * L + y] ?? 0) - (scores[i * L + OUTSIDE] ?? 0),
    );
    return { labels, margins };
  }

  private forbid(scores: Float64Array, i: number, words: readonly WeighedWord[]): void {
    let forbidden = words[i]?.forbidden ?? 0;
    if (i > 0 && words[i - 1]?.isPronoun) forbidden |= INNER;
    for (let y = 0; forbidden >> y > 0; y++)
      if (forbidden & (1 << y)) scores[i * L + y] = IMPOSSIBLE;
  }

  private weigh(word: Word | undefined): Record<View, Float64Array> {
    const rows = VIEW_NAMES.map((view) => {
      const sum = new Float64Array(L);
      for (const feature of word ? shownFeatures(word, view) : [NOTHING]) {
        const row = this.words.get(`${VIEWS[view]}${feature}`);
        if (row) add(sum, 0, row);
      }
      return [view, sum] as const;
    });
    return Object.fromEntries(rows) as Record<View, Float64Array>;
  }

  private addWords(
    scores: Float64Array,
    i: number,
    words: readonly WeighedWord[],
    streams: Streams,
  ): void {
    const see = (view: View, from: number) =>
      add(
        scores,
        i * L,
        ((from >= 0 && from < words.length ? words[from]?.views : null) ?? this.nothing)[view],
      );
    add(scores, i * L, this.always);
    see("self", i);
    see("left", i - 1);
    see("right", i + 1);
    see("farLeft", i - 2);
    see("farRight", i + 2);
    const headAt = streams.headAt[i] ?? -1;
    if (headAt >= 0 && headAt !== i) see(headView(streams.place[i] ?? 0, i < headAt), headAt);
  }

  private addTemplates(
    scores: Float64Array,
    i: number,
    streams: readonly Uint8Array[],
    n: number,
  ): void {
    for (let t = 0; t < TEMPLATE_STREAMS.length; t++) {
      const [numbers, offsets] = [TEMPLATE_STREAMS[t] as number[], TEMPLATE_OFFSETS[t] as number[]];
      let packed = 0;
      for (let k = 0; k < numbers.length; k++) {
        const at = i + (offsets[k] as number);
        const stream = streams[numbers[k] as number] as Uint8Array;
        // Reading beyond an array's ends would be slow.
        packed = pack(packed, at >= 0 && at < n ? (stream[at] as number) : 0);
      }
      const row = (this.tables[t] as FeatureTable).get(packed);
      if (row >= 0) add(scores, i * L, this.rows, row);
    }
  }

  private bestPath(scores: Float64Array, n: number): Uint8Array {
    const from = new Uint8Array(n * L);
    let before = new Float64Array(L);
    for (let i = 0; i < n; i++) {
      const now = new Float64Array(L);
      for (let y = 0; y < L; y++) {
        let best = i === 0 ? (this.steps[BEGINNING * L + y] ?? 0) : -Infinity;
        for (let x = 0; i > 0 && x < L; x++) {
          const value = (before[x] as number) + (this.steps[x * L + y] as number);
          if (value <= best) continue;
          best = value;
          from[i * L + y] = x;
        }
        now[y] = best + (scores[i * L + y] ?? 0);
      }
      before = now;
    }
    const labels = new Uint8Array(n);
    let label = before.indexOf(Math.max(...before));
    for (let i = n - 1; i >= 0; i--) {
      labels[i] = label;
      label = from[i * L + label] ?? OUTSIDE;
    }
    return labels;
  }
}

function pack(packed: number, value: number): number {
  return (packed << PART_BITS) | value;
}

function add(sums: Float64Array, at: number, row: Float64Array, start = 0): void {
  for (let y = 0; y < L; y++) (sums[at + y] as number) += row[start + y] as number;
}
