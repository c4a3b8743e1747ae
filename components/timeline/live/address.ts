import type { TimeSpan } from "#lib/timeline/types.ts";
import { roundedWindow, windowParameters } from "#lib/timeline/view-window.ts";

/** The address of another window of the timeline that is being looked at. */
export function hrefOf(window: TimeSpan): string {
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(windowParameters(window)))
    address.searchParams.set(name, value);
  address.searchParams.delete("page");
  address.hash = "";
  return address.pathname + address.search;
}

/**
 * Keeps the window in the address, so that it is the same after a reload and on the way back. True
 * where the address is another one now. A window that goes without saying is not said.
 */
export function keepInAddress(window: TimeSpan, first: TimeSpan): boolean {
  const rounded = roundedWindow(window);
  const isFirst = rounded.from === first.from && rounded.to === first.to;
  const address = new URL(hrefOf(rounded), location.href);
  if (isFirst) for (const name of ["from", "to"]) address.searchParams.delete(name);
  const wanted = address.pathname + address.search;
  const query = new URLSearchParams(location.search);
  if (wanted === location.pathname + location.search) return false;
  // What a reader typed, "Feb 2025", may be this very window.
  if (!isFirst && query.has("from") && isSame(query, rounded)) return false;
  history.replaceState(history.state, "", wanted);
  return true;
}

function isSame(query: URLSearchParams, window: TimeSpan): boolean {
  const { from, to } = windowParameters(window);
  return query.get("from") === from && query.get("to") === to;
}
