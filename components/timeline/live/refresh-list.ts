const WAIT_MS = 700;
const LIST = "[data-timeline-list]";

let timer = 0;
let asking: AbortController | null = null;

/** Brings the list under the picture to the window that the address now names. */
export function refreshListSoon(): void {
  clearTimeout(timer);
  timer = window.setTimeout(() => void refresh(), WAIT_MS);
}

async function refresh(): Promise<void> {
  asking?.abort();
  asking = new AbortController();
  const answer = await fetch(location.href, { signal: asking.signal }).catch(() => null);
  const text = await answer?.text().catch(() => "");
  if (!answer?.ok || !text) return;
  const page = new DOMParser().parseFromString(text, "text/html");
  const [list, fresh] = [document.querySelector(LIST), page.querySelector(LIST)];
  // Whoever is reading in it is not interrupted.
  if (list && fresh && !list.contains(document.activeElement)) list.replaceWith(fresh);
}
