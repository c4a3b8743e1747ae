/** Which format bytes are in: by their content first, by what is said of them where that is text. */
import { fileTypeFromBuffer } from "file-type";
import { isBinary } from "./decode.ts";
import type { OriginalHint } from "./reader.ts";
import { MEDIA_TYPES, type MediaType } from "./types.ts";

const HEAD_BYTES = 4_096;
const RTF = /^\{\\rtf/;
/** What a page begins with, once white space, comments and processing instructions are passed. */
const HTML = /^<(?:!doctype\s+html|html|head|body|title|meta)[\s/>]/i;
const TAG = /^<(?:!doctype|[a-z])/i;
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
  const head = headOf(bytes);
  if (RTF.test(head)) return "application/rtf";
  // Before file-type, to which a page in XHTML is any XML.
  if (HTML.test(passPrologue(head)) && !isBinary(bytes)) return "text/html";
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const known = found && MEDIA_TYPES.find((type) => type === found.mime);
  if (known && !known.startsWith("text/")) return known;
  if (isBinary(bytes)) return null;
  return textFormat(head, hint);
}

/** The first characters, as far as they are ASCII; without a byte-order mark. */
function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, HEAD_BYTES));
  const isUtf16 = head[0] === 0xff && head[1] === 0xfe;
  const text = head.toString(isUtf16 ? "utf16le" : "latin1");
  return text.replace(/^(?:\uFEFF|ï»¿)/, "").trimStart();
}

function textFormat(head: string, { mediaType = "", fileName = "" }: OriginalHint): MediaType {
  const declared = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  const type = DECLARED_ALIASES[declared] ?? declared;
  if (type === "text/html" && TAG.test(passPrologue(head))) return "text/html";
  const isMarkdown = type === "text/markdown" || /\.(?:md|markdown)$/i.test(fileName);
  return isMarkdown ? "text/markdown" : "text/plain";
}

/** What comes after white space, comments, an XML declaration and the like, each passed once. */
function passPrologue(head: string): string {
  let at = 0;
  for (;;) {
    while (/\s/.test(head[at] ?? "")) at++;
    const close = head.startsWith("<!--", at) ? "-->" : head.startsWith("<?", at) ? ">" : null;
    const end = close === null ? -1 : head.indexOf(close, at + 2);
    if (close === null || end < 0) return head.slice(at);
    at = end + close.length;
  }
}
