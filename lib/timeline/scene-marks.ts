/** Entries in the picture: those that are named, those that are gathered, and what joins lanes. */
import { nameOfLane } from "#lib/timeline/lane-names.ts";
import { GATHERED_HEIGHT, POINT_RADIUS } from "#lib/timeline/measures.ts";
import { promiseMark, promiseNodes } from "#lib/timeline/scene-promises.ts";
import {
  linkTo,
  node,
  round,
  softId,
  type SceneNode,
  type SceneOptions,
} from "#lib/timeline/scene-node.ts";
import {
  COMMITMENT_LANE,
  type GatheredMark,
  type NamedMark,
  type PictureEntry,
  type PictureLane,
  type PictureLayout,
  type TimeSpan,
} from "#lib/timeline/types.ts";
import { counted } from "#lib/text/counted.ts";
import { remembered } from "#lib/timeline/remembered.ts";
import { spanInWords } from "#lib/timeline/window-words.ts";

const NODE_WIDTH = 5;
const RANGE_HEIGHT = 4;
/** More are written in bold. */
const MANY = 9;

type Link = NamedMark & { lanes: readonly PictureLane[]; x: number; ys: readonly number[] };

/**
 * The lines that join the lanes of each event, and on each lane the same points and stretches again: a
 * path each, since there are hundreds of them. A point is a line of no length with round ends.
 */
export function linkNodes(
  { named, bands, window }: PictureLayout,
  { prefix }: SceneOptions,
): SceneNode[] {
  const lineYs = new Map(bands.map(({ id, top, lineY }) => [id, top + lineY]));
  const hasBegun = ({ entry }: NamedMark) => !entry.promise || entry.from >= window.from;
  const links = named.filter(hasBegun).map((mark): Link => {
    const { entry, y, isPoint } = mark;
    const joined = [...entry.lanes, ...(entry.promise?.sides ?? [])];
    const lanes = joined.filter((id) => lineYs.has(id));
    const ys = [y, ...lanes.map((id) => lineYs.get(id) as number)];
    const { left, right } = mark.mark;
    // A promise is joined to its sides where it was made.
    if (entry.promise) return { ...mark, lanes, ys, x: left + POINT_RADIUS, isPoint: true };
    return { ...mark, lanes, ys, x: isPoint || entry.isSoft ? (left + right) / 2 : left + 0.75 };
  });
  const linesOf = (isSoft: boolean) =>
    links
      .filter(({ entry }) => entry.isSoft === isSoft)
      .map(({ x, ys }) => `M${round(x)} ${Math.min(...ys)}V${Math.max(...ys)}`)
      .join("");
  const exact = links.filter(({ entry }) => !entry.isSoft);
  return [
    node("lines", "path", { "data-part": "linkLine", d: linesOf(false) }),
    node("soft lines", "path", { "data-part": "linkLine", "data-soft": "", d: linesOf(true) }),
    ...bands.map(({ id }) =>
      node(id, "path", {
        ...{ "data-part": "nodes", "data-lane": id },
        d: exact
          .filter(({ lanes }) => lanes.includes(id))
          .map((link) => strokeOf(link, lineYs.get(id) as number))
          .join(""),
      }),
    ),
    ...links
      .filter(({ entry }) => entry.isSoft)
      .flatMap(({ entry, lanes, mark }) =>
        lanes.map((id) =>
          node(`${id} ${entry.id}`, "rect", {
            ...{ x: round(mark.left), width: round(mark.right - mark.left) },
            ...{ y: (lineYs.get(id) as number) - RANGE_HEIGHT / 2, height: RANGE_HEIGHT },
            ...{ rx: RANGE_HEIGHT / 2, fill: `url(#${softId(id, prefix)})` },
          }),
        ),
      ),
  ];
}

function strokeOf({ isPoint, x, mark }: Link, y: number): string {
  if (isPoint) return `M${round(x)} ${y}h0`;
  const half = NODE_WIDTH / 2;
  return `M${round(mark.left + half)} ${y}H${round(Math.max(mark.left + half, mark.right - half))}`;
}

/** All marks, in order of time. */
export function markNodes(
  { named, gathered, window }: PictureLayout,
  options: SceneOptions,
): SceneNode[] {
  const all = [
    ...named.map((mark) => ({
      ...{ x: mark.mark.left, y: mark.y, made: namedNode(mark, window, options) },
    })),
    ...gathered.map((mark) => ({ x: mark.box.left, y: mark.y, made: gatheredNode(mark, options) })),
  ];
  return all.sort((one, other) => one.x - other.x || one.y - other.y).map(({ made }) => made);
}

// What moves is moved as a whole: setting a text at another place, the browser would measure it again.

function namedNode(mark: NamedMark, window: TimeSpan, options: SceneOptions): SceneNode {
  const { entry, lane, y, label, labelX, isPoint, isLabelLeft } = mark;
  const shapeY = isPoint ? 0 : 7;
  const { left, right } = mark.mark;
  const place = { transform: `translate(${round(left)} ${y})` };
  return node(`n ${entry.id}`, "a", { ...entryLink(entry, "named", lane), ...place }, [
    node("title", "title", {}, entryInWords(entry)),
    ...(entry.promise
      ? promiseNodes(mark, entry.promise, window, shapeY, softId(lane, options.prefix))
      : [shapeNode(entry, lane, right - left, shapeY, options)]),
    node(
      "label",
      "text",
      {
        ...{ "data-part": "label", "data-left": isLabelLeft ? "" : undefined },
        ...{ x: round(labelX - left), y: isPoint ? 4.5 : 1.5 },
      },
      label,
    ),
  ]);
}

function gatheredNode(mark: GatheredMark, options: SceneOptions): SceneNode {
  const { lane, y, count, only, span } = mark;
  const { left, right } = mark.box;
  const place = { transform: `translate(${round(left)} ${y})` };
  if (only) {
    return node(`o ${lane} ${only.id}`, "a", { ...entryLink(only, "single", lane), ...place }, [
      node("title", "title", {}, entryInWords(only)),
      only.promise ? promiseMark(only.promise, 0) : shapeNode(only, lane, right - left, 0, options),
    ]);
  }
  const link = {
    ...linkTo(options.hrefOf(span), `${gatheredWords(mark)}: zoom in`, span),
    ...{ "data-part": "gathered", "data-lane": lane, ...place },
  };
  const half = GATHERED_HEIGHT / 2;
  const box = { x: 0, y: -half, rx: half, width: round(right - left), height: GATHERED_HEIGHT };
  const isMany = { "data-many": count > MANY ? "" : undefined };
  return node(`g ${lane} ${span.from} ${span.to}`, "a", { ...link, ...isMany }, [
    node("box", "rect", box),
    node(
      "count",
      "text",
      { x: round((right - left) / 2), y: 4, "data-part": "count" },
      shortCount(count),
    ),
  ]);
}

/** A point, or a stretch of time; with soft ends where the date is not exact, whatever its length. */
function shapeNode(
  entry: PictureEntry,
  lane: PictureLane,
  width: number,
  y: number,
  options: SceneOptions,
): SceneNode {
  const hollow = { "data-part": "mark", "data-hollow": entry.isToVerify ? "" : undefined };
  if (!entry.isSoft && width <= 2 * POINT_RADIUS + 0.01)
    return node("circle", "circle", { ...hollow, cx: POINT_RADIUS, cy: y, r: POINT_RADIUS });
  const half = RANGE_HEIGHT / 2;
  const { fill } = softFill(entry, lane, options);
  return node("rect", "rect", {
    ...hollow,
    ...{ x: 0, y: y - half, width: round(width), height: RANGE_HEIGHT },
    rx: entry.isSoft ? half : 0.5,
    ...(entry.isToVerify ? { stroke: fill } : { fill }),
  });
}

function softFill({ isSoft }: PictureEntry, lane: PictureLane, { prefix }: SceneOptions) {
  return { fill: isSoft ? `url(#${softId(lane, prefix)})` : undefined };
}

function entryLink(entry: PictureEntry, part: string, lane: PictureLane) {
  return {
    ...linkTo(entry.path, entryInWords(entry)),
    ...{ "data-part": part, "data-lane": lane, "data-id": entry.id },
  };
}

const gatheredWords = remembered(
  ({ count, span, lane }: GatheredMark) =>
    lane === COMMITMENT_LANE
      ? `${counted(count, "commitment")}, ${spanInWords(span)}`
      : `${counted(count, "event")}, ${spanInWords(span)}, ${nameOfLane(lane).name}`,
  ({ count, span, lane }) => `${count} ${span.from} ${span.to} ${lane}`,
);

/** All that the picture tells of an event, for those who hear it and for those who point at it. */
function entryInWords({ dateLabel, title, lanes, promise, isToVerify }: PictureEntry): string {
  const sides = (promise?.sides ?? lanes).map((id) => nameOfLane(id).name).join(", ");
  return `${dateLabel}: ${title}${sides && ` (${sides})`}${isToVerify ? ", to be verified" : ""}`;
}

function shortCount(count: number): string {
  return count < 1_000 ? String(count) : `${Math.floor(count / 1_000)}k`;
}
