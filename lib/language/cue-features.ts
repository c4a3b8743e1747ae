/** What tells whether a word is the cue of an attribution, and on which side its content stands. */
import { countKey, NONE, toKey, YES, type FeatureSink, type Key } from "./feature-keys.ts";
import type { RegionReader } from "./passage.ts";

/** Content after the cue, before it, or on both sides of it. */
export const CUE_SIDES = ["after", "before", "around"] as const;
export type CueSide = (typeof CUE_SIDES)[number];

const KEY_OF_SIDE = Object.fromEntries(CUE_SIDES.map((side) => [side, toKey(side)]));

export function sideKey(side: CueSide): Key {
  return KEY_OF_SIDE[side] ?? NONE;
}

const T = {
  bias: toKey("bias"),
  stem: toKey("stem"),
  word: toKey("word"),
  wordNext: toKey("word/next"),
  wordBefore: toKey("before/word"),
  stemClassNext: toKey("stem/class+1"),
  stemClassesNext: toKey("stem/class+1/class+2"),
  stemClassBefore: toKey("class-1/stem"),
  classes: toKey("class-1/class/class+1"),
  classesBefore: toKey("class-2/class-1/class"),
  classesNext: toKey("class/class+1/class+2"),
  before: toKey("before"),
  next: toKey("next"),
  secondBefore: toKey("second-before"),
  secondNext: toKey("second-next"),
  subject: toKey("subject"),
  subjectClass: toKey("subject-class/class"),
  stemSubject: toKey("stem/subject-class"),
  fromStart: toKey("from-start"),
  toEnd: toKey("to-end"),
  stemToEnd: toKey("stem/to-end"),
  quoteBefore: toKey("quote-before"),
  quoteAfter: toKey("quote-after"),
  quotes: toKey("quotes"),
  stemQuotes: toKey("stem/quotes"),
  quoted: toKey("in-quote"),
  title: toKey("first-line"),
  comma: toKey("comma-before/to-end"),
  stemComma: toKey("stem/comma-before"),
  ending: toKey("ending/class-1"),
};
const NEAR = 12;

/** The features of the word at the reader's cue. */
export function addCueFeatures(sink: FeatureSink, reader: RegionReader): void {
  const i = reader.cue;
  const stem = reader.stem(i);
  const word = reader.word(i);
  const classKey = reader.classKey(i);
  sink.add(T.bias, YES);
  sink.add(T.stem, stem);
  sink.add(T.word, word);
  sink.addPair(T.wordNext, word, reader.word(i + 1));
  sink.addPair(T.wordBefore, reader.word(i - 1), word);
  sink.addPair(T.stemClassNext, stem, reader.classKey(i + 1));
  sink.addTriple(T.stemClassesNext, stem, reader.classKey(i + 1), reader.classKey(i + 2));
  sink.addPair(T.stemClassBefore, reader.classKey(i - 1), stem);
  sink.addTriple(T.classes, reader.classKey(i - 1), classKey, reader.classKey(i + 1));
  sink.addTriple(T.classesBefore, reader.classKey(i - 2), reader.classKey(i - 1), classKey);
  sink.addTriple(T.classesNext, classKey, reader.classKey(i + 1), reader.classKey(i + 2));
  sink.add(T.before, reader.word(i - 1));
  sink.add(T.next, reader.word(i + 1));
  sink.add(T.secondBefore, reader.word(i - 2));
  sink.add(T.secondNext, reader.word(i + 2));
  addSubject(sink, reader);
  addPlace(sink, reader);
}

/** The last word before the verb that is neither auxiliary nor adverb. */
function addSubject(sink: FeatureSink, reader: RegionReader): void {
  let subject = reader.cue - 1;
  const low = subject - 5;
  while (subject > low && /^[XRWT]$/.test(reader.class(subject) ?? "")) subject--;
  const subjectClass = reader.classKey(subject);
  sink.add(T.subject, reader.word(subject));
  sink.addPair(T.subjectClass, subjectClass, reader.classKey(reader.cue));
  sink.addPair(T.stemSubject, reader.stem(reader.cue), subjectClass);
}

function addPlace(sink: FeatureSink, reader: RegionReader): void {
  const { cue, region, passage } = reader;
  const stem = reader.stem(cue);
  const toEnd = countKey(region.to - cue);
  sink.add(T.fromStart, countKey(cue - region.from));
  sink.add(T.toEnd, toEnd);
  sink.addPair(T.stemToEnd, stem, toEnd);
  const before = quoteDistance(reader, -1);
  const after = quoteDistance(reader, 1);
  sink.add(T.quoteBefore, before);
  sink.add(T.quoteAfter, after);
  const quotes = toKey(`${before === NONE ? "" : "<"}${after === NONE ? "" : ">"}|`);
  sink.add(T.quotes, quotes);
  sink.addPair(T.stemQuotes, stem, quotes);
  if ((passage.tokens[cue]?.quote ?? -1) >= 0) sink.add(T.quoted, stem);
  if (passage.tokens[cue]?.paragraph === 0) sink.add(T.title, reader.classKey(cue));
  const comma = commaBefore(reader);
  sink.addPair(T.comma, comma, toEnd);
  sink.addPair(T.stemComma, stem, comma);
  const word = reader.word(cue).name;
  sink.addPair(T.ending, toKey(word.slice(-3)), reader.classKey(cue - 1));
}

/** How far the nearest quotation in the sentence is, or `NONE`. */
function quoteDistance(reader: RegionReader, step: 1 | -1): Key {
  for (let n = 1; n <= 2 * NEAR; n++) {
    const i = reader.cue + n * step;
    if (i < reader.region.from || i >= reader.region.to) return NONE;
    if (step > 0 ? reader.opensQuote(i) : reader.closesQuote(i + 1)) return countKey(n);
  }
  return NONE;
}

function commaBefore(reader: RegionReader): Key {
  for (let n = 1; n <= NEAR; n++) {
    if (reader.class(reader.cue - n) === ",") return countKey(n);
  }
  return NONE;
}
