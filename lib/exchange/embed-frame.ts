import { escapeAttribute } from "entities";

export type EmbedFrame = {
  /** The path of the page that stands in the frame. */
  path: string;
  title: string;
  /** In pixels. */
  width: number;
  height: number;
};

export const TIMELINE_FRAME = { width: 800, height: 560 };
export const EVENT_FRAME = { width: 600, height: 320 };
export const STORY_FRAME = { width: 600, height: 560 };

/** The HTML by which another site shows a page of ours; `baseUrl` without a slash at its end. */
export function frameHtml({ path, title, width, height }: EmbedFrame, baseUrl: string): string {
  const src = escapeAttribute(`${baseUrl}${path}`);
  return `<iframe src="${src}" title="${escapeAttribute(title)}" width="${width}" height="${height}" style="border:0;max-width:100%" loading="lazy"></iframe>`;
}

/** Where a timeline stands for other sites' frames; `path`: its own, with what it is narrowed to. */
export function timelineEmbedPath(path: string): string {
  return path.replace(/^\/timeline/, "/embed/timeline");
}
