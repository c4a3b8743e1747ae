/**
 * The picture as plain nodes of SVG. The server writes them out, the browser makes elements of them,
 * and files are written from them: one description, so that all show the same.
 */
import { nameOfLane } from "#lib/timeline/lane-names.ts";
import { AXIS_HEIGHT } from "#lib/timeline/measures.ts";
import { remembered } from "#lib/timeline/remembered.ts";
import { linkNodes, markNodes } from "#lib/timeline/scene-marks.ts";
import {
  linkTo,
  node,
  round,
  softId,
  type SceneNode,
  type SceneOptions,
} from "#lib/timeline/scene-node.ts";
import type {
  Bar,
  LaneBand,
  PictureLane,
  PictureLayout,
  Tick,
  TimeSpan,
} from "#lib/timeline/types.ts";
import { spanInWords } from "#lib/timeline/window-words.ts";

const OVER_TICK_Y = 15;
const TICK_Y = 34;

/** All of a picture, in the order in which it is drawn; entries come in order of time. */
export function toScene(layout: PictureLayout, options: SceneOptions): SceneNode[] {
  return [
    node(
      "defs",
      "defs",
      {},
      layout.bands.map(({ id }) => softGradient(id, options.prefix)),
    ),
    node("grid", "path", { "data-part": "grid", d: gridPath(layout) }),
    node("axis", "g", { "data-part": "axis" }, axisNodes(layout, options)),
    node(
      "lanes",
      "g",
      { "data-part": "lanes" },
      layout.bands.map((band) => laneNode(band, layout)),
    ),
    node("links", "g", { "data-part": "links" }, linkNodes(layout, options)),
    node("marks", "g", { "data-part": "marks" }, markNodes(layout, options)),
  ];
}

function softGradient(lane: PictureLane, prefix: string): SceneNode {
  const stop = (key: string, offset: string, opacity: number) =>
    node(key, "stop", { offset, "stop-opacity": opacity });
  return node(lane, "linearGradient", { id: softId(lane, prefix), "data-lane": lane }, [
    stop("a", "0%", 0.05),
    stop("b", "35%", 1),
    stop("c", "65%", 1),
    stop("d", "100%", 0.05),
  ]);
}

function gridPath({ ticks, overTicks, height, left }: PictureLayout): string {
  const isOver = new Set(overTicks.map(({ time }) => time));
  const lines = ticks.filter(({ x, time }) => x > left + 1 && !isOver.has(time));
  return [
    ...lines.map(({ x }) => `M${x} ${AXIS_HEIGHT - 4}V${height}`),
    ...overTicks.filter(({ x }) => x > left + 1).map(({ x }) => `M${x} 4V${height}`),
  ].join("");
}

function axisNodes({ ticks, overTicks, window }: PictureLayout, options: SceneOptions) {
  const label = (kind: string, y: number) => (tick: Tick) => {
    const place = { transform: `translate(${round(tick.x + 4)} ${y})` };
    const words = node("text", "text", { "data-part": kind }, tick.label);
    const span = { from: tick.time, to: tick.to };
    const key = `${kind}${tick.time}`;
    if (span.from <= window.from && span.to >= window.to) return node(key, "g", place, [words]);
    const link = linkTo(options.hrefOf(span), showWords(span), span);
    return node(key, "a", { ...link, ...place }, [words]);
  };
  return [
    ...overTicks.filter(isLabelled).map(label("overTick", OVER_TICK_Y)),
    ...ticks.filter(isLabelled).map(label(overTicks.length > 0 ? "tick" : "overTick", TICK_Y)),
  ];
}

const showWords = remembered(
  (span: TimeSpan) => `Show ${spanInWords(span)}`,
  ({ from, to }) => `${from} ${to}`,
);

function isLabelled(tick: Tick): boolean {
  return tick.isLabelled;
}

function laneNode(band: LaneBand, { width, left }: PictureLayout): SceneNode {
  const { id, top } = band;
  const y = top + band.lineY;
  const { code, name } = nameOfLane(id);
  const isDouble = id === "ua" || id === "eu";
  const line = (key: string, at: number) =>
    node(key, "path", { "data-part": key, d: `M0 ${at}H${width}` });
  return node(id, "g", { "data-part": "lane", "data-lane": id }, [
    node("articles", "path", {
      "data-part": "articles",
      d: barsPath(band.articles, top + band.barsY),
    }),
    node("statements", "path", {
      "data-part": "statements",
      d: barsPath(band.statements, top + band.barsY),
    }),
    line("line", isDouble ? y - 1.25 : y),
    ...(isDouble ? [line("edge", y + 1.25)] : []),
    node("code", "text", { "data-part": "code", x: 0, y: y - 7 }, code),
    ...(left > 100
      ? [node("name", "text", { "data-part": "laneName", x: 23, y: y - 7 }, name)]
      : []),
  ]);
}

function barsPath(bars: readonly Bar[], bottom: number): string {
  return bars
    .map(({ left, right, height }) => {
      const gap = right - left > 4 ? 1 : 0;
      return `M${round(left)} ${bottom}V${round(bottom - height)}H${round(right - gap)}V${bottom}Z`;
    })
    .join("");
}
