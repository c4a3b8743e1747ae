/** How a candidate fits what other cues of the sentence most likely report. */
import { chanceKey, NONE, toKey, type FeatureSink, type Key } from "./feature-keys.ts";
import { sideKey } from "./cue-features.ts";
import type { TokenRange } from "./passage.ts";
import type { Candidate, CueReading } from "./report-candidates.ts";

/** Another likely cue, with the parts of its likeliest content. */
export type Neighbour = { cue: number; chance: number; content: readonly TokenRange[] };

const T = {
  nested: toKey("within-other/side"),
  nestedChance: toKey("within-other/chance/side"),
  nestedStem: toKey("within-other/stem"),
  crossing: toKey("crosses-other/side"),
  crossingFar: toKey("crosses-other/far-chance"),
  same: toKey("same-as-other/side-chance"),
  sameStem: toKey("same-as-other/stem"),
  follows: toKey("other-follows/class+1"),
};
const WITHIN = {
  open: toKey("in"),
  likely: toKey("in!"),
  end: toKey("end"),
  likelyEnd: toKey("end!"),
};
const CROSSES = { cueOnly: toKey("cue-only"), part: toKey("part") };
const SAME = { earlier: toKey("<"), later: toKey(">") };
const FOLLOWS = toKey("follows");
const LEAST_CHANCE = 0.3;
const LEAST_OF_FOLLOWING = 0.4;
const LIKELY = 0.7;
const MAX_FOLLOWING = 6;
/** So many cues on either side are looked at, and no further away than a long sentence. */
const MAX_NEIGHBOURS = 6;
const MAX_REACH = 90;

/** The likely cues near each reading: bounded, so that the whole stays linear in the text. */
export function neighboursOf(readings: readonly CueReading[]): Neighbour[][] {
  const likely = readings.filter(({ chance }) => chance >= LEAST_CHANCE).map(toNeighbour);
  let next = 0;
  return readings.map(({ reader: { cue } }) => {
    while ((likely[next]?.cue ?? Infinity) < cue) next++;
    return likely
      .slice(Math.max(0, next - MAX_NEIGHBOURS), next + MAX_NEIGHBOURS + 1)
      .filter((other) => other.cue !== cue && Math.abs(other.cue - cue) <= MAX_REACH);
  });
}

function toNeighbour({ reader, chance, candidates }: CueReading): Neighbour {
  return { cue: reader.cue, chance, content: candidates[0]?.content ?? [] };
}

/** `range` is the main part of the candidate. */
export function addNeighbours(
  sink: FeatureSink,
  { reader }: CueReading,
  candidate: Candidate,
  neighbours: readonly Neighbour[],
  range: TokenRange,
): void {
  let nested = NONE;
  let crossing = NONE;
  let same = NONE;
  let follows = NONE;
  for (const other of neighbours) {
    for (const part of other.content) {
      const relation = relate(reader.cue, range, part);
      if (relation === "within") nested = withinKey(other, part, range);
      else if (relation !== null) crossing = CROSSES[relation];
      if (part.from === range.from && part.to === range.to) {
        same = other.cue < reader.cue ? SAME.earlier : SAME.later;
      }
    }
    const isNext = other.cue >= range.to && other.cue <= range.to + MAX_FOLLOWING;
    if (isNext && other.chance > LEAST_OF_FOLLOWING) follows = FOLLOWS;
  }
  const side = sideKey(candidate.side);
  const stem = reader.stem(reader.cue);
  sink.addPair(T.nested, nested, side);
  sink.addTriple(T.nestedChance, nested, chanceKey(candidate.chance), side);
  sink.addPair(T.nestedStem, nested, stem);
  sink.addPair(T.crossing, crossing, side);
  sink.addPair(T.crossingFar, crossing, chanceKey(candidate.farChance));
  sink.addPair(T.same, same, chanceKey(candidate.sideChance));
  sink.addPair(T.sameStem, same, stem);
  sink.addPair(T.follows, follows, reader.classKey(range.to));
}

/** A cue with its content within another's; the cue alone; or a content that shares a part with it. */
function relate(
  cue: number,
  range: TokenRange,
  part: TokenRange,
): "within" | keyof typeof CROSSES | null {
  const holdsCue = part.from <= cue && cue < part.to;
  const holdsContent = part.from <= range.from && range.to <= part.to;
  if (holdsCue) return holdsContent ? "within" : "cueOnly";
  const isHeld = range.from <= part.from && part.to <= range.to;
  const shares = part.from < range.to && range.from < part.to;
  return shares && !holdsContent && !isHeld ? "part" : null;
}

function withinKey({ chance }: Neighbour, part: TokenRange, range: TokenRange): Key {
  const isLikely = chance > LIKELY;
  if (part.to === range.to) return isLikely ? WITHIN.likelyEnd : WITHIN.end;
  return isLikely ? WITHIN.likely : WITHIN.open;
}
