import { gatherEntries, countIn } from "#lib/timeline/gather-entries.ts";
import {
  AXIS_HEIGHT,
  BARS_HEIGHT,
  bandMeasures,
  measuresFor,
  RIGHT_MARGIN,
  rowsOf,
} from "#lib/timeline/measures.ts";
import { clamp, nameEntries } from "#lib/timeline/name-entries.ts";
import { makeTicks, type Scale } from "#lib/timeline/ticks.ts";
import {
  COMMITMENT_LANE,
  type Bar,
  type CountBin,
  type LaneBand,
  type PictureInput,
  type PictureLane,
  type PictureLayout,
  type TimeSpan,
} from "#lib/timeline/types.ts";

/**
 * Lays a window of the timeline out. The same input gives the same picture, whoever asks: the server,
 * the reader's browser or a file. In each lane, the events that are named there or elsewhere and those
 * that are gathered there add up to all that the window has in that lane.
 */
export function layOut(input: PictureInput): PictureLayout {
  const { window, width } = input;
  const measures = measuresFor(width, input.lanes.length);
  const scale = makeScale(window, measures.left, width - RIGHT_MARGIN);
  const bands = makeBands(input, scale, measures.rows);
  const isShown = (span: TimeSpan) => span.from < window.to && span.to > window.from;
  const lanes = new Set<string>(input.lanes);
  const entries = input.entries
    .filter((entry) => isShown(entry) && entry.lanes.some((lane) => lanes.has(lane)))
    .sort((one, other) => one.from - other.from || (one.id < other.id ? -1 : 1));
  const rest = input.rest.filter(isShown);
  const named = nameEntries(entries, bands, scale, measures.maxLabelWidth);
  const isNamed = new Set(named.map(({ entry }) => entry.id));
  const others = entries.filter(({ id }) => !isNamed.has(id));
  return {
    ...{ window, width, left: measures.left, bands },
    height: bands.at(-1)?.bottom ?? AXIS_HEIGHT,
    ...makeTicks(window, scale, measures.minTickWidth),
    named: named.sort((one, other) => one.mark.left - other.mark.left || one.y - other.y),
    gathered: gatherEntries(others, rest, bands, window, scale),
    total: entries.length + rest.reduce((sum, bin) => sum + bin.total, 0),
    commitments:
      entries.filter(({ promise }) => promise).length +
      rest.reduce((sum, bin) => sum + countIn(bin, COMMITMENT_LANE), 0),
  };
}

/** Where times lie between two edges. */
export function makeScale(window: TimeSpan, left: number, right: number): Scale {
  const perDay = (right - left) / (window.to - window.from);
  return { left, right, xOf: (time) => left + (time - window.from) * perDay };
}

function makeBands(input: PictureInput, scale: Scale, rows: number): LaneBand[] {
  const hasBars = input.articles.length + input.statements.length > 0;
  const most = (bins: readonly CountBin[]) =>
    Math.max(1, ...bins.flatMap((bin) => input.lanes.map((lane) => countIn(bin, lane))));
  const [mostArticles, mostStatements] = [most(input.articles), most(input.statements)];
  let bottom = AXIS_HEIGHT;
  return input.lanes.map((id) => {
    const top = bottom;
    const ownRows = rowsOf(id, rows, input.hasEvents);
    const { height, ...ys } = bandMeasures(ownRows, hasBars && id !== COMMITMENT_LANE);
    bottom += height;
    return {
      ...{ id, top, ...ys, bottom },
      articles: toBars(input.articles, id, scale, mostArticles),
      statements: toBars(input.statements, id, scale, mostStatements),
    };
  });
}

/** By the square root, so that a crowded month does not hide that there was something in others. */
function toBars(bins: readonly CountBin[], lane: PictureLane, scale: Scale, most: number): Bar[] {
  return bins.flatMap((bin) => {
    const count = countIn(bin, lane);
    const left = clamp(scale.xOf(bin.from), scale.left, scale.right);
    const right = clamp(scale.xOf(bin.to), scale.left, scale.right);
    if (count === 0 || right <= left) return [];
    return [{ left, right, count, height: Math.max(1, BARS_HEIGHT * Math.sqrt(count / most)) }];
  });
}
