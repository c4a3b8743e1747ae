/** A table or feed that was given as one article: it is one where it has one row or entry. */
import type { OriginalHint, Reader } from "../reader.ts";
import { unreadable } from "../reader.ts";
import { unpack } from "../unpack.ts";
import { readJson } from "./json.ts";

/**
 * Reads the only record of a source that holds records. Throws where it holds none, with the reason,
 * or more than one.
 */
export const readListOfOne: Reader = async (bytes: Uint8Array, hint: OriginalHint) => {
  const items = unpack(bytes, hint);
  const first = await items.next();
  const second = await items.next();
  await items.return(undefined);
  if (first.done) throw unreadable("There is no article in it.", "Please check the file.");
  if (first.value.error) throw first.value.error;
  if (!second.done)
    throw unreadable("It holds more than one article.", "Please import it as a batch.");
  const { bytes: found, hint: foundHint } = first.value;
  return foundHint.mediaType === "application/xml"
    ? (await import("./xml.ts")).readXml(found, foundHint)
    : readJson(found, foundHint);
};
