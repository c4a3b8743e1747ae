import { hrefOf } from "#components/timeline/live/address.ts";
import type { PictureData, TimeSpan } from "#lib/timeline/types.ts";
import { moved, roundedWindow, zoomed } from "#lib/timeline/view-window.ts";

/** Where each of the links over the picture leads. */
export function targetOf(
  action: string,
  view: TimeSpan,
  { extent, first }: PictureData,
): TimeSpan | null {
  switch (action) {
    case "in":
      return zoomed(view, true);
    case "out":
      return zoomed(view, false);
    case "earlier":
      return moved(view, -1);
    case "later":
      return moved(view, 1);
    case "all":
      return extent;
    case "first":
      return first;
    default:
      return null;
  }
}

/** The links lead, also in another tab, to where they would now; beside them stands what is not seen. */
export function tellWindow(root: HTMLElement, view: TimeSpan, data: PictureData): void {
  for (const link of root.querySelectorAll("[data-action]")) {
    const target = targetOf(link.getAttribute("data-action") ?? "", view, data);
    if (target) link.setAttribute("href", hrefOf(roundedWindow(target)));
  }
  for (const link of root.querySelectorAll<HTMLAnchorElement>("[data-file]"))
    link.href = new URL(link.href).pathname + new URL(hrefOf(view), location.href).search;
  const address = root.querySelector("[data-address]");
  if (address) address.textContent = new URL(hrefOf(roundedWindow(view)), location.href).href;
  const { before, after } = unseen(view, data);
  tell(root, "before", before, (sum) => `← ${sum} earlier`);
  tell(root, "after", after, (sum) => `${sum} later →`);
}

/** As counted where that window was asked for; between two answers, by the strip's months and years. */
function unseen(view: TimeSpan, data: PictureData): { before: number; after: number } {
  if (view.from === data.window.from && view.to === data.window.to) return data.counts;
  const count = (isMeant: (bin: TimeSpan) => boolean) =>
    data.overview.bins.filter(isMeant).reduce((sum, { events }) => sum + events, 0);
  return {
    before: count(({ to }) => to <= view.from),
    after: count(({ from }) => from >= view.to),
  };
}

function tell(
  root: HTMLElement,
  name: string,
  count: number,
  words: (count: string) => string,
): void {
  const place = root.querySelector(`[data-${name}]`);
  if (place) place.textContent = count > 0 ? words(count.toLocaleString("en-GB")) : "";
}
