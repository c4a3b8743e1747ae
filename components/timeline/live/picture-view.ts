import { hrefOf, keepInAddress } from "#components/timeline/live/address.ts";
import { nodeDrawer, setViewBox } from "#components/timeline/live/draw-nodes.ts";
import { readGestures } from "#components/timeline/live/gestures.ts";
import { readKeys } from "#components/timeline/live/keys.ts";
import type { DataLoader } from "#components/timeline/live/load-data.ts";
import { overviewBrush } from "#components/timeline/live/overview-brush.ts";
import { refreshListSoon } from "#components/timeline/live/refresh-list.ts";
import { targetOf, tellWindow } from "#components/timeline/live/tell-window.ts";
import { layOut } from "#lib/timeline/lay-out.ts";
import { measuresFor, RIGHT_MARGIN } from "#lib/timeline/measures.ts";
import { toScene } from "#lib/timeline/scene.ts";
import type { PictureData, PictureLayout, TimeSpan } from "#lib/timeline/types.ts";
import { roundedWindow, toWindow } from "#lib/timeline/view-window.ts";
import { pictureInWords } from "#lib/timeline/window-words.ts";

const SVG = "http://www.w3.org/2000/svg";
const SETTLED_AFTER_MS = 350;
const MOTION_MS = 140;
const MIN_WIDTH = 300;
/** Further than this into what was asked for, what others add up to is too coarse. */
const COARSE = 7;

/** The parts of the figure that the picture lives in. */
export type Places = {
  root: HTMLElement;
  place: HTMLElement;
  strip: HTMLElement;
  says: HTMLElement;
};

/** The picture in the browser: its window, how it is drawn, and what moves it. */
export class PictureView {
  private view: TimeSpan;
  private readonly svg: SVGSVGElement;
  private readonly draw: ReturnType<typeof nodeDrawer>;
  private readonly brush: ReturnType<typeof overviewBrush>;
  private readonly keys: ReturnType<typeof readKeys>;
  private readonly gestures: ReturnType<typeof readGestures>;
  private readonly isStill = matchMedia("(prefers-reduced-motion: reduce)");
  private isMoved = false;
  /** Width of the place, in pixels. */
  private measured: number;
  private frame = 0;
  private motion = 0;
  private settling = 0;

  private readonly places: Places;
  private readonly loader: DataLoader;
  private data: PictureData;

  constructor(places: Places, data: PictureData, loader: DataLoader) {
    this.places = places;
    this.data = data;
    this.loader = loader;
    const { root, place, strip } = places;
    this.view = data.window;
    this.measured = place.clientWidth;
    this.svg = takeOver(place, "Events by lane and time");
    this.draw = nodeDrawer(this.svg);
    const overview = takeOver(strip, "Overview by year");
    this.brush = overviewBrush(strip, overview, (window) => this.go(window, true));
    this.keys = readKeys(place, this.svg, (action) => this.act(action));
    this.gestures = readGestures(place, {
      whole: () => this.whole(),
      area: () => this.area(),
      onView: (window) => this.look(toWindow(window)),
    });
    root.addEventListener("click", (event) => this.followLink(event));
    new ResizeObserver(() => {
      this.measured = place.clientWidth;
      this.paintSoon();
    }).observe(place);
    this.gestures.set(this.view);
    this.paint();
  }

  /** What the server sent for the window that was last asked for. */
  receive(data: PictureData): void {
    this.data = data;
    this.paintSoon();
  }

  private width(): number {
    return Math.max(MIN_WIDTH, Math.floor(this.measured));
  }

  private area() {
    const { left } = measuresFor(this.width(), this.data.lanes.length);
    return { left, width: this.width() - RIGHT_MARGIN - left };
  }

  private whole(): TimeSpan {
    const { from, to } = this.data.extent;
    const margin = (to - from) / 2;
    return { from: from - margin, to: to + margin };
  }

  private look(window: TimeSpan): void {
    this.view = window;
    this.isMoved = true;
    this.paintSoon();
  }

  private paintSoon(): void {
    this.frame ||= requestAnimationFrame(() => this.paint());
  }

  private paint(): void {
    this.frame = 0;
    const width = this.width();
    const layout = layOut({ ...this.data, window: this.view, width });
    setViewBox(this.svg, width, layout.height);
    this.draw(toScene(layout, { hrefOf, prefix: "live" }));
    this.keys.keepFocus();
    this.brush.draw({ ...this.data, window: this.view });
    clearTimeout(this.settling);
    this.settling = window.setTimeout(() => this.settle(layout), SETTLED_AFTER_MS);
  }

  /** Once it holds still: says what is seen, keeps it in the address, asks for what it lacks. */
  private settle(layout: PictureLayout): void {
    const { view, data } = this;
    const { root, says } = this.places;
    const rounded = roundedWindow(view);
    if (this.isMoved && (rounded.from !== view.from || rounded.to !== view.to)) {
      // What the address can say is what is seen, so that it is the same after a reload.
      this.view = rounded;
      return this.paint();
    }
    const words = pictureInWords(view, layout);
    if (says.textContent !== words) says.textContent = words;
    this.gestures.set(view);
    if (!this.isMoved) return;
    tellWindow(root, view, data);
    if (keepInAddress(view, data.first)) refreshListSoon();
    const length = view.to - view.from;
    const isCovered =
      view.from - length / 3 >= data.covers.from && view.to + length / 3 <= data.covers.to;
    const isCoarse = data.covers.to - data.covers.from > COARSE * length;
    if (!isCovered || isCoarse) this.loader.soon(view);
  }

  private act(action: string): void {
    const target = targetOf(action, this.view, this.data);
    if (target) this.go(roundedWindow(target));
  }

  /** Brings the picture to another window, in a moment or at once. */
  private go(target: TimeSpan, isInstant = false): void {
    cancelAnimationFrame(this.motion);
    const [start, end] = [this.view, toWindow(target)];
    const begun = performance.now();
    const step = () => {
      const isAtOnce = isInstant || this.isStill.matches;
      const share = isAtOnce ? 1 : Math.min(1, (performance.now() - begun) / MOTION_MS);
      const eased = 1 - (1 - share) ** 2;
      const mix = (one: number, other: number) => one + (other - one) * eased;
      this.look(share === 1 ? end : { from: mix(start.from, end.from), to: mix(start.to, end.to) });
      this.gestures.set(this.view);
      if (share < 1) this.motion = requestAnimationFrame(step);
    };
    step();
  }

  private followLink(event: MouseEvent): void {
    const { button, ctrlKey, metaKey, shiftKey, altKey, target } = event;
    if (event.defaultPrevented || button !== 0 || ctrlKey || metaKey || shiftKey || altKey) return;
    const link = (target as Element).closest("a");
    const action = link?.getAttribute("data-action");
    const span = link && spanOf(link);
    if (!action && !span) return;
    event.preventDefault();
    if (action) this.act(action);
    else if (span) this.go(span);
  }
}

/** A drawing of our own in the place of those that were sent. */
function takeOver(place: HTMLElement, label: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const sent = [...place.querySelectorAll("[data-drawn]")];
  svg.setAttribute("class", sent[0]?.getAttribute("class") ?? "");
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", label);
  for (const each of sent) each.remove();
  place.append(svg);
  place.toggleAttribute("data-live", true);
  return svg;
}

/** The stretch of time that a link of the picture zooms to; null where it leads to a page. */
function spanOf(link: Element): TimeSpan | null {
  const [from, to] = (link.getAttribute("data-span") ?? "").split(" ").map(Number);
  return from !== undefined && to !== undefined && from < to ? { from, to } : null;
}
