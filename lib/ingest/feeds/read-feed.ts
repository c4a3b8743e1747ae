/** RSS 0.9 to 2.0, RDF, Atom and CDF as records, one an entry. */
import type { JsonObject } from "../records/canonical-json.ts";
import type { XmlNode } from "../xml/xml-tree.ts";
import { streamXml } from "../xml/xml-tree.ts";
import { childrenNamed } from "../xml/xml-text.ts";
import { toFeedInfo, toRecord, type FeedInfo } from "./feed-entry.ts";

const FEED_ROOTS = /^(?:rss|rdf:rdf|(?:atom:)?feed|channel|rdf)$/;
const ENTRY = /^(?:item|(?:atom:)?entry)$/;
const CONTAINER = /^(?:rss|rdf:rdf|(?:atom:)?feed|channel|rdf|items|redirect)$/;

export type FeedReading = {
  feed: FeedInfo;
  /** Each entry as a record, read when asked for. May be gone through once. */
  records: Generator<JsonObject>;
};

/** True for the canonical name of the root of a feed. */
export function isFeedRoot(name: string): boolean {
  return FEED_ROOTS.test(name);
}

/**
 * The feed in a text, or null where its root is no feed's. Broken XML is read as far as it goes.
 * `documentUrl` is where it was had from, for addresses that are relative.
 */
export function readFeed(text: string, documentUrl?: string): FeedReading | null {
  const root = readHead(text);
  if (!root) return null;
  // An entry may stand alone; then there is no feed to say anything for it.
  const about = ENTRY.test(root.name) ? [] : [...childrenNamed(root, "channel"), root];
  const feed = toFeedInfo(about, documentUrl);
  return { feed, records: readRecords(text, feed, documentUrl) };
}

/** The root of a feed with all but its entries. */
function readHead(text: string): XmlNode | null {
  const reading = streamXml(text, isEntry);
  let step = reading.next();
  while (!step.done) step = reading.next();
  const root = step.value;
  if (root && (ENTRY.test(root.name) || isFeedRoot(root.name))) return root;
  return null;
}

function* readRecords(
  text: string,
  feed: FeedInfo,
  documentUrl: string | undefined,
): Generator<JsonObject> {
  for (const entry of streamXml(text, isEntry)) yield toRecord(entry, feed, documentUrl);
}

function isEntry(node: XmlNode): boolean {
  if (!ENTRY.test(node.name)) return false;
  return !node.parent || CONTAINER.test(node.parent.name);
}
