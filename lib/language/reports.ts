/** The attributions that have a cue, as the model reads them from the words of a sentence. */
import type { AttributionModel } from "./attribution-model.ts";
import { ShapeReader } from "./content-shape.ts";
import type { CueSide } from "./cue-features.ts";
import { neighboursOf } from "./neighbour-features.ts";
import { RegionReader, type Passage, type TokenRange } from "./passage.ts";
import { readCues, type Candidate, type CueReading } from "./report-candidates.ts";
import type { Surroundings } from "./report-features.ts";
import type { Token } from "./tokens.ts";

/** An attribution as places among the tokens of a passage. */
export type Report = {
  cue: number | null;
  content: TokenRange[];
  source: TokenRange | null;
  chance: number;
};

/** About half of the F1 that is reached: a report that is likelier raises it. */
const LEAST_CHANCE = 0.27;
const LEAST_CUE_OF_QUOTE = 0.05;
/** So many tokens from a quoted string its cue is looked for. */
const MAX_REACH = 40;
const SAME = 0.8;
const EQUAL = 1e-9;

/** The reports that are likely enough, in the order of their cues, no two of nearly one content. */
export function findReports(model: AttributionModel, passage: Passage): Report[] {
  const found = readSurroundings(model, passage).flatMap(({ reading, around }) => {
    const report = chooseReport(model, reading, around);
    return report ? [report] : [];
  });
  return withoutRepeats(passage, found);
}

/** The cues of a passage that have candidates, each with what it stands among. */
export function readSurroundings(
  model: AttributionModel,
  passage: Passage,
): { reading: CueReading; around: Surroundings }[] {
  const { readings, cueChances } = readCues(model, passage);
  const neighbours = neighboursOf(readings);
  const shapes = new ShapeReader(passage, cueChances);
  return readings.map((reading, i) => ({
    reading,
    around: { passage, cueChances, shapes, neighbours: neighbours[i] ?? [] },
  }));
}

/**
 * The likeliest report of a quoted string by a word of its sentence outside of quotations, however
 * unlikely the word is as a cue; null where no word there can be one.
 */
export function reportOfQuote(
  model: AttributionModel,
  passage: Passage,
  quote: number,
): Report | null {
  const range = passage.quoteRanges[quote] ?? { from: 0, to: 0 };
  const best = likeliestCue(model, passage, range);
  if (!best || best.chance < LEAST_CUE_OF_QUOTE) return null;
  const { reader, side, chance } = best;
  const chosen = model.rankContents(reader, reader.cue < range.from ? "after" : "before")[0]?.range;
  const holds = chosen && chosen.from <= range.from && chosen.to >= range.to;
  const content = [holds ? chosen : range];
  return { cue: reader.cue, content, source: model.chooseSource(reader, side, content), chance };
}

type Cue = { reader: RegionReader; side: CueSide; chance: number };

/** The likeliest cue among the words of the sentence around a range, outside of quotations. */
export function likeliestCue(
  model: AttributionModel,
  passage: Passage,
  range: TokenRange,
): Cue | null {
  const frame = passage.frameRanges[passage.tokens[range.from]?.frame ?? -1] ?? range;
  const from = Math.max(frame.from, range.from - MAX_REACH);
  const to = Math.min(frame.to, range.to + MAX_REACH);
  let best: Cue | null = null;
  for (let i = from; i < to; i++) {
    const token = passage.tokens[i];
    if (!token || token.quote >= 0 || !model.canBeCue(token)) continue;
    const reader = new RegionReader(passage, i);
    const { value: side, chance } = model.chooseSide(reader);
    if (!best || chance > best.chance) best = { reader, side, chance };
  }
  return best;
}

/** The candidate that most of the likelihood agrees with, near misses included; null where all are unlikely. */
function chooseReport(
  model: AttributionModel,
  reading: CueReading,
  around: Surroundings,
): Report | null {
  const { reader, candidates } = reading;
  const chances = model.chancesOfCandidates(reading, around);
  let best: Candidate | null = null;
  let chance = 0;
  let own = 0;
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i] as Candidate;
    let agreed = 0;
    for (let j = 0; j < candidates.length; j++) {
      if (isNearlySame(around.passage, candidate, candidates[j] as Candidate)) {
        agreed += chances[j] as number;
      }
    }
    const ownChance = chances[i] as number;
    if (agreed < chance - EQUAL || (agreed <= chance + EQUAL && ownChance <= own)) continue;
    best = candidate;
    chance = agreed;
    own = ownChance;
  }
  if (!best || chance < LEAST_CHANCE) return null;
  const source = model.chooseSource(reader, best.side, best.content);
  return { cue: reader.cue, content: [...best.content], source, chance };
}

function isNearlySame(passage: Passage, a: Candidate, b: Candidate): boolean {
  return a === b || overlap(passage, a.content, b.content) >= SAME;
}

/** Of neighbours that share nearly all their content, the likelier one. */
function withoutRepeats(passage: Passage, reports: readonly Report[]): Report[] {
  const kept: Report[] = [];
  for (const report of reports) {
    const twin = kept
      .slice(-4)
      .find((other) => overlap(passage, report.content, other.content) >= SAME);
    if (!twin) kept.push(report);
    else if (twin.chance < report.chance) kept[kept.indexOf(twin)] = report;
  }
  return kept;
}

/** The share of their characters that two contents have in common, of all that either has. */
export function overlap(
  { tokens }: Passage,
  a: readonly TokenRange[],
  b: readonly TokenRange[],
): number {
  let shared = 0;
  for (const one of a) {
    for (const other of b) {
      shared += lengthOf(tokens, Math.max(one.from, other.from), Math.min(one.to, other.to));
    }
  }
  let all = -shared;
  for (const { from, to } of a) all += lengthOf(tokens, from, to);
  for (const { from, to } of b) all += lengthOf(tokens, from, to);
  return shared / (all || 1);
}

function lengthOf(tokens: readonly Token[], from: number, to: number): number {
  return from < to ? (tokens[to - 1]?.end ?? 0) - (tokens[from]?.start ?? 0) : 0;
}
