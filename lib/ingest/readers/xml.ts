/** XML that is one article: NITF, a NewsML-G2 item, a feed with one entry. */
import { newsmlRecord } from "../agency/newsml.ts";
import { nitfRecord } from "../agency/nitf.ts";
import { ExtractedText } from "../extracted-text.ts";
import { unreadable, type Reader } from "../reader.ts";
import type { JsonObject } from "../records/canonical-json.ts";
import { writeRecord } from "../records/record-fields.ts";
import { shapeOf } from "../text-shape.ts";
import { decodeXml } from "../xml/decode-xml.ts";
import { parseXml } from "../xml/xml-tree.ts";
import { readListOfOne } from "./list-of-one.ts";

/** Reads XML by its root. Throws where it is of no kind that articles come in, or holds no text. */
export const readXml: Reader = (bytes, hint) => {
  const { text, ...decoding } = decodeXml(bytes, hint.charset);
  const shape = shapeOf(text, true);
  if (shape === "feed" || shape === "newsml-list") return readListOfOne(bytes, hint);
  const extracted = new ExtractedText();
  if (!writeRecord(recordOf(text), extracted))
    throw unreadable(
      "The file holds no headline and no text.",
      "Pictures, packages and other items are not articles by themselves.",
    );
  return { ...extracted.finish(), isExtracted: true, mediaType: "application/xml", ...decoding };
};

function recordOf(text: string): JsonObject {
  const root = parseXml(text);
  if (root?.name === "nitf") return nitfRecord(root);
  if (root?.name === "newsitem") return newsmlRecord(root);
  throw unreadable(
    "The file is XML of a kind that is not known here.",
    "Please paste the article's text, or save it as HTML or text.",
  );
}
