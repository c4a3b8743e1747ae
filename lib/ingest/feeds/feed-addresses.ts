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
  const baseUrl = URL.parse(base?.attributes.href ?? "", url) ?? new URL(url);
  const links = elements.filter(
    ({ name, attributes }) => name === "link" && isFeedLink(attributes),
  );
  const found = links.flatMap(({ attributes }) => toAddress(attributes, baseUrl) ?? []);
  const byAddress = new Map(found.reverse().map((each) => [each.address, each]));
  return [...byAddress.values()].reverse().slice(0, MAX_FEEDS);
}

type Attributes = Readonly<Record<string, string>>;

function toAddress({ href = "", title = "" }: Attributes, base: URL): FeedAddress | null {
  const address = URL.parse(href.trim(), base)?.href ?? "";
  if (!/^https?:/.test(address) || NO_FEED.test(address)) return null;
  return { address, title: title.trim() || null };
}

function isFeedLink({ rel = "", type = "" }: Attributes): boolean {
  const rels = rel.toLowerCase().split(/\s+/);
  const [mediaType = ""] = type.split(";");
  return rels.includes("feed") || (rels.includes("alternate") && FEED_TYPE.test(mediaType.trim()));
}
