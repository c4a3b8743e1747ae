/** Which feeds a web page names as its own. */
import { decodeText } from "../decode.ts";
import { buildTree } from "../html/build-tree.ts";
import { charsetOf } from "../html/charset.ts";

export type FeedAddress = { address: string; title: string | null };

const FEED_TYPE = /^application\/(?:(?:rss|atom|rdf|feed)\+(?:xml|json)|json)$/i;
/** What WordPress names besides each page's feed, and no feed at all. */
const NO_FEED = /\/comments\/feed\/?$|\/wp-json\//;
const MAX_FEEDS = 20;

/** The feeds that a page names by `<link rel="alternate">`, in its order, each once. */
export function feedAddressesIn(
  bytes: Uint8Array,
  { url, charset }: { url: string; charset?: string },
): FeedAddress[] {
  const { elements } = buildTree(decodeText(bytes, charset ?? charsetOf(bytes)).text);
  const base = elements.find(({ name, attributes }) => name === "base" && attributes.href);
  const baseUrl = URL.parse(base?.attributes.href ?? "", url) ?? url;
  const found = new Map<string, FeedAddress>();
  for (const { name, attributes } of elements) {
    const { rel = "", type = "", href = "", title = "" } = attributes;
    const rels = rel.toLowerCase().split(/\s+/);
    const isFeed = rels.includes("alternate") && FEED_TYPE.test(type.split(";")[0]?.trim() ?? "");
    if (name !== "link" || !(isFeed || rels.includes("feed"))) continue;
    const address = URL.parse(href.trim(), baseUrl)?.href;
    if (!address || !/^https?:/.test(address) || NO_FEED.test(address)) continue;
    if (found.size < MAX_FEEDS && !found.has(address))
      found.set(address, { address, title: title.trim() || null });
  }
  return [...found.values()];
}
