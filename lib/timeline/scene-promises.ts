/** Commitments in the picture: from a diamond where one was made, along a line, to when it is due. */
import { POINT_RADIUS } from "#lib/timeline/measures.ts";
import { node, round, type SceneNode } from "#lib/timeline/scene-node.ts";
import type { NamedMark, PicturedPromise, TimeSpan } from "#lib/timeline/types.ts";

const DUE_HEIGHT = 4;
const TICK_HEIGHT = 9;
/** What is narrower is drawn as a tick. */
const TICK_WIDTH = 3;

/** The diamond alone: hollow while nothing says what became of it. */
export function promiseMark({ isOpen }: PicturedPromise, y: number): SceneNode {
  const r = POINT_RADIUS;
  return node("diamond", "path", {
    ...{ "data-part": "mark", "data-hollow": isOpen ? "" : undefined },
    d: `M0 ${y}l${r} ${-r} ${r} ${r} ${-r} ${r}Z`,
  });
}

/** All of one, at `y` from its mark, to the tick where it was settled; what lies outside the window is left out. */
export function promiseNodes(
  { entry, mark, due, isPoint }: NamedMark,
  promise: PicturedPromise,
  window: TimeSpan,
  y: number,
  gradient: string,
): SceneNode[] {
  const diamond = entry.from >= window.from ? [promiseMark(promise, y)] : [];
  if (isPoint) return diamond;
  const start = diamond.length > 0 ? 2 * POINT_RADIUS : 0;
  const end = mark.right - mark.left;
  const line = node("line", "path", {
    ...{ "data-part": "promise", "data-open": promise.isOpen ? "" : undefined },
    d: `M${start} ${y}H${round(Math.max(start, end))}`,
  });
  const isEndSeen = !promise.isOpen && entry.to <= window.to;
  return [
    line,
    ...(due ? [dueNode(due, mark.left, y, gradient)] : []),
    ...(isEndSeen ? [tickNode("settled", round(end), y)] : []),
    ...diamond,
  ];
}

/** A day is a tick; a longer time has soft ends, as all dates that are not exact. */
function dueNode(due: NamedMark["mark"], left: number, y: number, gradient: string): SceneNode {
  const width = due.right - due.left;
  if (width <= TICK_WIDTH) return tickNode("due", round((due.left + due.right) / 2 - left), y);
  return node("due", "rect", {
    ...{ "data-part": "due", x: round(due.left - left), width: round(width) },
    ...{ y: y - DUE_HEIGHT / 2, height: DUE_HEIGHT, rx: DUE_HEIGHT / 2 },
    fill: `url(#${gradient})`,
  });
}

function tickNode(key: string, x: number, y: number): SceneNode {
  const d = `M${x} ${y - TICK_HEIGHT / 2}v${TICK_HEIGHT}`;
  return node(key, "path", { "data-part": "promise", d });
}
