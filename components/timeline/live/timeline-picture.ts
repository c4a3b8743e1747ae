/**
 * Takes over the picture of the timeline that the server drew: the same layout, by wheel, fingers,
 * pointer and keys, with its window in the address.
 */
import { select } from "d3-selection";
import { zoom, zoomIdentity, type D3ZoomEvent, type ZoomTransform } from "d3-zoom";
import { dataLoader } from "#components/timeline/live/load-data.ts";
import { nodeDrawer } from "#components/timeline/live/draw-nodes.ts";
import { keyHandler } from "#components/timeline/live/keys.ts";
import { overviewBrush } from "#components/timeline/live/overview-brush.ts";
import { refreshListSoon } from "#components/timeline/live/refresh-list.ts";
import { hrefOf, keepInAddress } from "#components/timeline/live/address.ts";
import { layOut } from "#lib/timeline/lay-out.ts";
import { measuresFor } from "#lib/timeline/measures.ts";
import { toScene } from "#lib/timeline/scene.ts";
import type { PictureData, TimeSpan } from "#lib/timeline/types.ts";
import { moved, roundedWindow, toWindow, zoomed } from "#lib/timeline/view-window.ts";
import { pictureInWords } from "#lib/timeline/window-words.ts";

const SVG = "http://www.w3.org/2000/svg";
const ANNOUNCE_AFTER_MS = 350;
const MOTION_MS = 140;
/** As d3-zoom has it, but for the pinch of a trackpad, which comes as a wheel with Control held. */
const WHEEL_SPEED = 0.0018;
const PINCH_SPEED = 0.01;

const figure = document.querySelector<HTMLElement>("[data-timeline]");
if (figure) void start(figure);

async function start(root: HTMLElement): Promise<void> {
  const loader = dataLoader(root.dataset.source ?? "", (fresh) => {
    if (!data) show(root, fresh, loader);
    else receive?.(fresh);
  });
  const given = new URL(location.href).searchParams;
  const source = new URL(root.dataset.source ?? "", location.href);
  for (const name of ["from", "to"]) {
    const value = given.get(name);
    if (value) source.searchParams.set(name, value);
  }
  const answer = await fetch(source).catch(() => null);
  if (!answer?.ok) return;
  show(root, (await answer.json()) as PictureData, loader);
}

let data: PictureData | null = null;
let receive: ((fresh: PictureData) => void) | null = null;

function show(root: HTMLElement, first: PictureData, loader: ReturnType<typeof dataLoader>): void {
  data = first;
  const place = root.querySelector<HTMLElement>("[data-place]");
  const strip = root.querySelector<HTMLElement>("[data-overview]");
  const says = root.querySelector<HTMLElement>("[data-says]");
  if (!place || !strip || !says) return;
  let view = data.window;
  const svg = liveSvg(place, "Events by lane and time");
  const draw = nodeDrawer(svg);
  const brush = overviewBrush(strip, liveSvg(strip, "Overview by year"), (window) => go(window));
  const isStill = matchMedia("(prefers-reduced-motion: reduce)");
  let frame = 0;
  let announcing = 0;

  const width = () => Math.max(300, Math.floor(place.clientWidth));
  const left = () => measuresFor(width(), data?.lanes.length ?? 5).left;
  const timeWidth = () => width() - left() - 4;

  function paint(): void {
    frame = 0;
    if (!data) return;
    const layout = layOut({ ...data, window: view, width: width() });
    svg.setAttribute("viewBox", `0 0 ${width()} ${layout.height}`);
    svg.setAttribute("height", String(layout.height));
    draw(toScene(layout, { hrefOf, prefix: "live" }));
    keys.keepFocus();
    brush.draw({ ...data, window: view });
    clearTimeout(announcing);
    announcing = setTimeout(
      () => settle(pictureInWords(view, layout)),
      ANNOUNCE_AFTER_MS,
    ) as unknown as number;
  }

  function settle(words: string): void {
    if (says && says.textContent !== words) says.textContent = words;
    updateLinks(root, view, data);
    if (keepInAddress(view, data?.first ?? view)) refreshListSoon();
    const margin = (view.to - view.from) / 3;
    const isCovered =
      data && view.from - margin >= data.covers.from && view.to + margin <= data.covers.to;
    const isCoarse = data && (data.covers.to - data.covers.from) / (view.to - view.from) > 7;
    if (!isCovered || isCoarse) loader.soon(view);
  }

  const paintSoon = () => {
    frame ||= requestAnimationFrame(paint);
  };
  receive = (fresh) => {
    data = fresh;
    paintSoon();
  };

  // The transform's base is the whole extent; k is how many times as close one looks.
  const base = () => {
    const extent = data?.extent ?? view;
    const pad = (extent.to - extent.from) * 0.5;
    return { from: extent.from - pad, to: extent.to + pad };
  };
  const toTransform = (window: TimeSpan): ZoomTransform => {
    const whole = base();
    const k = (whole.to - whole.from) / (window.to - window.from);
    const x = ((whole.from - window.from) / (window.to - window.from)) * timeWidth();
    return zoomIdentity.translate(x, 0).scale(k);
  };
  const fromTransform = ({ k, x }: ZoomTransform): TimeSpan => {
    const whole = base();
    const span = (whole.to - whole.from) / k;
    const from = whole.from - (x / timeWidth()) * span;
    return { from, to: from + span };
  };
  const area = select<HTMLElement, unknown>(place);
  const zooming = zoom<HTMLElement, unknown>()
    .extent(() => [
      [0, 0],
      [timeWidth(), 100],
    ])
    .scaleExtent([0.8, (base().to - base().from) / 0.25])
    .filter((event: Event) => isForPicture(event))
    .wheelDelta(
      (event) =>
        -event.deltaY *
        (event.deltaMode === 1 ? 16 : 1) *
        (event.ctrlKey ? PINCH_SPEED : WHEEL_SPEED),
    )
    .on("start", ({ sourceEvent }: D3ZoomEvent<HTMLElement, unknown>) => {
      if (sourceEvent) place.toggleAttribute("data-moving", true);
    })
    .on("zoom", ({ transform }: D3ZoomEvent<HTMLElement, unknown>) => {
      view = toWindow(fromTransform(transform));
      paintSoon();
    })
    .on("end", () => place.toggleAttribute("data-moving", false));

  let motion = 0;
  function go(target: TimeSpan, isInstant = isStill.matches): void {
    cancelAnimationFrame(motion);
    const [start, end] = [view, toWindow(target)];
    const begun = performance.now();
    const step = () => {
      const share = isInstant ? 1 : Math.min(1, (performance.now() - begun) / MOTION_MS);
      const eased = 1 - (1 - share) ** 2;
      const mix = (one: number, other: number) => one + (other - one) * eased;
      const window =
        share === 1 ? end : { from: mix(start.from, end.from), to: mix(start.to, end.to) };
      zooming.transform(area, toTransform(window));
      view = window;
      paintSoon();
      if (share < 1) motion = requestAnimationFrame(step);
    };
    step();
  }

  const actions: Record<string, () => TimeSpan> = {
    in: () => zoomed(view, true),
    out: () => zoomed(view, false),
    earlier: () => moved(view, -1),
    later: () => moved(view, 1),
    all: () => data?.extent ?? view,
    first: () => data?.first ?? view,
  };
  const act = (name: string) => go(roundedWindow((actions[name] ?? (() => view))()));
  const keys = keyHandler(place, svg, act);

  root.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || isModified(event)) return;
    const link = (event.target as Element).closest("a");
    const action = link?.getAttribute("data-action");
    const span = link && spanOf(link);
    if (!action && !span) return;
    event.preventDefault();
    if (action) act(action);
    else if (span) go(span);
  });
  window.addEventListener("popstate", () => location.reload());
  new ResizeObserver(() => {
    zooming.transform(area, toTransform(view));
    paintSoon();
  }).observe(place);

  for (const drawn of root.querySelectorAll<SVGElement>("[data-drawn]")) drawn.remove();
  for (const each of [place, strip]) each.toggleAttribute("data-live", true);
  area.call(zooming).on("dblclick.zoom", null);
  zooming.transform(area, toTransform(view));
  view = data.window;
  paint();
}

function liveSvg(place: HTMLElement, label: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, "svg");
  const model = place.querySelector("[data-drawn]");
  svg.setAttribute("class", model?.getAttribute("class") ?? "");
  svg.setAttribute("role", "group");
  svg.setAttribute("aria-label", label);
  place.append(svg);
  return svg;
}

/** A wheel scrolls the page unless it means the picture; a second button is the browser's. */
function isForPicture(event: Event): boolean {
  if (event.type === "wheel") return true;
  const { button, ctrlKey } = event as MouseEvent;
  return !button && !ctrlKey;
}

function isModified({ ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return ctrlKey || metaKey || shiftKey || altKey;
}

/** The stretch of time that a link of the picture zooms to; null where it leads to a page. */
function spanOf(link: Element): TimeSpan | null {
  const [from, to] = (link.getAttribute("data-span") ?? "").split(" ").map(Number);
  return from !== undefined && to !== undefined && from < to ? { from, to } : null;
}

/** The links over the picture lead, also in another tab, to where they would now. */
function updateLinks(root: HTMLElement, view: TimeSpan, data: PictureData | null): void {
  const to: Record<string, TimeSpan> = {
    in: zoomed(view, true),
    out: zoomed(view, false),
    earlier: moved(view, -1),
    later: moved(view, 1),
  };
  for (const [action, window] of Object.entries(to))
    root
      .querySelector(`[data-action="${action}"]`)
      ?.setAttribute("href", hrefOf(roundedWindow(window)));
  if (!data) return;
  const { bins } = data.overview;
  const sum = (isMeant: (bin: TimeSpan) => boolean) =>
    bins.filter(isMeant).reduce((count, { events }) => count + events, 0);
  const tell = (name: string, count: number, words: (count: string) => string) => {
    const place = root.querySelector(`[data-${name}]`);
    if (place) place.textContent = count > 0 ? words(count.toLocaleString("en-GB")) : "";
  };
  tell(
    "before",
    sum(({ to: end }) => end <= view.from),
    (count) => `← ${count} earlier`,
  );
  tell(
    "after",
    sum(({ from }) => from >= view.to),
    (count) => `${count} later →`,
  );
}
