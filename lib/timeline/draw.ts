/** One view of the timeline as SVG text, for pages and files. */
import { layOut } from "#lib/timeline/lay-out.ts";
import { OVERVIEW_HEIGHT, toOverviewScene } from "#lib/timeline/overview.ts";
import { toScene } from "#lib/timeline/scene.ts";
import type { PictureData, PictureLayout, TimeSpan } from "#lib/timeline/types.ts";
import { writeNodes } from "#lib/timeline/write-svg.ts";

type DrawOptions = { hrefOf(span: TimeSpan): string; prefix: string };

export type Drawn = { width: number; height: number; svg: string; layout: PictureLayout };

/** Addresses under which one view is kept drawn. */
const MOST_ADDRESSES = 4;
const keptDrawings = new WeakMap<PictureData, Map<string, PageDrawing[]>>();

export type PageDrawing = { name: string; picture: Drawn; overview: Omit<Drawn, "layout"> };

/**
 * A view with its strip in each of some named widths, as a page shows it. `address`: what `hrefOf`
 * depends on. Drawn once while the view stays in memory, since all pages of its list show it.
 */
export function drawForPage(
  data: PictureData,
  widths: Readonly<Record<string, number>>,
  { hrefOf, address }: { hrefOf(span: TimeSpan): string; address: string },
): PageDrawing[] {
  const kept = keptDrawings.get(data) ?? new Map<string, PageDrawing[]>();
  keptDrawings.set(data, kept);
  const known = kept.get(address);
  if (known) return known;
  if (kept.size >= MOST_ADDRESSES) kept.clear();
  const drawings = Object.entries(widths).map(([name, width]) => {
    const options = { hrefOf, prefix: name };
    return {
      ...{ name, picture: drawPicture(data, width, options) },
      overview: drawOverview(data, width, options),
    };
  });
  kept.set(address, drawings);
  return drawings;
}

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
