import type { JsonObject } from "../records/canonical-json.ts";
import { decodeXml } from "../xml/decode-xml.ts";
import { jsonFeedTitle, jsonItems } from "../unpacking/json-items.ts";
import { recordItem, type UnpackedItem, type UnpackHint } from "../unpacking/unpacked-item.ts";
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
  const title = jsonFeedTitle(bytes, hint.charset);
  if (title !== null) {
    return { title: title || null, everyMinutes: null, items: jsonItems(bytes, hint, path) ?? [] };
  }
  const reading = readFeed(decodeXml(bytes, hint.charset).text, hint.url);
  if (!reading) return null;
  const { title: named, everyMinutes } = reading.feed;
  return { title: named, everyMinutes, items: toItems(reading.records, path) };
}

function* toItems(records: Iterable<JsonObject>, path: string): Generator<UnpackedItem> {
  let count = 0;
  for (const record of records) yield recordItem(record, `${path}#${++count}`);
}
