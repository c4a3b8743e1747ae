/** What each cue of a passage may report: a few contents, and how likely each is by itself. */
import type { AttributionModel, RankedContent } from "./attribution-model.ts";
import { CUE_SIDES, type CueSide } from "./cue-features.ts";
import { RegionReader, type Passage, type TokenRange } from "./passage.ts";

/** A content that a cue may have. */
export type Candidate = {
  side: CueSide;
  /** In the order of the text; two where the cue stands between them. */
  content: TokenRange[];
  /** How likely the side is, the end by the cue and the end far from it, each from 0 to 1. */
  sideChance: number;
  nearChance: number;
  farChance: number;
  /** All three together. */
  chance: number;
};

/** A word that can be a cue, with its candidates, the likeliest first; at least one. */
export type CueReading = {
  reader: RegionReader;
  /** How likely the word is a cue at all. */
  chance: number;
  candidates: Candidate[];
};

export const MAX_CANDIDATES = 5;
const LEAST_CUE_CHANCE = 0.25;
const LEAST_SIDE_CHANCE = 0.08;
const MAX_BEFORE_OF_AROUND = 2;
const MAX_AFTER_OF_AROUND = 3;
/** No sentence of prose has more; the rest of one that does is passed over. */
const MAX_CUES_OF_FRAME = 40;

export type PassageReading = {
  readings: CueReading[];
  /** How likely each token of the passage is a cue. */
  cueChances: Float32Array;
};

/** The cues of a passage that are not all too unlikely, in its order. */
export function readCues(model: AttributionModel, passage: Passage): PassageReading {
  const readings: CueReading[] = [];
  const cueChances = new Float32Array(passage.tokens.length);
  let frame = -1;
  let cues = 0;
  for (let i = 0; i < passage.tokens.length; i++) {
    const token = passage.tokens[i];
    if (!token || !model.canBeCue(token)) continue;
    cues = token.frame === frame ? cues + 1 : 1;
    frame = token.frame;
    if (cues > MAX_CUES_OF_FRAME) continue;
    const reader = new RegionReader(passage, i);
    const sides = model.chancesOfSides(reader);
    const chance = sides.after + sides.before + sides.around;
    cueChances[i] = chance;
    if (chance < LEAST_CUE_CHANCE) continue;
    const candidates = candidatesOf(model, reader, sides);
    if (candidates.length > 0) readings.push({ reader, chance, candidates });
  }
  return { readings, cueChances };
}

function candidatesOf(
  model: AttributionModel,
  reader: RegionReader,
  sides: Record<CueSide, number>,
): Candidate[] {
  const isLikely = (side: "after" | "before") => sides[side] + sides.around > LEAST_SIDE_CHANCE;
  const after = isLikely("after") ? model.rankContents(reader, "after") : [];
  const before = isLikely("before") ? model.rankContents(reader, "before") : [];
  const found: Candidate[] = [];
  for (const side of CUE_SIDES) {
    if (side === "around") continue;
    for (const part of side === "after" ? after : before) {
      found.push(toCandidate(side, sides[side], [part]));
    }
  }
  if (sides.around > LEAST_SIDE_CHANCE) {
    for (const first of before.slice(0, MAX_BEFORE_OF_AROUND)) {
      for (const second of after.slice(0, MAX_AFTER_OF_AROUND)) {
        found.push(toCandidate("around", sides.around, [first, second]));
      }
    }
  }
  return found.sort((a, b) => b.chance - a.chance).slice(0, MAX_CANDIDATES);
}

function toCandidate(side: CueSide, sideChance: number, parts: RankedContent[]): Candidate {
  const nearChance = parts.reduce((product, part) => product * part.nearChance, 1);
  const farChance = parts.reduce((product, part) => product * part.farChance, 1);
  return {
    side,
    content: parts.map(({ range }) => range),
    sideChance,
    nearChance,
    farChance,
    chance: sideChance * nearChance * farChance,
  };
}
