/** One view of the timeline as SVG text, for pages and files. */
import { layOut } from "#lib/timeline/lay-out.ts";
import { OVERVIEW_HEIGHT, toOverviewScene } from "#lib/timeline/overview.ts";
import { toScene } from "#lib/timeline/scene.ts";
import type { PictureData, PictureLayout, TimeSpan } from "#lib/timeline/types.ts";
import { writeNodes } from "#lib/timeline/write-svg.ts";

type DrawOptions = { hrefOf(span: TimeSpan): string; prefix: string };

export type Drawn = { width: number; height: number; svg: string; layout: PictureLayout };

/** The picture at a width in pixels. */
export function drawPicture(data: PictureData, width: number, options: DrawOptions): Drawn {
  const layout = layOut({ ...data, width });
  return { width, height: layout.height, svg: writeNodes(toScene(layout, options)), layout };
}

/** The strip that shows how much was archived when, at a width in pixels. */
export function drawOverview(
  { extent, window, overview }: PictureData,
  width: number,
  { hrefOf }: DrawOptions,
): Omit<Drawn, "layout"> {
  const nodes = toOverviewScene({ extent, window, bins: overview.bins }, width, hrefOf);
  return { width, height: OVERVIEW_HEIGHT, svg: writeNodes(nodes) };
}
