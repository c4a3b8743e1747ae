/** What tells which of its candidates a cue reports, if any: the whole content and what is around it. */
import {
  chanceKey,
  countKey,
  NONE,
  toKey,
  YES,
  type FeatureSink,
  type Key,
} from "./feature-keys.ts";
import { isFinite, isLikelyCue, type ContentShape, type ShapeReader } from "./content-shape.ts";
import { sideKey } from "./cue-features.ts";
import { addNeighbours, type Neighbour } from "./neighbour-features.ts";
import type { Passage, TokenRange } from "./passage.ts";
import type { Candidate, CueReading } from "./report-candidates.ts";
import type { Token } from "./tokens.ts";

/** What a cue stands among. */
export type Surroundings = {
  passage: Passage;
  /** How likely each token of the passage is a cue. */
  cueChances: Float32Array;
  /** What its stretches hold. */
  shapes: ShapeReader;
  /** Likely cues near this one. */
  neighbours: readonly Neighbour[];
};

const T = {
  bias: toKey("side"),
  sideChance: toKey("side-chance"),
  nearChance: toKey("near-chance"),
  farChance: toKey("far-chance"),
  chance: toKey("chance/side"),
  sideNear: toKey("side-chance/near-chance"),
  sideFar: toKey("side-chance/far-chance"),
  nearFar: toKey("near-chance/far-chance"),
  rank: toKey("rank/side"),
  gap: toKey("behind-first/side"),
  groupChance: toKey("group/chance"),
  stemSide: toKey("stem/side"),
  stemChance: toKey("stem/side-chance"),
  verbsFirst: toKey("verbs/first-class/group"),
  verbsNext: toKey("verbs/class+1/class+2"),
  commasNext: toKey("commas/class+1/next"),
  commasBefore: toKey("commas/class-1/side"),
  dashes: toKey("dashes/class+1"),
  brackets: toKey("open-brackets/side"),
  cues: toKey("cues/side"),
  cuesNext: toKey("cues/class+1/verbs"),
  firstLast: toKey("first-class/last-class"),
  firstNext: toKey("first-class/class+1/quoted"),
  firstWord: toKey("first/class+1/verbs"),
  firstWordNext: toKey("first/next"),
  firstWordStem: toKey("first/stem/verbs"),
  firstWordGroup: toKey("first/group"),
  last: toKey("last"),
  lastNext: toKey("last/class+1"),
  quotedNext: toKey("quoted/class+1/class+2"),
  quotedStem: toKey("quoted/stem/side"),
  self: toKey("first-person/quoted"),
  tense: toKey("cue-form/verb-class/verbs"),
  verb: toKey("verb/cue-form"),
  verbStem: toKey("verb/stem"),
  next: toKey("class+1/class+2/class+3"),
  nextVerbs: toKey("next/verbs/commas"),
  nextWords: toKey("next/next+1"),
  ahead: toKey("class+1/subject-ahead/verb-ahead"),
  aheadWord: toKey("next/subject-ahead/verb-class"),
  aheadVerbs: toKey("verbs/subject-ahead/verb-class"),
  lastBreak: toKey("last-break/class/distance"),
  lastBreakWords: toKey("last-break/word"),
  lastBreakClasses: toKey("last-break-class+1/class+2/end-class"),
  breaks: toKey("breaks/class+1"),
};
const QUOTED = { none: toKey("unquoted"), all: toKey("quoted"), some: toKey("mixed") };
const CUE = toKey("cue");
const MAX_VERBS = 3;
const MAX_COMMAS = 4;
const MAX_AHEAD = 9;
/** Chances are compared by half steps of their logarithms, down to so many. */
const MAX_GAP = 12;
const GAPS = Array.from({ length: MAX_GAP + 1 }, (_, i) => toKey(`-${i}`));

/** The features of a candidate; one of a cue's own candidates. */
export function addReportFeatures(
  sink: FeatureSink,
  reading: CueReading,
  candidate: Candidate,
  around: Surroundings,
): void {
  const shape = shapeOf(candidate, around);
  addChances(sink, reading, candidate);
  addWhole(sink, reading, candidate, shape, around);
  addEdges(sink, reading, shape, around);
  addVerbs(sink, reading, shape, around);
  addBreaks(sink, shape, around);
  addNeighbours(sink, reading, candidate, around.neighbours, shape.range);
}

/** How likely the parts of the candidate were by themselves, and beside the likeliest one. */
function addChances(sink: FeatureSink, reading: CueReading, candidate: Candidate): void {
  const { reader, candidates } = reading;
  const side = sideKey(candidate.side);
  const stem = reader.stem(reader.cue);
  const ofSide = chanceKey(candidate.sideChance);
  const near = chanceKey(candidate.nearChance);
  const far = chanceKey(candidate.farChance);
  const chance = chanceKey(candidate.chance);
  const gap = Math.round(2 * Math.log((candidates[0]?.chance ?? 1) / candidate.chance));
  sink.add(T.bias, side);
  sink.add(T.sideChance, ofSide);
  sink.add(T.nearChance, near);
  sink.add(T.farChance, far);
  sink.addPair(T.chance, chance, side);
  sink.addPair(T.sideNear, ofSide, near);
  sink.addPair(T.sideFar, ofSide, far);
  sink.addPair(T.nearFar, near, far);
  sink.addPair(T.rank, countKey(candidates.indexOf(candidate)), side);
  sink.addPair(T.gap, GAPS[Math.min(MAX_GAP, gap)] ?? NONE, side);
  sink.addPair(T.groupChance, reader.group, chance);
  sink.addPair(T.stemSide, stem, side);
  sink.addPair(T.stemChance, stem, ofSide);
}

/** What the main part of a content holds, with the keys that several features share. */
type Shape = ContentShape & { range: TokenRange; verbsKey: Key; commasKey: Key; quotedKey: Key };

function shapeOf({ content, side }: Candidate, { shapes }: Surroundings): Shape {
  const range = (side === "before" ? content[0] : content.at(-1)) ?? { from: 0, to: 0 };
  const shape = shapes.shapeOf(range);
  const isAllQuoted = shape.quoted === range.to - range.from;
  return {
    ...shape,
    range,
    verbsKey: countKey(Math.min(shape.verbs, MAX_VERBS)),
    commasKey: countKey(Math.min(shape.commas, MAX_COMMAS)),
    quotedKey: shape.quoted === 0 ? QUOTED.none : isAllQuoted ? QUOTED.all : QUOTED.some,
  };
}

function isNominal({ word }: Token): boolean {
  return word.class === "P" || word.class === "N" || word.class === "D";
}

function addWhole(
  sink: FeatureSink,
  { reader }: CueReading,
  candidate: Candidate,
  shape: Shape,
  { passage: { tokens } }: Surroundings,
): void {
  const { from, to } = shape.range;
  const classKey = (i: number): Key => tokens[i]?.word.classKey ?? NONE;
  const stem = reader.stem(reader.cue);
  const side = sideKey(candidate.side);
  const { verbsKey: verbs, commasKey: commas, quotedKey: quoted } = shape;
  const cues = countKey(shape.cues);
  sink.addTriple(T.verbsFirst, verbs, classKey(from), reader.group);
  sink.addTriple(T.verbsNext, verbs, classKey(to), classKey(to + 1));
  sink.addTriple(T.commasNext, commas, classKey(to), tokens[to]?.word.key ?? NONE);
  sink.addTriple(T.commasBefore, commas, classKey(from - 1), side);
  sink.addPair(T.dashes, countKey(shape.dashes), classKey(to));
  sink.addPair(T.brackets, countKey(Math.abs(shape.brackets)), side);
  sink.addPair(T.cues, cues, side);
  sink.addTriple(T.cuesNext, cues, classKey(to), verbs);
  sink.addTriple(T.quotedNext, quoted, classKey(to), classKey(to + 1));
  sink.addTriple(T.quotedStem, quoted, stem, side);
  sink.addPair(T.self, shape.selves > 0 ? YES : NONE, quoted);
}

/** The words at both ends, together. */
function addEdges(
  sink: FeatureSink,
  { reader }: CueReading,
  { range: { from, to }, verbsKey: verbs, commasKey: commas, quotedKey: quoted }: Shape,
  { passage: { tokens } }: Surroundings,
): void {
  const word = (i: number): Key => tokens[i]?.word.key ?? NONE;
  const classKey = (i: number): Key => tokens[i]?.word.classKey ?? NONE;
  const stem = reader.stem(reader.cue);
  sink.addPair(T.firstLast, classKey(from), classKey(to - 1));
  sink.addTriple(T.firstNext, classKey(from), classKey(to), quoted);
  sink.addTriple(T.firstWord, word(from), classKey(to), verbs);
  sink.addPair(T.firstWordNext, word(from), word(to));
  sink.addTriple(T.firstWordStem, word(from), stem, verbs);
  sink.addPair(T.firstWordGroup, word(from), reader.group);
  sink.add(T.last, word(to - 1));
  sink.addPair(T.lastNext, word(to - 1), classKey(to));
  sink.addTriple(T.next, classKey(to), classKey(to + 1), classKey(to + 2));
  sink.addTriple(T.nextVerbs, word(to), verbs, commas);
  sink.addPair(T.nextWords, word(to), word(to + 1));
}

/** The first verb of the content beside the cue, and the first one after the content. */
function addVerbs(
  sink: FeatureSink,
  { reader }: CueReading,
  { range: { to }, verbsKey: verbs, firstVerb }: Shape,
  { passage: { tokens }, cueChances }: Surroundings,
): void {
  const word = (i: number): Key => tokens[i]?.word.key ?? NONE;
  const classKey = (i: number): Key => tokens[i]?.word.classKey ?? NONE;
  const cueForm = word(reader.cue).name.endsWith("s") ? CUE : reader.classKey(reader.cue);
  sink.addTriple(T.tense, cueForm, classKey(firstVerb), verbs);
  sink.addPair(T.verb, word(firstVerb), cueForm);
  sink.addPair(T.verbStem, word(firstVerb), reader.stem(reader.cue));
  let subject = NONE;
  let distance = NONE;
  let verb = NONE;
  for (let i = to; i < to + MAX_AHEAD && i < reader.region.to; i++) {
    const token = tokens[i];
    if (!token) break;
    if (subject === NONE && isNominal(token)) subject = token.word.classKey;
    const isCue = i !== reader.cue && isLikelyCue(cueChances, i);
    if (!isCue && !isFinite(token.word)) continue;
    distance = countKey(i - to);
    verb = isCue ? CUE : token.word.classKey;
    break;
  }
  sink.addTriple(T.ahead, classKey(to), subject, distance);
  sink.addTriple(T.aheadWord, word(to), subject, verb);
  sink.addTriple(T.aheadVerbs, verbs, subject, verb);
}

/** Where the content might have ended before: the last comma or conjunction in it. */
function addBreaks(
  sink: FeatureSink,
  { range: { to }, lastBreak, breaks }: Shape,
  { passage: { tokens } }: Surroundings,
): void {
  const word = (i: number): Key => tokens[i]?.word.key ?? NONE;
  const classKey = (i: number): Key => tokens[i]?.word.classKey ?? NONE;
  sink.addPair(T.breaks, countKey(breaks), classKey(to));
  if (lastBreak < 0) return;
  const [one, two] = [lastBreak + 1, lastBreak + 2];
  sink.addTriple(T.lastBreak, word(lastBreak), classKey(one), countKey(to - lastBreak));
  sink.addPair(T.lastBreakWords, word(lastBreak), word(one));
  sink.addTriple(T.lastBreakClasses, classKey(one), classKey(two), classKey(to));
}
