/** JSON that names the fields of one article: in a row or entry made ours, or in a file of its own. */
import { isNinjs, ninjsRecord } from "../agency/ninjs.ts";
import { decodeText } from "../decode.ts";
import { ExtractedText } from "../extracted-text.ts";
import { unreadable, type Reader } from "../reader.ts";
import { isJsonObject, type Json } from "../records/canonical-json.ts";
import { writeRecord } from "../records/record-fields.ts";

const ADVICE = "Please check that it is whole, or paste the article's text instead.";

/**
 * A JSON object as an article; keys are understood as in `mapColumns`, those of ninjs as it means
 * them. A list of exactly one object is
 * read as that object.
 */
export const readJson: Reader = (bytes, { charset }) => {
  const { text, ...decoding } = decodeText(bytes, charset);
  const value = parseJson(text);
  const record = Array.isArray(value) && value.length === 1 ? value[0] : value;
  if (!isJsonObject(record))
    throw unreadable(
      "The JSON file holds no single article.",
      "Please import a file of many as a batch.",
    );
  const extracted = new ExtractedText();
  if (!writeRecord(isNinjs(record) ? ninjsRecord(record) : record, extracted))
    throw unreadable(
      "It has no key or column that names a headline or a text.",
      "Name them, for example, title and body.",
    );
  return { ...extracted.finish(), isExtracted: true, mediaType: "application/json", ...decoding };
};

function parseJson(text: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as Json;
  } catch {
    throw unreadable("The JSON is broken and could not be read.", ADVICE);
  }
}
