/** The attributions that have a cue, as the model reads them from the words of a sentence. */
import type { AttributionModel } from "./attribution-model.ts";
import type { CueSide } from "./cue-features.ts";
import { RegionReader, type Passage, type TokenRange } from "./passage.ts";

/** An attribution as places among the tokens of a passage. */
export type Report = {
  cue: number | null;
  content: TokenRange[];
  source: TokenRange | null;
  chance: number;
};

const LEAST_CUE_CHANCE = 0.2;
const LEAST_CHANCE = 0.27;
/** No sentence of prose has more; the rest of one that does is passed over. */
const MAX_CUES_OF_FRAME = 40;
const LEAST_CUE_OF_QUOTE = 0.05;
/** So many tokens from a quoted string its cue is looked for. */
const MAX_REACH = 40;
const SAME = 0.8;

/** The reports that are likely enough, in the order of their cues, no two of nearly one content. */
export function findReports(model: AttributionModel, passage: Passage): Report[] {
  const found: Report[] = [];
  let frame = -1;
  let cues = 0;
  for (const [i, token] of passage.tokens.entries()) {
    if (!model.canBeCue(token)) continue;
    cues = token.frame === frame ? cues + 1 : 1;
    frame = token.frame;
    const report = cues <= MAX_CUES_OF_FRAME ? readReport(model, passage, i) : null;
    if (report) found.push(report);
  }
  return withoutRepeats(found);
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
  const chosen = reader.cue < range.from ? model.chooseAfter(reader) : model.chooseBefore(reader);
  const holds = chosen && chosen.value.from <= range.from && chosen.value.to >= range.to;
  const content = [holds ? chosen.value : range];
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

function readReport(model: AttributionModel, passage: Passage, cue: number): Report | null {
  const reader = new RegionReader(passage, cue);
  const side = model.chooseSide(reader);
  if (side.chance < LEAST_CUE_CHANCE) return null;
  const after = side.value === "before" ? null : model.chooseAfter(reader);
  const before = side.value === "after" ? null : model.chooseBefore(reader);
  const parts = [before, after].filter((part) => part !== null);
  const chance = parts.reduce((product, part) => product * part.chance, side.chance);
  if (parts.length === 0 || chance < LEAST_CHANCE) return null;
  const content = parts.map(({ value }) => value);
  return { cue, content, source: model.chooseSource(reader, side.value, content), chance };
}

/** Of neighbours that share nearly all their content, the likelier one. */
function withoutRepeats(reports: readonly Report[]): Report[] {
  const kept: Report[] = [];
  for (const report of reports) {
    const twin = kept.slice(-4).find((other) => overlap(report, other) >= SAME);
    if (!twin) kept.push(report);
    else if (twin.chance < report.chance) kept[kept.indexOf(twin)] = report;
  }
  return kept;
}

function overlap(a: Report, b: Report): number {
  const size = ({ content }: Report) => content.reduce((sum, { from, to }) => sum + to - from, 0);
  let shared = 0;
  for (const one of a.content) {
    for (const other of b.content) {
      shared += Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));
    }
  }
  return shared / (size(a) + size(b) - shared || 1);
}
