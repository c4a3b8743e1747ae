/** How often a feed says that it changes: RSS's `ttl`, and the Syndication module of RSS 1.0. */
import type { XmlNode } from "../xml/xml-tree.ts";
import { childrenNamed, textOf } from "../xml/xml-text.ts";

const MINUTES_BY_PERIOD = new Map([
  ["hourly", 60],
  ["daily", 24 * 60],
  ["weekly", 7 * 24 * 60],
  ["monthly", 30 * 24 * 60],
  ["yearly", 365 * 24 * 60],
]);

/** Minutes between two changes, or null where the head of the feed does not say. */
export function everyMinutesOf(head: XmlNode): number | null {
  const ttl = numberIn(head, "ttl");
  if (ttl !== null) return ttl;
  const minutes = MINUTES_BY_PERIOD.get(wordIn(head, "sy:updateperiod").toLowerCase());
  return minutes ? minutes / (numberIn(head, "sy:updatefrequency") ?? 1) : null;
}

function numberIn(head: XmlNode, name: string): number | null {
  const written = wordIn(head, name);
  return /^\d{1,6}$/.test(written) && Number(written) > 0 ? Number(written) : null;
}

function wordIn(head: XmlNode, name: string): string {
  const [child] = childrenNamed(head, name);
  return child ? textOf(child).trim() : "";
}
