import type { PictureData, TimeSpan } from "#lib/timeline/types.ts";
import { roundedWindow, windowParameters } from "#lib/timeline/view-window.ts";

const WAIT_MS = 150;

/**
 * Asks the server for what a window needs, once the reader has held still for a moment; of several
 * answers the one that was asked for last counts.
 */
export function dataLoader(source: string, receive: (data: PictureData) => void) {
  let timer = 0;
  let asking: AbortController | null = null;
  const ask = async (window: TimeSpan) => {
    asking?.abort();
    const current = (asking = new AbortController());
    const address = new URL(source, location.href);
    for (const [name, value] of Object.entries(windowParameters(roundedWindow(window))))
      address.searchParams.set(name, value);
    const answer = await fetch(address, { signal: current.signal }).catch(() => null);
    if (!answer?.ok) return;
    const data = (await answer.json().catch(() => null)) as PictureData | null;
    if (data && current === asking) receive(data);
  };
  return {
    now: ask,
    soon(window: TimeSpan) {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(window), WAIT_MS) as unknown as number;
    },
  };
}
