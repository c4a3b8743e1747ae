/** What tells which phrase of a sentence names the source of an attribution. */
import { countKey, NONE, toKey, YES, type FeatureSink, type Key } from "./feature-keys.ts";
import { ClassPaths } from "./class-paths.ts";
import { phrasesAround } from "./noun-phrases.ts";
import type { RegionReader, TokenRange } from "./passage.ts";
import { wordClasses } from "./token-classes.ts";
import type { Token } from "./tokens.ts";

const T = {
  none: toKey("none"),
  noneStem: toKey("none/stem"),
  noneBefore: toKey("none/before"),
  noneSide: toKey("none/side/class-1"),
  side: toKey("side/content"),
  order: toKey("side/order"),
  orderContent: toKey("order/content"),
  distance: toKey("distance/content"),
  stemSide: toKey("stem/side"),
  stemOrder: toKey("stem/order"),
  path: toKey("path"),
  pathStem: toKey("path/stem"),
  before: toKey("before"),
  after: toKey("after/side"),
  beforeClass: toKey("before-class/side"),
  afterClass: toKey("after-class/order"),
  head: toKey("head"),
  headClass: toKey("head-class/order"),
  first: toKey("first-class/order"),
  name: toKey("name/order"),
  commas: toKey("commas/order"),
  verbs: toKey("verbs/order"),
  content: toKey("in-content/order"),
  adjacent: toKey("next-to-content/side"),
  start: toKey("at-start/order"),
};
const MAX_PATH = 6;
const NAMES = wordClasses("NP");
const COMMA = wordClasses(",");
const VERB = wordClasses("XE");

/** A phrase, and how many phrases stand nearer to the cue on its side. */
export type SourceCandidate = { phrase: TokenRange; order: number };

/** The phrases around the cue, each numbered from the cue on its side. */
export function sourceCandidates(
  reader: RegionReader,
  isVerb: (token: Token) => boolean,
): SourceCandidate[] {
  const phrases = phrasesAround(reader, isVerb);
  let before = 0;
  while (before < phrases.length && (phrases[before] as TokenRange).to <= reader.cue) before++;
  return phrases.map((phrase, i) => ({ phrase, order: i < before ? before - 1 - i : i - before }));
}

export function addNoSource(sink: FeatureSink, reader: RegionReader, content: Key): void {
  sink.add(T.none, content);
  sink.add(T.noneStem, reader.stem(reader.cue));
  sink.add(T.noneBefore, reader.word(reader.cue - 1));
  sink.addPair(T.noneSide, content, reader.classKey(reader.cue - 1));
}

export function addSourceFeatures(
  sink: FeatureSink,
  reader: RegionReader,
  { phrase, order }: SourceCandidate,
  content: { key: Key; ranges: readonly TokenRange[] },
): void {
  const { cue } = reader;
  const isBefore = phrase.to <= cue;
  const side = isBefore ? LEFT : RIGHT;
  const place = PLACES[isBefore ? "before" : "after"][Math.min(order, MAX_ORDER)] ?? NONE;
  const stem = reader.stem(cue);
  const [from, to] = isBefore ? [phrase.to, cue] : [cue + 1, phrase.from];
  const path =
    to - from > MAX_PATH ? NONE : PATHS[isBefore ? "before" : "after"].keyOf(reader, from, to);
  sink.addPair(T.side, side, content.key);
  sink.add(T.order, place);
  sink.addPair(T.orderContent, place, content.key);
  sink.addTriple(T.distance, side, countKey(to - from), content.key);
  sink.addPair(T.stemSide, stem, side);
  sink.addPair(T.stemOrder, stem, place);
  sink.add(T.path, path);
  sink.addPair(T.pathStem, path, stem);
  sink.addPair(T.before, reader.word(phrase.from - 1), side);
  sink.addPair(T.after, reader.word(phrase.to), side);
  sink.addPair(T.beforeClass, reader.classKey(phrase.from - 1), side);
  sink.addPair(T.afterClass, reader.classKey(phrase.to), place);
  sink.add(T.head, reader.word(phrase.to - 1));
  sink.addPair(T.headClass, reader.classKey(phrase.to - 1), place);
  sink.addPair(T.first, reader.classKey(phrase.from), place);
  sink.addPair(T.name, reader.isOf(phrase.to - 1, NAMES) ? YES : NONE, place);
  addBetween(sink, reader, place, from, to);
  addContent(sink, { phrase, order }, place, content.ranges);
  if (phrase.from === reader.region.from) sink.add(T.start, place);
}

const LEFT = toKey("<");
const RIGHT = toKey(">");
const PATHS = { before: new ClassPaths("<"), after: new ClassPaths(">") };
const MAX_ORDER = 4;
const ORDERS = Array.from({ length: MAX_ORDER + 1 }, (_, order) => order);
const PLACES = {
  before: ORDERS.map((order) => toKey(`<${order}`)),
  after: ORDERS.map((order) => toKey(`>${order}`)),
};

function addBetween(sink: FeatureSink, reader: RegionReader, place: Key, from: number, to: number) {
  let commas = 0;
  let verbs = 0;
  for (let i = from; i < to; i++) {
    if (reader.isOf(i, COMMA)) commas++;
    if (reader.isOf(i, VERB)) verbs++;
  }
  sink.addPair(T.commas, countKey(commas), place);
  sink.addPair(T.verbs, countKey(verbs), place);
}

function addContent(
  sink: FeatureSink,
  { phrase }: SourceCandidate,
  place: Key,
  ranges: readonly TokenRange[],
): void {
  for (const { from, to } of ranges) {
    if (phrase.from < to && from < phrase.to) sink.add(T.content, place);
    if (phrase.to <= from && from - phrase.to <= 2) sink.add(T.adjacent, LEFT);
    if (to <= phrase.from && phrase.from - to <= 2) sink.add(T.adjacent, RIGHT);
  }
}
