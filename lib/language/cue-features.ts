/** What tells whether a word is the cue of an attribution, and on which side its content stands. */
import { countKey, NONE, toKey, YES, type FeatureSink, type Key } from "./feature-keys.ts";
import type { RegionReader } from "./passage.ts";
import { wordClasses } from "./token-classes.ts";

/** Content after the cue, before it, or on both sides of it. */
export const CUE_SIDES = ["after", "before", "around"] as const;
export type CueSide = (typeof CUE_SIDES)[number];

const KEY_OF_SIDE: Record<CueSide, Key> = {
  after: toKey(">"),
  before: toKey("<"),
  around: toKey("<>"),
};

/** How a side is written in the names of features. */
export function sideKey(side: CueSide): Key {
  return KEY_OF_SIDE[side];
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
  group: toKey("group/class"),
  groupBefore: toKey("group/class/class-1"),
  groupNext: toKey("group/class/class+1"),
  groupNextWord: toKey("group/next"),
  groupSubject: toKey("group/subject-class"),
  object: toKey("object-class/class"),
  stemObject: toKey("stem/object-class"),
  that: toKey("that-ahead/class"),
  cueBefore: toKey("cue-before"),
  cueAfter: toKey("cue-after"),
};
const NEAR = 12;
/** Whether there is a quotation before, and whether there is one after. */
const QUOTES = [
  [toKey("|"), toKey(">|")],
  [toKey("<|"), toKey("<>|")],
] as const;
const BEFORE_VERB = wordClasses("XRWT");
const BEFORE_OBJECT = wordClasses("DRW");

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
  addObject(sink, reader);
  addOtherCues(sink, reader);
  addPlace(sink, reader);
}

/** The last word before the verb that is neither auxiliary nor adverb. */
function addSubject(sink: FeatureSink, reader: RegionReader): void {
  let subject = reader.cue - 1;
  const low = subject - 5;
  while (subject > low && reader.isOf(subject, BEFORE_VERB)) subject--;
  const subjectClass = reader.classKey(subject);
  sink.add(T.subject, reader.word(subject));
  sink.addPair(T.subjectClass, subjectClass, reader.classKey(reader.cue));
  sink.addPair(T.stemSubject, reader.stem(reader.cue), subjectClass);
  const { group } = reader;
  const classKey = reader.classKey(reader.cue);
  sink.addPair(T.group, group, classKey);
  sink.addTriple(T.groupBefore, group, classKey, reader.classKey(reader.cue - 1));
  sink.addTriple(T.groupNext, group, classKey, reader.classKey(reader.cue + 1));
  sink.addPair(T.groupNextWord, group, reader.word(reader.cue + 1));
  sink.addPair(T.groupSubject, group, subjectClass);
}

/** The first word after the verb that is no determiner, adverb or day, and whether "that" follows. */
function addObject(sink: FeatureSink, reader: RegionReader): void {
  let object = reader.cue + 1;
  const high = object + 4;
  while (object < high && reader.isOf(object, BEFORE_OBJECT)) object++;
  sink.addPair(T.object, reader.classKey(object), reader.classKey(reader.cue));
  sink.addPair(T.stemObject, reader.stem(reader.cue), reader.classKey(object));
  for (let n = 1; n <= 8; n++) {
    const word = reader.word(reader.cue + n);
    if (word.name !== "that" && word.name !== "whether" && word.name !== "to") continue;
    sink.addTriple(T.that, word, countKey(n), reader.classKey(reader.cue));
    break;
  }
}

/** Words beside this one in the sentence that may be cues themselves. */
function addOtherCues(sink: FeatureSink, reader: RegionReader): void {
  for (const [step, template] of [
    [-1, T.cueBefore],
    [1, T.cueAfter],
  ] as const) {
    for (let n = 1; n <= 10; n++) {
      const group = reader.groupAt(reader.cue + n * step);
      if (group === NONE || group.name === "noun") continue;
      sink.addPair(template, group, countKey(n));
      break;
    }
  }
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
  const quotes = QUOTES[before === NONE ? 0 : 1][after === NONE ? 0 : 1];
  sink.add(T.quotes, quotes);
  sink.addPair(T.stemQuotes, stem, quotes);
  if ((passage.tokens[cue]?.quote ?? -1) >= 0) sink.add(T.quoted, stem);
  if (passage.tokens[cue]?.paragraph === 0) sink.add(T.title, reader.classKey(cue));
  const comma = commaBefore(reader);
  sink.addPair(T.comma, comma, toEnd);
  sink.addPair(T.stemComma, stem, comma);
  const ending = passage.tokens[cue]?.word.ending ?? NONE;
  sink.addPair(T.ending, ending, reader.classKey(cue - 1));
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
