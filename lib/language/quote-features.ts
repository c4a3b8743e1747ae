/** What tells quoted speech from titles of works, names and scare quotes. */
import { countKey, NONE, toKey, YES, type FeatureSink, type Key } from "./feature-keys.ts";
import type { Passage } from "./passage.ts";

const T = {
  bias: toKey("bias"),
  length: toKey("length"),
  lengthBefore: toKey("length/before"),
  before: toKey("before"),
  secondBefore: toKey("second-before"),
  beforeClasses: toKey("class-2/class-1"),
  after: toKey("after"),
  afterClass: toKey("after-class/length"),
  last: toKey("last"),
  lastAfter: toKey("last/after-class"),
  first: toKey("first-class"),
  capitals: toKey("capitals/length"),
  pronoun: toKey("pronoun"),
  whole: toKey("whole-sentence"),
  paragraphStart: toKey("starts-paragraph/length"),
  open: toKey("unclosed"),
  cue: toKey("cue"),
  cueLength: toKey("cue/length"),
  noCue: toKey("no-cue/length"),
  sameQuoted: toKey("others-in-sentence"),
  word: toKey("only-word"),
};
const NEAR = 14;

/** The features of the quoted string; `isCue` tells words that can be cues. */
export function addQuoteFeatures(
  sink: FeatureSink,
  passage: Passage,
  quote: number,
  isCue: (token: number) => boolean,
): void {
  const { tokens } = passage;
  const range = passage.quoteRanges[quote];
  if (!range) return;
  const { from, to } = range;
  const word = (i: number): Key => tokens[i]?.word.key ?? NONE;
  const classKey = (i: number): Key => tokens[i]?.word.classKey ?? NONE;
  const isClosed = passage.quotes[quote]?.isClosed ?? true;
  const last = isClosed ? to - 2 : to - 1;
  const length = countKey(Math.min(30, last - from));
  sink.add(T.bias, YES);
  sink.add(T.length, length);
  sink.addPair(T.lengthBefore, length, classKey(from - 1));
  sink.add(T.before, word(from - 1));
  sink.add(T.secondBefore, word(from - 2));
  sink.addPair(T.beforeClasses, classKey(from - 2), classKey(from - 1));
  sink.add(T.after, word(to));
  sink.addPair(T.afterClass, classKey(to), length);
  sink.add(T.last, classKey(last));
  sink.addPair(T.lastAfter, classKey(last), classKey(to));
  sink.add(T.first, classKey(from + 1));
  if (last - from === 1) sink.add(T.word, word(last));
  if (!isClosed) sink.add(T.open, length);
  addWords(sink, passage, { from: from + 1, to: last + 1 }, length);
  addPlace(sink, passage, { from, to }, length);
  addCues(sink, passage, { from, to, isCue }, length);
}

function addWords(
  sink: FeatureSink,
  { tokens }: Passage,
  { from, to }: { from: number; to: number },
  length: Key,
): void {
  let capitals = 0;
  let words = 0;
  let hasPronoun = false;
  for (let i = from; i < Math.min(to, from + 30); i++) {
    const wordClass = tokens[i]?.word.class;
    if (wordClass === "P" || wordClass === "X") hasPronoun = true;
    if (!/[\p{L}]/u.test(tokens[i]?.word.text[0] ?? "")) continue;
    words++;
    if (/\p{Lu}/u.test(tokens[i]?.word.text[0] ?? "")) capitals++;
  }
  const share = words === 0 ? 0 : Math.round((4 * capitals) / words);
  sink.addPair(T.capitals, countKey(share), length);
  if (hasPronoun) sink.add(T.pronoun, length);
}

function addPlace(
  sink: FeatureSink,
  passage: Passage,
  { from, to }: { from: number; to: number },
  length: Key,
): void {
  const { tokens } = passage;
  const first = tokens[from];
  const frame = passage.frameRanges[first?.frame ?? -1];
  if (!first || !frame) return;
  const isWhole = frame.from === from && frame.to - to <= 1;
  if (isWhole) sink.add(T.whole, length);
  if (tokens[from - 1]?.paragraph !== first.paragraph) sink.add(T.paragraphStart, length);
  const others =
    Number((tokens[frame.from]?.quote ?? -1) >= 0 && frame.from !== from) +
    Number((tokens[frame.to - 1]?.quote ?? -1) >= 0 && frame.to !== to);
  sink.add(T.sameQuoted, countKey(others));
}

function addCues(
  sink: FeatureSink,
  { tokens }: Passage,
  { from, to, isCue }: { from: number; to: number; isCue: (token: number) => boolean },
  length: Key,
): void {
  const frame = tokens[from]?.frame;
  let found = false;
  for (const [start, step, side] of [
    [from - 1, -1, "<"],
    [to, 1, ">"],
  ] as const) {
    for (let n = 0; n < NEAR; n++) {
      const token = tokens[start + n * step];
      if (!token || token.frame !== frame) break;
      if (!isCue(start + n * step)) continue;
      found = true;
      sink.addPair(T.cue, token.word.stem, toKey(`${side}${n > 3 ? "far" : "near"}`));
      sink.addPair(T.cueLength, toKey(side), length);
      break;
    }
  }
  if (!found) sink.add(T.noCue, length);
}
