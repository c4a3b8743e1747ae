/** Events in the picture: those that are named, those that are gathered, and what joins lanes. */
import { nameOfLane } from "#lib/timeline/lane-names.ts";
import { GATHERED_HEIGHT, POINT_RADIUS } from "#lib/timeline/measures.ts";
import {
  linkTo,
  node,
  round,
  softId,
  type SceneNode,
  type SceneOptions,
} from "#lib/timeline/scene-node.ts";
import type {
  Box,
  GatheredMark,
  NamedMark,
  PictureEntry,
  PictureLane,
  PictureLayout,
} from "#lib/timeline/types.ts";
import { countedEvents, spanInWords } from "#lib/timeline/window-words.ts";

const NODE_RADIUS = 2.5;
const RANGE_HEIGHT = 4;

/** The line that joins an event's lanes, and on each of them the same point or stretch again. */
export function linkNode(
  { entry, lane, y, mark, isPoint }: NamedMark,
  lineYs: ReadonlyMap<PictureLane, number>,
  options: SceneOptions,
): SceneNode {
  const lanes = entry.lanes.filter((id) => lineYs.has(id));
  const ys = [y, ...lanes.map((id) => lineYs.get(id) as number)];
  const x = isPoint || entry.isSoft ? (mark.left + mark.right) / 2 : mark.left + 0.75;
  return node(entry.id, "g", { "data-part": "link", "data-soft": entry.isSoft ? "" : undefined }, [
    node("line", "path", {
      "data-part": "linkLine",
      "data-lane": lane,
      d: `M${round(x)} ${Math.min(...ys)}V${Math.max(...ys)}`,
    }),
    ...lanes.map((id) => {
      const at = lineYs.get(id) as number;
      if (isPoint && !entry.isSoft)
        return node(id, "circle", {
          "data-part": "node",
          "data-lane": id,
          cx: round(x),
          cy: at,
          r: NODE_RADIUS,
        });
      return node(id, "rect", {
        ...{ "data-part": "node", "data-lane": id, y: at - 2, height: 4, rx: 2 },
        ...{ x: round(mark.left), width: round(mark.right - mark.left) },
        ...softFill(entry, id, options),
      });
    }),
  ]);
}

/** All marks, in order of time. */
export function markNodes({ named, gathered }: PictureLayout, options: SceneOptions): SceneNode[] {
  const all = [
    ...named.map((mark) => ({ x: mark.mark.left, y: mark.y, made: namedNode(mark, options) })),
    ...gathered.map((mark) => ({ x: mark.box.left, y: mark.y, made: gatheredNode(mark, options) })),
  ];
  return all.sort((one, other) => one.x - other.x || one.y - other.y).map(({ made }) => made);
}

function namedNode(mark: NamedMark, options: SceneOptions): SceneNode {
  const { entry, lane, y, label, labelX, isPoint, isLabelLeft } = mark;
  return node(`n ${entry.id}`, "a", entryLink(entry, "named", lane), [
    node("title", "title", {}, entryInWords(entry)),
    shapeNode(entry, lane, mark.mark, isPoint ? y : y + 7, options),
    node(
      "label",
      "text",
      {
        "data-part": "label",
        "data-left": isLabelLeft ? "" : undefined,
        x: round(labelX),
        y: isPoint ? y + 4.5 : y + 1.5,
      },
      label,
    ),
  ]);
}

function gatheredNode(mark: GatheredMark, options: SceneOptions): SceneNode {
  const { lane, y, box, count, only, span } = mark;
  if (only) {
    return node(`o ${lane} ${only.id}`, "a", entryLink(only, "single", lane), [
      node("title", "title", {}, entryInWords(only)),
      shapeNode(only, lane, box, y, options),
    ]);
  }
  const words = `${countedEvents(count)}, ${spanInWords(span)}, ${nameOfLane(lane).name}`;
  const link = {
    ...linkTo(options.hrefOf(span), `${words}: zoom in`, span),
    "data-part": "gathered",
    "data-lane": lane,
  };
  return node(
    `g ${lane} ${span.from} ${span.to}`,
    "a",
    { ...link, "data-many": count > 9 ? "" : undefined },
    [
      node("title", "title", {}, words),
      node("box", "rect", {
        ...{ x: round(box.left), y: y - GATHERED_HEIGHT / 2, rx: GATHERED_HEIGHT / 2 },
        ...{ width: round(box.right - box.left), height: GATHERED_HEIGHT },
      }),
      node(
        "count",
        "text",
        { x: round((box.left + box.right) / 2), y: y + 4, "data-part": "count" },
        shortCount(count),
      ),
    ],
  );
}

/** A point, or a stretch of time; with soft ends where the date is not exact, whatever its length. */
function shapeNode(
  entry: PictureEntry,
  lane: PictureLane,
  { left, right }: Box,
  y: number,
  options: SceneOptions,
): SceneNode {
  const hollow = { "data-part": "mark", "data-hollow": entry.isToVerify ? "" : undefined };
  const isPoint = !entry.isSoft && right - left <= 2 * POINT_RADIUS + 0.01;
  if (isPoint)
    return node("circle", "circle", {
      ...hollow,
      cx: round((left + right) / 2),
      cy: y,
      r: POINT_RADIUS,
    });
  const half = RANGE_HEIGHT / 2;
  return node("rect", "rect", {
    ...hollow,
    ...{ x: round(left), y: y - half, width: round(right - left), height: RANGE_HEIGHT },
    rx: entry.isSoft ? half : 0.5,
    ...(entry.isToVerify
      ? { stroke: softFill(entry, lane, options).fill }
      : softFill(entry, lane, options)),
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

/** All that the picture tells of an event, for those who hear it and for those who point at it. */
export function entryInWords({ dateLabel, title, lanes, isToVerify }: PictureEntry): string {
  const sides = lanes.map((id) => nameOfLane(id).name).join(", ");
  return `${dateLabel}: ${title} (${sides})${isToVerify ? ", to be verified" : ""}`;
}

function shortCount(count: number): string {
  return count < 1_000 ? String(count) : `${Math.floor(count / 1_000)}k`;
}
