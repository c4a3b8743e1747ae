import type { PictureData, TimeSpan } from "#lib/timeline/types.ts";
import { roundedWindow, windowParameters } from "#lib/timeline/view-window.ts";

const WAIT_MS = 150;

export type DataLoader = { soon(window: TimeSpan): void };

/** What the server drew the picture from; null where it cannot be had. */
export async function loadFirst(source: string): Promise<PictureData | null> {
  return load(new URL(source, location.href));
}

/**
 * Asks the server for what a window needs, once the reader has held still for a moment; of several
 * answers the one that was asked for last counts.
 */
export function dataLoader(source: string, receive: (data: PictureData) => void): DataLoader {
  let timer = 0;
  let asking: AbortController | null = null;
  const ask = async (view: TimeSpan) => {
    asking?.abort();
    const current = (asking = new AbortController());
    const address = new URL(source, location.href);
    for (const [name, value] of Object.entries(windowParameters(roundedWindow(view))))
      address.searchParams.set(name, value);
    const data = await load(address, current.signal);
    if (data && current === asking) receive(data);
  };
  return {
    soon(view) {
      clearTimeout(timer);
      timer = window.setTimeout(() => void ask(view), WAIT_MS);
    },
  };
}

async function load(address: URL, signal?: AbortSignal): Promise<PictureData | null> {
  try {
    const answer = await fetch(address, { signal });
    return answer.ok ? ((await answer.json()) as PictureData | null) : null;
  } catch {
    return null;
  }
}
