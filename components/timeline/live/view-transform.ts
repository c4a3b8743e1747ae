import { zoomIdentity, type ZoomTransform } from "d3-zoom";
import type { TimeSpan } from "#lib/timeline/types.ts";

/** Where time lies on the screen: from `left`, so many pixels wide. */
export type TimeArea = { left: number; width: number };

/** The transform of d3-zoom that shows a window, where `whole` fills the area at no zoom. */
export function toTransform(
  window: TimeSpan,
  whole: TimeSpan,
  { left, width }: TimeArea,
): ZoomTransform {
  const length = window.to - window.from;
  const x = left + ((whole.from - window.from) / length) * width;
  return zoomIdentity.translate(x, 0).scale((whole.to - whole.from) / length);
}

/** The window that a transform shows. */
export function fromTransform(
  { k, x }: Pick<ZoomTransform, "k" | "x">,
  whole: TimeSpan,
  { left, width }: TimeArea,
): TimeSpan {
  const length = (whole.to - whole.from) / k;
  const from = whole.from - ((x - left) / width) * length;
  return { from, to: from + length };
}
