/** What tells quoted speech from titles of works, names and scare quotes. */
import { countKey, NONE, toKey, YES, type FeatureSink, type Key } from "./feature-keys.ts";
import { addShape, placeKey } from "./quote-shape.ts";
import type { Passage, TokenRange } from "./passage.ts";
import type { QuoteSetting } from "./quote-settings.ts";
import type { Report } from "./reports.ts";

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
  capitalsBefore: toKey("capitals/before"),
  capitalsAfter: toKey("capitals/after-class"),
  capitalsLast: toKey("capitals/last"),
  capitalsCover: toKey("capitals/in-report"),
  lengthLast: toKey("length/last/before-class"),
  pronoun: toKey("pronoun"),
  whole: toKey("whole-sentence"),
  paragraphStart: toKey("starts-paragraph/length"),
  open: toKey("unclosed"),
  cue: toKey("cue"),
  cueLength: toKey("cue/length"),
  noCue: toKey("no-cue/length"),
  sameQuoted: toKey("others-in-sentence"),
  word: toKey("only-word"),
  cover: toKey("in-report"),
  coverLength: toKey("in-report/length"),
  coverBefore: toKey("in-report/before"),
  previous: toKey("quotation-before/whole"),
  beforeWords: toKey("word-2/word-1"),
  beforeNear: toKey("near-before"),
  secondAfter: toKey("second-after"),
  afterClasses: toKey("class+1/class+2"),
  inside: toKey("inside"),
  firstWord: toKey("first-word"),
  reportCue: toKey("report-cue/place"),
  reportPlace: toKey("report-place/in-report"),
  reportPlaceLength: toKey("report-place/length"),
  reportPlaceBefore: toKey("report-place/before"),
  reportGap: toKey("report-gap"),
  beside: toKey("beside"),
  besideLength: toKey("beside/length"),
};
const NEAR = 14;
const NEAR_BEFORE = 6;
const FEW_WORDS = 6;

/** The features of the quoted string; `isCue` tells words that can be cues. */
export function addQuoteFeatures(
  sink: FeatureSink,
  passage: Passage,
  quote: number,
  { isCue, setting }: { isCue: (token: number) => boolean; setting: QuoteSetting },
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
  const own = coverKey(setting.own);
  addNeighbours(sink, passage, quote, length);
  addShape(sink, passage, { from, to }, setting);
  addReport(sink, passage, { from, to }, { setting, length });
  sink.add(T.cover, own);
  sink.addPair(T.coverLength, own, length);
  sink.addPair(T.coverBefore, own, classKey(from - 1));
  const isFirst = tokens[from - 1]?.frame !== tokens[from]?.frame;
  sink.addPair(T.previous, coverKey(setting.previous), isFirst ? YES : NONE);
  addWords(sink, passage, { from: from + 1, to: last + 1 }, { length, own });
  addPlace(sink, passage, { from, to }, length);
  addCues(sink, passage, { from, to, isCue }, length);
}

function coverKey(report: Report | null): Key {
  return report === null ? NONE : countKey(Math.floor(10 * report.chance));
}

/** The words close to a quoted string, and those of a short one. */
function addNeighbours(sink: FeatureSink, passage: Passage, quote: number, length: Key): void {
  const { tokens } = passage;
  const { from, to } = passage.quoteRanges[quote] ?? { from: 0, to: 0 };
  const word = (i: number): Key => tokens[i]?.word.key ?? NONE;
  const classKey = (i: number): Key => tokens[i]?.word.classKey ?? NONE;
  sink.addPair(T.beforeWords, word(from - 2), word(from - 1));
  sink.add(T.secondAfter, word(to + 1));
  sink.addPair(T.afterClasses, classKey(to), classKey(to + 1));
  const frame = tokens[from]?.frame;
  for (let i = from - 1; i >= from - NEAR_BEFORE && tokens[i]?.frame === frame; i--) {
    sink.add(T.beforeNear, tokens[i]?.word.stem ?? NONE);
  }
  if (to - from <= FEW_WORDS + 2) {
    for (let i = from + 1; i < to - 1; i++) sink.add(T.inside, tokens[i]?.word.stem ?? NONE);
  }
  sink.addPair(T.firstWord, word(from + 1), length);
}

/** What the report that holds the quoted string makes of it, and those beside it in its sentence. */
function addReport(
  sink: FeatureSink,
  { tokens }: Passage,
  range: TokenRange,
  { setting: { own, previous, next }, length }: { setting: QuoteSetting; length: Key },
): void {
  const frame = tokens[range.from]?.frame;
  const besideKey = (report: Report | null) => {
    const at = report?.cue ?? report?.content[0]?.from ?? -1;
    if (!report || tokens[at]?.frame !== frame) return NONE;
    return report === own ? YES : coverKey(report);
  };
  const before = besideKey(previous);
  const after = besideKey(next);
  sink.addPair(T.beside, before, after);
  sink.addTriple(T.besideLength, before, after, length);
  if (!own) return;
  const place = placeKey(range, own);
  sink.addPair(T.reportCue, tokens[own.cue ?? -1]?.word.stem ?? NONE, place);
  sink.addPair(T.reportPlace, place, coverKey(own));
  sink.addPair(T.reportPlaceLength, place, length);
  sink.addPair(T.reportPlaceBefore, place, tokens[range.from - 1]?.word.classKey ?? NONE);
  sink.addPair(T.reportGap, countKey(Math.abs((own.cue ?? range.from) - range.from)), place);
}

function addWords(
  sink: FeatureSink,
  { tokens }: Passage,
  { from, to }: { from: number; to: number },
  { length, own }: { length: Key; own: Key },
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
  const share = countKey(words === 0 ? 0 : Math.round((4 * capitals) / words));
  const key = (i: number) => tokens[i]?.word.classKey ?? NONE;
  sink.addPair(T.capitals, share, length);
  sink.addPair(T.capitalsBefore, share, tokens[from - 2]?.word.key ?? NONE);
  sink.addPair(T.capitalsAfter, share, key(to + 1));
  sink.addPair(T.capitalsLast, share, key(to - 1));
  sink.addPair(T.capitalsCover, share, own);
  sink.addTriple(T.lengthLast, length, key(to - 1), key(from - 2));
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
