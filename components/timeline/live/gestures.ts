/** Wheel, drag and pinch on the picture, as d3-zoom reads them. */
import { select } from "d3-selection";
import { zoom, type D3ZoomEvent } from "d3-zoom";
import {
  fromTransform,
  toTransform,
  type TimeArea,
} from "#components/timeline/live/view-transform.ts";
import type { TimeSpan } from "#lib/timeline/types.ts";

const WHEEL_SPEED = 0.0018;
/** The pinch of a trackpad comes as a wheel with Control held, in small steps. */
const PINCH_SPEED = 0.01;
const LINE_PX = 16;
/** Six hours: lib/timeline/view-window.ts. */
const CLOSEST_DAYS = 0.25;
const FARTHEST = 0.8;

type GestureOptions = {
  /** What fills the picture at no zoom. */
  whole(): TimeSpan;
  area(): TimeArea;
  onView(window: TimeSpan): void;
};

type Gestured = D3ZoomEvent<HTMLElement, unknown>;

/** Reads gestures on an element; `set` tells where the picture is now, so that they go on from there. */
export function readGestures(place: HTMLElement, { whole, area, onView }: GestureOptions) {
  let isTold = false;
  const days = whole().to - whole().from;
  const zooming = zoom<HTMLElement, unknown>()
    .extent(() => [
      [0, 0],
      [place.clientWidth, place.clientHeight],
    ])
    .scaleExtent([FARTHEST, days / CLOSEST_DAYS])
    .filter((event: MouseEvent | WheelEvent) => isForPicture(event))
    .wheelDelta(
      ({ deltaY, deltaMode, ctrlKey }) =>
        -deltaY * (deltaMode === 1 ? LINE_PX : 1) * (ctrlKey ? PINCH_SPEED : WHEEL_SPEED),
    )
    .on("zoom", ({ transform }: Gestured) => {
      if (!isTold) onView(fromTransform(transform, whole(), area()));
    });
  const selected = select<HTMLElement, unknown>(place).call(zooming).on("dblclick.zoom", null);
  place.addEventListener("wheel", moveSideways, { passive: false });

  function moveSideways(event: WheelEvent): void {
    if (!isSideways(event)) return;
    event.preventDefault();
    const { k } = toTransform(whole(), whole(), area());
    const by = (event.shiftKey && !event.deltaX ? event.deltaY : event.deltaX) * k;
    zooming.translateBy(selected, -by / scaleNow(), 0);
  }
  const scaleNow = () => (place as HTMLElement & { __zoom?: { k: number } }).__zoom?.k ?? 1;

  return {
    set(window: TimeSpan): void {
      isTold = true;
      zooming.transform(selected, toTransform(window, whole(), area()));
      isTold = false;
    },
  };
}

function isForPicture(event: MouseEvent | WheelEvent): boolean {
  if (event.type === "wheel") return !isSideways(event as WheelEvent);
  return !event.button && !event.ctrlKey;
}

function isSideways({ deltaX, deltaY, shiftKey, ctrlKey }: WheelEvent): boolean {
  return !ctrlKey && (shiftKey || Math.abs(deltaX) > Math.abs(deltaY));
}
