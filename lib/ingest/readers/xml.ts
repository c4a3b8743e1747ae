/** XML that is one article: NITF, a NewsML-G2 item, a feed with one entry. */
import { unreadable, type Reader } from "../reader.ts";
import { shapeOf } from "../text-shape.ts";
import { decodeXml } from "../xml/decode-xml.ts";
import { readListOfOne } from "./list-of-one.ts";

/** Reads XML by its root. Throws where it is of no kind that articles come in. */
export const readXml: Reader = (bytes, hint) => {
  const { text } = decodeXml(bytes, hint.charset);
  const shape = shapeOf(text, true);
  if (shape === "feed") return readListOfOne(bytes, hint);
  throw unreadable(
    "The file is XML of a kind that is not known here.",
    "Please paste the article's text, or save it as HTML or text.",
  );
};
