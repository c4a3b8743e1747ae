import { remembered } from "#lib/timeline/remembered.ts";
import type { TimeSpan } from "#lib/timeline/types.ts";
import { roundedWindow, windowParameters } from "#lib/timeline/view-window.ts";

/** The address of another window of the timeline that is being looked at. */
export const hrefOf = remembered(
  (window: TimeSpan): string => {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(windowParameters(window)))
      address.searchParams.set(name, value);
    address.searchParams.delete("page");
    return address.pathname + address.search;
  },
  ({ from, to }) => `${from} ${to}`,
);

/**
 * Keeps the window in the address, so that it is the same after a reload and on the way back, and in
 * the form. True where the address is another one now. The first window goes without saying.
 */
export function keepInAddress(window: TimeSpan, first: TimeSpan): boolean {
  const rounded = roundedWindow(window);
  const isFirst = rounded.from === first.from && rounded.to === first.to;
  const address = new URL(hrefOf(rounded), location.href);
  if (isFirst) for (const name of ["from", "to"]) address.searchParams.delete(name);
  const wanted = address.pathname + address.search;
  if (wanted === location.pathname + location.search) return false;
  history.replaceState(history.state, "", wanted);
  for (const name of ["from", "to"]) {
    const field = document.querySelector<HTMLInputElement>(`form input#${name}`);
    if (field && field !== document.activeElement)
      field.value = address.searchParams.get(name) ?? "";
  }
  return true;
}
