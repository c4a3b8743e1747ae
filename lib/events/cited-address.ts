/** What of the archive a citation names. */
export type CitedAddress =
  | { kind: "event"; id: string }
  | { kind: "article"; publishedOn: string; slug: string }
  | { kind: "article-id"; id: string };

const EVENT = /^\/events\/([a-z0-9-]{1,120})$/;
const ARTICLE = /^\/(\d{4})\/(\d\d)\/(\d\d)\/([a-z0-9-]{1,120})$/;
const ARTICLE_ID = /^\/admin\/articles\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const BARE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * What an address of this archive names, with its host or without: an event, an article as readers or
 * as archivists open it. A bare word is an event's id. Null where it is none of these; never throws.
 */
export function parseCitedAddress(text: string): CitedAddress | null {
  const trimmed = text.trim();
  if (BARE_ID.test(trimmed)) return { kind: "event", id: trimmed };
  const path = trimmed.replace(/^https?:\/\/[^/]+/, "").replace(/[?#].*$/, "");
  const [, eventId] = EVENT.exec(path) ?? [];
  if (eventId) return { kind: "event", id: eventId };
  const [, year, month, day, slug] = ARTICLE.exec(path) ?? [];
  if (slug) return { kind: "article", publishedOn: `${year}-${month}-${day}`, slug };
  const [, id] = ARTICLE_ID.exec(path) ?? [];
  return id ? { kind: "article-id", id } : null;
}
