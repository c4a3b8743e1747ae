/** The strip under the picture: how much was archived when, and which part of that is seen. */
import { linkTo, node, round, type SceneNode } from "#lib/timeline/scene-node.ts";
import { widthOf } from "#lib/timeline/text-width.ts";
import { SMALL_FONT_SIZE } from "#lib/timeline/measures.ts";
import { makeScale } from "#lib/timeline/lay-out.ts";
import { clamp } from "#lib/timeline/name-entries.ts";
import { eachIn, finestUnit, nextOf, partsOf } from "#lib/timeline/time-units.ts";
import type { TimeSpan } from "#lib/timeline/types.ts";
import type { Scale } from "#lib/timeline/ticks.ts";

export const OVERVIEW_HEIGHT = 58;
const BARS_BOTTOM = 38;
const BARS_HEIGHT = 32;
const MIN_WINDOW_WIDTH = 6;

export type Overview = {
  extent: TimeSpan;
  window: TimeSpan;
  bins: readonly (TimeSpan & { events: number; articles: number; statements: number })[];
};

/** Where times lie in a strip of this width. */
export function overviewScale(extent: TimeSpan, width: number): Scale {
  return makeScale(extent, 0, width);
}

/** The strip as nodes. Its years are links. */
export function toOverviewScene(
  { extent, window, bins }: Overview,
  width: number,
  hrefOf: (span: TimeSpan) => string,
): SceneNode[] {
  const scale = overviewScale(extent, width);
  const most = Math.max(1, ...bins.map(sumOf));
  const bars = bins.map((bin) => {
    const height = Math.max(1, BARS_HEIGHT * Math.sqrt(sumOf(bin) / most));
    const [left, right] = [scale.xOf(bin.from), scale.xOf(bin.to)];
    const end = Math.max(left + 1, right - (right - left > 3 ? 1 : 0));
    return `M${round(left)} ${BARS_BOTTOM}v${round(-height)}H${round(end)}V${BARS_BOTTOM}Z`;
  });
  return [
    node("bars", "path", { "data-part": "overviewBars", d: bars.join("") }),
    node("base", "path", { "data-part": "grid", d: `M0 ${BARS_BOTTOM}H${width}` }),
    windowNode(window, scale),
    ...yearNodes(extent, scale, hrefOf),
  ];
}

function sumOf({ events, articles, statements }: Overview["bins"][number]): number {
  return events + articles + statements;
}

function windowNode(window: TimeSpan, scale: Scale): SceneNode {
  const left = clamp(scale.xOf(window.from), scale.left, scale.right - MIN_WINDOW_WIDTH);
  const right = clamp(scale.xOf(window.to), left + MIN_WINDOW_WIDTH, scale.right);
  return node("window", "rect", {
    "data-part": "window",
    ...{ x: round(left), y: 1, width: round(right - left), height: BARS_BOTTOM - 1 },
  });
}

function yearNodes(
  extent: TimeSpan,
  scale: Scale,
  hrefOf: (span: TimeSpan) => string,
): SceneNode[] {
  const daysPerPixel = (extent.to - extent.from) / (scale.right - scale.left);
  const labelWidth = widthOf("2000", SMALL_FONT_SIZE) + 8;
  const unit = finestUnit(labelWidth * daysPerPixel, ["year", "lustrum", "decade", "century"]);
  return [...eachIn(unit, extent)].flatMap((from) => {
    const x = Math.max(0, scale.xOf(from));
    const span = { from, to: nextOf(unit, from) };
    if (scale.xOf(span.to) - x < labelWidth - 8) return [];
    const year = String(partsOf(from).year);
    const text = node(
      "text",
      "text",
      { "data-part": "year", x: round(x), y: BARS_BOTTOM + 15 },
      year,
    );
    const words = unit === "year" ? `Show ${year}` : `Show ${year} to ${partsOf(span.to - 1).year}`;
    return [node(`y${from}`, "a", linkTo(hrefOf(span), words, span), [text])];
  });
}
