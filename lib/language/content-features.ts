/** What tells where the content of an attribution begins and ends, given its cue. */
import { ClassPaths } from "./class-paths.ts";
import type { Boundary } from "./content-candidates.ts";
import { countKey, NONE, toKey, YES, type FeatureSink, type Key } from "./feature-keys.ts";
import type { RegionReader } from "./passage.ts";

const T = {
  distance: toKey("distance"),
  stemDistance: toKey("stem/distance"),
  word: toKey("word"),
  class: toKey("class"),
  classes: toKey("class/class+1"),
  before: toKey("before"),
  classBefore: toKey("class-1"),
  between: toKey("class-1/class"),
  wordBetween: toKey("before/word"),
  stemWord: toKey("stem/word"),
  stemClass: toKey("stem/class"),
  stemBefore: toKey("stem/before"),
  quote: toKey("quote"),
  path: toKey("path"),
  edge: toKey("edge"),
  length: toKey("length"),
  lengthNext: toKey("length/class"),
  nextWords: toKey("word/word+1"),
  stemNext: toKey("stem/class/remaining"),
  remaining: toKey("remaining/class"),
  commas: toKey("commas/class"),
  first: toKey("first/class"),
  firstWord: toKey("first/word"),
  last: toKey("last-class/class"),
  lastClasses: toKey("class-2/class-1/class"),
  distanceClass: toKey("distance/class"),
  clause: toKey("verb/class/class+1"),
  clauseFirst: toKey("verb/first/class"),
  clauseWord: toKey("verb/word"),
  nextClasses: toKey("class/class+1/class+2"),
  verbAhead: toKey("verb-ahead/class/verb"),
};
const MAX_PATH = 4;
const PATHS = new ClassPaths("_");
const MAX_AHEAD = 8;

/** A beginning at token `start` after the cue. */
export function addStartAfter(sink: FeatureSink, reader: RegionReader, start: number): void {
  addOfCue(sink, reader, start);
  const distance = countKey(start - reader.cue);
  sink.add(T.distance, distance);
  sink.addPair(T.stemDistance, reader.stem(reader.cue), distance);
  sink.addPair(T.distanceClass, distance, reader.classKey(start));
  sink.add(T.path, pathKey(reader, reader.cue + 1, start));
  if (reader.opensQuote(start)) sink.add(T.quote, distance);
}

/** An end at a boundary, of a content after the cue from `start`. */
export function addEndAfter(
  sink: FeatureSink,
  reader: RegionReader,
  start: number,
  { at: end, commas, verbs, steps }: Boundary,
): void {
  addOfCue(sink, reader, end);
  addLength(sink, reader, end, steps, reader.region.to - end);
  sink.addPair(T.commas, countKey(commas), reader.classKey(end));
  sink.addPair(T.first, reader.classKey(start), reader.classKey(end));
  sink.addPair(T.firstWord, reader.word(start), reader.classKey(end));
  const isClause = verbs === 0 ? NONE : YES;
  sink.addTriple(T.clause, isClause, reader.classKey(end), reader.classKey(end + 1));
  sink.addTriple(T.clauseFirst, isClause, reader.classKey(start), reader.classKey(end));
  sink.addPair(T.clauseWord, isClause, reader.word(end));
  sink.addTriple(T.verbAhead, verbAhead(reader, end), reader.classKey(end), isClause);
  if (reader.closesQuote(end)) sink.add(T.quote, reader.classKey(end));
}

/** An end at the boundary before token `end`, of a content before the cue. */
export function addEndBefore(sink: FeatureSink, reader: RegionReader, end: number): void {
  addOfCue(sink, reader, end);
  const distance = countKey(reader.cue - end);
  sink.add(T.distance, distance);
  sink.addPair(T.stemDistance, reader.stem(reader.cue), distance);
  sink.addPair(T.distanceClass, distance, reader.classKey(end));
  sink.add(T.path, pathKey(reader, end, reader.cue));
  if (reader.closesQuote(end)) sink.add(T.quote, YES);
}

/** A beginning at a boundary, of a content before the cue that ends at `end`. */
export function addStartBefore(
  sink: FeatureSink,
  reader: RegionReader,
  end: number,
  { at: start, commas, verbs, steps }: Boundary,
): void {
  addOfCue(sink, reader, start);
  addLength(sink, reader, start, steps, start - reader.region.from);
  sink.addPair(T.commas, countKey(commas), reader.classKey(start - 1));
  sink.addPair(T.first, reader.classKey(end), reader.classKey(start));
  sink.addPair(T.last, reader.classKey(end), reader.classKey(start - 1));
  sink.addPair(T.clauseFirst, verbs === 0 ? NONE : YES, reader.classKey(start - 1));
  if (reader.opensQuote(start)) sink.add(T.quote, reader.classKey(start - 1));
  if (reader.closesQuote(end)) sink.add(T.quote, YES);
}

/** How soon a verb follows a boundary: another clause then may begin there. */
function verbAhead(reader: RegionReader, at: number): Key {
  for (let n = 0; n < MAX_AHEAD; n++) {
    const wordClass = reader.class(at + n);
    if (wordClass === null) return NONE;
    if (wordClass === "X" || wordClass === "E") return countKey(n);
  }
  return NONE;
}

/** What stands at a boundary, whatever the cue: to add beside the features of each end below. */
export function addPlace(sink: FeatureSink, reader: RegionReader, at: number): void {
  sink.add(T.word, reader.word(at));
  sink.add(T.class, reader.classKey(at));
  sink.addPair(T.classes, reader.classKey(at), reader.classKey(at + 1));
  sink.add(T.before, reader.word(at - 1));
  sink.add(T.classBefore, reader.classKey(at - 1));
  sink.addPair(T.between, reader.classKey(at - 1), reader.classKey(at));
  sink.addPair(T.wordBetween, reader.word(at - 1), reader.word(at));
  sink.addTriple(
    T.lastClasses,
    reader.classKey(at - 2),
    reader.classKey(at - 1),
    reader.classKey(at),
  );
  const { from, to } = reader.region;
  if (at === from || at === to) sink.add(T.edge, at === from ? YES : NONE);
}

/** The same for an end after the cue, with what comes next. */
export function addPlaceOfEnd(sink: FeatureSink, reader: RegionReader, end: number): void {
  addPlace(sink, reader, end);
  sink.addPair(T.nextWords, reader.word(end), reader.word(end + 1));
  sink.addTriple(
    T.nextClasses,
    reader.classKey(end),
    reader.classKey(end + 1),
    reader.classKey(end + 2),
  );
}

/** The words at a boundary with the cue. */
function addOfCue(sink: FeatureSink, reader: RegionReader, at: number): void {
  const stem = reader.stem(reader.cue);
  sink.addPair(T.stemWord, stem, reader.word(at));
  sink.addPair(T.stemClass, stem, reader.classKey(at));
  sink.addPair(T.stemBefore, stem, reader.word(at - 1));
}

function addLength(
  sink: FeatureSink,
  reader: RegionReader,
  boundary: number,
  steps: number,
  rest: number,
): void {
  const length = countKey(steps);
  const classKey = reader.classKey(boundary);
  const remaining = countKey(rest);
  sink.add(T.length, length);
  sink.addPair(T.lengthNext, length, classKey);
  sink.addPair(T.remaining, remaining, classKey);
  sink.addTriple(
    T.stemNext,
    reader.stem(reader.cue),
    classKey,
    remaining === countKey(0) ? YES : NONE,
  );
}

/** The classes of the words of a short stretch. */
function pathKey(reader: RegionReader, from: number, to: number): Key {
  return to - from > MAX_PATH ? NONE : PATHS.keyOf(reader, from, to);
}
