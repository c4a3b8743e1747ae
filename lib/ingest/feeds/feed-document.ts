import { decodeXml } from "../xml/decode-xml.ts";
import { readJsonFeed } from "../unpacking/json-items.ts";
import { recordItems, type UnpackedItem, type UnpackHint } from "../unpacking/unpacked-item.ts";
import { readFeed } from "./read-feed.ts";

/** A feed as it is followed: what it says of itself, and its entries as `unpack` gives them. */
export type FeedDocument = {
  title: string | null;
  /** At most so often does it change, as it says itself; null where it does not. */
  everyMinutes: number | null;
  /** In the order of the feed, read when asked for; may be gone through once. */
  items: Iterable<UnpackedItem>;
};

/** The feed in these bytes, one without entries too; null where they are no feed. */
export function readFeedDocument(bytes: Uint8Array, hint: UnpackHint = {}): FeedDocument | null {
  const path = hint.fileName ?? "feed";
  const json = readJsonFeed(bytes, hint, path);
  if (json) return { ...json, everyMinutes: null };
  const reading = readFeed(decodeXml(bytes, hint.charset).text, hint.url);
  if (!reading) return null;
  const { title: named, everyMinutes } = reading.feed;
  return { title: named, everyMinutes, items: recordItems(reading.records, path) };
}
