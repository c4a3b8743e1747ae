import { AppError } from "#lib/errors.ts";
import { readFeed } from "../feeds/read-feed.ts";
import { decodeXml } from "../xml/decode-xml.ts";
import { failedItem, recordItems, type UnpackedItem, type UnpackHint } from "./unpacked-item.ts";

/** The entries of a feed, each as a record; one failed item where it has none. */
export function* feedItems(
  bytes: Uint8Array,
  { charset, url }: UnpackHint,
  path: string,
): Generator<UnpackedItem> {
  const reading = readFeed(decodeXml(bytes, charset).text, url);
  let isEmpty = true;
  for (const item of recordItems(reading?.records ?? [], path)) {
    isEmpty = false;
    yield item;
  }
  if (isEmpty) yield failedItem(emptyFeed(), path);
}

function emptyFeed(): AppError {
  return new AppError(
    "invalid_input",
    "The feed has no entries that could be read. Nothing was stored. Please check its address, or try again later.",
  );
}
