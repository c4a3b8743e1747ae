import type { PictureLane, TimeSpan } from "#lib/timeline/types.ts";

/** A piece of a picture in SVG. */
export type SceneNode = {
  /** Different among its siblings: the browser keeps the element while the key stays. */
  key: string;
  tag:
    "a" | "circle" | "defs" | "g" | "linearGradient" | "path" | "rect" | "stop" | "text" | "title";
  attributes: Readonly<Record<string, string | number | undefined>>;
  text?: string;
  children?: readonly SceneNode[];
};

export type SceneOptions = {
  /** Where a stretch of time is shown. */
  hrefOf(span: TimeSpan): string;
  /** Before the ids of this picture, of which a page may hold several. */
  prefix: string;
};

/** A node; what it holds is either text or other nodes. */
export function node(
  key: string,
  tag: SceneNode["tag"],
  attributes: SceneNode["attributes"],
  content?: string | readonly SceneNode[],
): SceneNode {
  if (typeof content === "string") return { key, tag, attributes, text: content };
  return content ? { key, tag, attributes, children: content } : { key, tag, attributes };
}

/** The id of the gradient that a date which is not exact is drawn in. */
export function softId(lane: PictureLane, prefix: string): string {
  return `${prefix}-soft-${lane}`;
}

/** What makes a link of a node; `span`: what it zooms to. */
export function linkTo(href: string, words: string, span?: TimeSpan) {
  return { href, "aria-label": words, "data-span": span && `${span.from} ${span.to}` };
}

/** To a tenth of a pixel. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
