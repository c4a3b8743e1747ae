/** Which format bytes are in: by their content first, by what is said of them where that is text. */
import { fileTypeFromBuffer } from "file-type";
import { isBinary } from "./decode.ts";
import type { OriginalHint } from "./reader.ts";
import { shapeOf, type TextShape } from "./text-shape.ts";
import { MEDIA_TYPES, type MediaType } from "./types.ts";
import { decodeXml } from "./xml/decode-xml.ts";

const OPENING_BRACE = 0x7b;
const HEAD_BYTES = 2_048;
const RTF = /^\{\\rtf/;
const DECLARED_ALIASES: Record<string, MediaType> = {
  "text/x-markdown": "text/markdown",
  "application/xhtml+xml": "text/html",
  "text/rtf": "application/rtf",
  "text/xml": "application/xml",
  "application/atom+xml": "application/xml",
  "application/rss+xml": "application/xml",
  "application/feed+json": "application/json",
};

/** As long as an original may be: only the end of JSON tells whether it is one document. */
const SHAPE_SAMPLE_BYTES = 5 * 1024 * 1024;
const FORMAT_BY_SHAPE: Record<TextShape, MediaType> = {
  feed: "application/xml",
  "newsml-list": "application/xml",
  newsml: "application/xml",
  nitf: "application/xml",
  json: "application/json",
  "json-array": "application/json",
  "json-lines": "application/json",
  table: "text/csv",
};

/**
 * The media type of an original, or null for bytes that are neither text nor a known document:
 * pictures, programs, old Word files.
 */
export async function detectFormat(
  bytes: Uint8Array,
  hint: OriginalHint,
): Promise<MediaType | null> {
  // An unpacked record: its reader finds out by itself what it is, and there may be millions of them.
  if (hint.mediaType === "application/json" && bytes[0] === OPENING_BRACE)
    return "application/json";
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1").trimStart();
  if (RTF.test(head)) return "application/rtf";
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const known = found && MEDIA_TYPES.find((type) => type === found.mime);
  if (known && !known.startsWith("text/")) return known;
  if (isBinary(bytes)) return null;
  return shapedFormat(bytes, hint) ?? textFormat(head.replace(/^ï»¿/, ""), hint);
}

/** XML, JSON and tables, by the look of the text; what was declared is not asked. */
function shapedFormat(bytes: Uint8Array, { charset }: OriginalHint): MediaType | null {
  const isWhole = bytes.length <= SHAPE_SAMPLE_BYTES;
  const { text } = decodeXml(isWhole ? bytes : bytes.subarray(0, SHAPE_SAMPLE_BYTES), charset);
  const shape = shapeOf(text, isWhole);
  return shape && FORMAT_BY_SHAPE[shape];
}

function textFormat(_head: string, { mediaType = "", fileName = "" }: OriginalHint): MediaType {
  const declared = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  const type = DECLARED_ALIASES[declared] ?? declared;
  const isMarkdown = type === "text/markdown" || /\.(?:md|markdown)$/i.test(fileName);
  return isMarkdown ? "text/markdown" : "text/plain";
}
