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
import { BEGINNING, canFollow, forbiddenLabels, LABELS, OUTSIDE } from "./name-labels.ts";
import type { Streams } from "./name-streams.ts";
import type { Token } from "./name-tokens.ts";
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
export type WeighedWord = Word & { views: Record<View, Float64Array> };

const L = LABELS.length;
const MOST_CACHED_WORDS = 20_000;
const IMPOSSIBLE = -1e6;
/** Gold leaves out much that it marks elsewhere; without it too little is found. */
const FAVOUR = 0.5;
const VIEW_NAMES = Object.keys(VIEWS) as View[];
const TEMPLATE_PARTS = Object.values(TEMPLATES);

export class NameTagger {
  private readonly words = new Map<string, Float64Array>();
  private readonly templates: FeatureTable;
  private readonly steps: Float64Array;
  private readonly always: Float64Array;
  private readonly nothing: Record<View, Float64Array>;
  private readonly cache = new Map<string, WeighedWord>();

  constructor({ scale, steps, features }: NameWeights) {
    const toRow = (values: number[]) =>
      Float64Array.from(LABELS, (_, y) => (values[y] ?? 0) / scale);
    const entries: ConstructorParameters<typeof FeatureTable>[0][number][] = [];
    const names = Object.keys(TEMPLATES);
    for (const [feature, values] of Object.entries(features)) {
      const [, name = "", parts = ""] = /^([a-z]+):(.*)$/.exec(feature) ?? [];
      const numbers = name in TEMPLATES ? readTemplateFeature(name, parts.split("|")) : null;
      if (numbers)
        entries.push({
          first: names.indexOf(name),
          second: numbers.reduce(pack, 0),
          row: toRow(values),
        });
      else this.words.set(feature, toRow(values));
    }
    this.templates = new FeatureTable(entries);
    this.steps = Float64Array.from({ length: (L + 1) * L }, (_, i) =>
      canFollow(Math.floor(i / L), i % L)
        ? (steps[Math.floor(i / L)]?.[i % L] ?? 0) / scale
        : IMPOSSIBLE,
    );
    this.always = this.words.get(ALWAYS) ?? new Float64Array(L);
    this.nothing = this.weigh(undefined);
  }

  /** The word as the tagger knows it, from a cache where it was seen before. */
  look(text: string, isInitial: boolean): WeighedWord {
    const key = isInitial ? `^${text}` : text;
    const known = this.cache.get(key);
    if (known) return known;
    const word = describeWord(text, isInitial);
    const weighed = { ...word, views: this.weigh(word) };
    if (text.length > LONGEST_WORD) return weighed;
    if (this.cache.size >= MOST_CACHED_WORDS) this.cache.clear();
    this.cache.set(key, weighed);
    return weighed;
  }

  /** The best labels of a sentence, and for each word by how much its label is better than being outside. */
  tag(sentence: readonly Token[], words: readonly WeighedWord[], streams: Streams) {
    const n = sentence.length;
    const scores = new Float64Array(n * L);
    for (let i = 0; i < n; i++) {
      this.addWords(scores, i, words, streams);
      this.addTemplates(scores, i, streams);
      const forbidden = forbiddenLabels(
        sentence[i] as Token,
        sentence[i - 1],
        streams.class[i] ?? 0,
      );
      for (let y = 0; y < L; y++) if (forbidden & (1 << y)) scores[i * L + y] = IMPOSSIBLE;
    }
    const labels = this.bestPath(scores, n);
    const margins = Float64Array.from(
      labels,
      (y, i) => (scores[i * L + y] ?? 0) - (scores[i * L + OUTSIDE] ?? 0),
    );
    return { labels, margins };
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
      add(scores, i * L, (words[from]?.views ?? this.nothing)[view]);
    add(scores, i * L, this.always);
    for (let y = 1; y < L; y += 2) scores[i * L + y] = (scores[i * L + y] ?? 0) + FAVOUR;
    see("self", i);
    see("left", i - 1);
    see("right", i + 1);
    see("farLeft", i - 2);
    see("farRight", i + 2);
    const headAt = streams.headAt[i] ?? -1;
    if (headAt >= 0 && headAt !== i) see(headView(streams.place[i] ?? 0, i < headAt), headAt);
  }

  private addTemplates(scores: Float64Array, i: number, streams: Streams): void {
    for (let t = 0; t < TEMPLATE_PARTS.length; t++) {
      const parts = TEMPLATE_PARTS[t] ?? [];
      let packed = 0;
      for (let k = 0; k < parts.length; k++) {
        const [stream, offset] = parts[k] as (typeof parts)[number];
        packed = pack(packed, streams[stream][i + offset] ?? 0);
      }
      const row = this.templates.get(t, packed);
      if (row) add(scores, i * L, row);
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
          const value = (before[x] ?? 0) + (this.steps[x * L + y] ?? 0);
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

function add(sums: Float64Array, at: number, row: Float64Array): void {
  for (let y = 0; y < L; y++) sums[at + y] = (sums[at + y] ?? 0) + (row[y] ?? 0);
}
