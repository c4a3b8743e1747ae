/** Which format bytes are in: by their content first, by what is said of them where that is text. */
import { fileTypeFromBuffer } from "file-type";
import { isBinary } from "./decode.ts";
import type { OriginalHint } from "./reader.ts";
import { MEDIA_TYPES, type MediaType } from "./types.ts";

const HEAD_BYTES = 2_048;
const RTF = /^\{\\rtf/;
/** What a page begins with, after comments, an XML declaration and the like. */
const HTML =
  /^(?:\s|<\?[^>]{0,400}>|<!--[\s\S]{0,1500}?-->){0,20}<(?:!doctype\s+html|html|head|body|title|meta)[\s/>]/i;
const TAG = /^(?:\s|<\?[^>]{0,400}>|<!--[\s\S]{0,1500}?-->){0,20}<(?:!doctype|[a-z])/i;
const DECLARED_ALIASES: Record<string, MediaType> = {
  "text/x-markdown": "text/markdown",
  "application/xhtml+xml": "text/html",
  "text/rtf": "application/rtf",
  "text/xml": "application/xml",
  "application/atom+xml": "application/xml",
  "application/rss+xml": "application/xml",
  "application/feed+json": "application/json",
};

/**
 * The media type of an original, or null for bytes that are neither text nor a known document:
 * pictures, programs, old Word files.
 */
export async function detectFormat(
  bytes: Uint8Array,
  hint: OriginalHint,
): Promise<MediaType | null> {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString("latin1").trimStart();
  if (RTF.test(head)) return "application/rtf";
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const known = found && MEDIA_TYPES.find((type) => type === found.mime);
  if (known && !known.startsWith("text/")) return known;
  if (isBinary(bytes)) return null;
  return textFormat(head.replace(/^ï»¿/, ""), hint);
}

function textFormat(head: string, { mediaType = "", fileName = "" }: OriginalHint): MediaType {
  const declared = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  const type = DECLARED_ALIASES[declared] ?? declared;
  if (HTML.test(head) || (type === "text/html" && TAG.test(head))) return "text/html";
  const isMarkdown = type === "text/markdown" || /\.(?:md|markdown)$/i.test(fileName);
  return isMarkdown ? "text/markdown" : "text/plain";
}
