import { nodeDrawer, setViewBox } from "#components/timeline/live/draw-nodes.ts";
import { hrefOf } from "#components/timeline/live/address.ts";
import { OVERVIEW_HEIGHT, overviewScale, toOverviewScene } from "#lib/timeline/overview.ts";
import type { PictureData, TimeSpan } from "#lib/timeline/types.ts";

/** Shorter than this across, it was a click: the window comes there as it is. */
const MIN_BRUSH_PX = 5;
const MIN_WIDTH = 280;

/** A window is chosen by drawing it across the strip, moved by taking hold of it, brought by a click. */
export function overviewBrush(
  strip: HTMLElement,
  svg: SVGSVGElement,
  go: (window: TimeSpan) => void,
) {
  const draw = nodeDrawer(svg);
  let data: PictureData | null = null;
  let held: { at: number; view: TimeSpan; isMove: boolean; isDragged: boolean } | null = null;
  let measured = strip.clientWidth;
  // Asked at each frame, the browser would have to lay the page out for it.
  new ResizeObserver(() => {
    measured = strip.clientWidth;
    if (data) drawAll(data);
  }).observe(strip);
  const width = () => Math.max(MIN_WIDTH, Math.floor(measured));
  const timeAt = (clientX: number) => {
    if (!data) return 0;
    const { from, to } = data.extent;
    const share = (clientX - strip.getBoundingClientRect().left) / width();
    return from + Math.min(1, Math.max(0, share)) * (to - from);
  };

  strip.addEventListener("pointerdown", (event) => {
    if (!data || event.button !== 0 || (event.target as Element).closest("a")) return;
    const at = timeAt(event.clientX);
    const { from, to } = data.window;
    const scale = overviewScale(data.extent, width());
    // A narrow window is drawn anew; one that can be taken hold of is moved.
    const isMove =
      at > from &&
      at < to &&
      scale.xOf(to) - scale.xOf(from) > 24 &&
      to - from < (data.extent.to - data.extent.from) * 0.9;
    held = { at, view: { from, to }, isMove, isDragged: false };
    strip.setPointerCapture(event.pointerId);
  });
  strip.addEventListener("pointermove", (event) => {
    if (!held || !data) return;
    const at = timeAt(event.clientX);
    const perPixel = (data.extent.to - data.extent.from) / width();
    if (Math.abs(at - held.at) < MIN_BRUSH_PX * perPixel && !held.isDragged) return;
    held.isDragged = true;
    const { from, to } = held.view;
    if (held.isMove) go({ from: from + at - held.at, to: to + at - held.at });
    else go({ from: Math.min(at, held.at), to: Math.max(at, held.at) });
  });
  const release = (event: PointerEvent) => {
    if (held && !held.isDragged && event.type === "pointerup") {
      const half = (held.view.to - held.view.from) / 2;
      go({ from: held.at - half, to: held.at + half });
    }
    held = null;
  };
  strip.addEventListener("pointerup", release);
  strip.addEventListener("pointercancel", release);

  function drawAll(fresh: PictureData): void {
    data = fresh;
    setViewBox(svg, width(), OVERVIEW_HEIGHT);
    const { extent, window, overview } = fresh;
    draw(toOverviewScene({ extent, window, bins: overview.bins }, width(), hrefOf));
  }

  return { draw: drawAll };
}
