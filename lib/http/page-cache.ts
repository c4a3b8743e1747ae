import type { IncomingMessage } from "node:http";
import { LRUCache } from "lru-cache";
import { currentContentVersion } from "#lib/db/content-version.ts";
import { weightOf, type FinishedResponse } from "#lib/http/finished-response.ts";

const MAX_CACHE_BYTES = 128 * 1024 * 1024;
const MAX_KEY_LENGTH = 2_000;
/** Pages speak of "last month" and "today", so they are made afresh now and then. */
const MAX_AGE_MS = 5 * 60_000;
/** Everything else is written for one person or is a file that Next itself keeps. */
const PRIVATE_PATH =
  /^\/(admin|api|sign-in|sign-out|set-up|invitation|saved|alerts|_next)(\/|$|\?)/;

/** An article with the words of a search marked: as many addresses as there are searches. */
const MARKED_ARTICLE = /^\/\d{4}\/\d\d\/\d\d\/[^?]*\?(?:.*&)?q=/;

type Entry = { contentVersion: number; response: FinishedResponse };

const entries = new LRUCache<string, Entry>({
  maxSize: MAX_CACHE_BYTES,
  sizeCalculation: (entry) => weightOf(entry.response),
  ttl: MAX_AGE_MS,
});

/**
 * The key under which the answer to a request may be kept for every reader, or null. Readers'
 * pages never look at cookies, so one answer serves all; `rsc` requests carry the state of one
 * reader's browser.
 */
export function cacheKeyOf(req: IncomingMessage): string | null {
  const url = req.url ?? "";
  if (req.method !== "GET" && req.method !== "HEAD") return null;
  if (PRIVATE_PATH.test(url) || url.length > MAX_KEY_LENGTH || "rsc" in req.headers) return null;
  if (MARKED_ARTICLE.test(url)) return null;
  return url;
}

/** The kept answer, if nothing public has changed since it was made. */
export function getCached(key: string): FinishedResponse | null {
  const entry = entries.get(key);
  return entry && entry.contentVersion === currentContentVersion() ? entry.response : null;
}

/** Keeps an answer that was begun when public content had this version (null: not kept). */
export function putCached(
  key: string,
  contentVersion: number | null,
  response: FinishedResponse,
): void {
  const isForAll = response.status === 200 && !("set-cookie" in response.headers);
  if (contentVersion === null || !isForAll) return;
  entries.set(key, { contentVersion, response });
}
