/** Which format bytes are in: by their content first, by what is said of them where that is text. */
import { fileTypeFromBuffer } from "file-type";
import { isBinary } from "./decode.ts";
import type { OriginalHint } from "./reader.ts";
import { shapeOf, type TextShape } from "./text-shape.ts";
import { MEDIA_TYPES, type MediaType } from "./types.ts";
import { decodeXml } from "./xml/decode-xml.ts";

const OPENING_BRACE = 0x7b;
const HEAD_BYTES = 4_096;
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
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
const MAIL_HEADER =
  /^(from|to|subject|date|received|mime-version|message-id|return-path|delivered-to|reply-to|content-type|dkim-signature|authentication-results|list-unsubscribe):/i;
/** Also stand at the head of text that a person has typed or pasted. */
const SENDERS_WORDS = ["from", "to", "subject", "date", "content-type"];

/** Templates and documents with macros hold text like any other; nothing in them is ever run. */
const FOUND_ALIASES: Record<string, MediaType> = {
  "application/vnd.openxmlformats-officedocument.wordprocessingml.template": DOCX,
  "application/vnd.ms-word.document.macroenabled.12": DOCX,
  "application/vnd.ms-word.template.macroenabled.12": DOCX,
  "application/vnd.oasis.opendocument.text-template": "application/vnd.oasis.opendocument.text",
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
  const head = headOf(bytes);
  if (RTF.test(head)) return "application/rtf";
  if (isPdf(head, bytes)) return "application/pdf";
  // Before file-type, to which a page in XHTML is any XML.
  if (HTML.test(passPrologue(head)) && !isBinary(bytes)) return "text/html";
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mime = found && (FOUND_ALIASES[found.mime] ?? found.mime);
  const known = mime && MEDIA_TYPES.find((type) => type === mime);
  if (known && !known.startsWith("text/")) return known;
  if (isBinary(bytes)) return null;
  if (isMail(head)) return "message/rfc822";
  return shapedFormat(bytes, hint) ?? textFormat(head, hint);
}

/** XML, JSON and tables, by the look of the text; what was declared is not asked. */
function shapedFormat(bytes: Uint8Array, { charset }: OriginalHint): MediaType | null {
  const isWhole = bytes.length <= SHAPE_SAMPLE_BYTES;
  const { text } = decodeXml(isWhole ? bytes : bytes.subarray(0, SHAPE_SAMPLE_BYTES), charset);
  const shape = shapeOf(text, isWhole);
  return shape && FORMAT_BY_SHAPE[shape];
}

/** True for an e-mail, by the lines that it begins with. */
export function isMailFile(bytes: Uint8Array): boolean {
  return isMail(headOf(bytes));
}

/** The lines of a message's header: two that senders write, one of them with more than a name in it. */
function isMail(head: string): boolean {
  const block = head.replace(/^From \S+ .*\r?\n/, "").split(/\r?\n[ \t]*\r?\n/, 1)[0] ?? "";
  const lines = block.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);
  // The last line may be cut where the sample ends.
  const isHeader = lines.slice(0, -1).every((line) => /^[\x21-\x39\x3b-\x7e]+:/.test(line));
  const named = lines.flatMap((line) => MAIL_HEADER.exec(line)?.[1]?.toLowerCase() ?? []);
  const isSent =
    named.some((name) => !SENDERS_WORDS.includes(name)) || /^From:.*\S@\S/im.test(block);
  return isHeader && isSent && new Set(named).size >= 2;
}

/** Some programs write a notice of theirs before the first line of a PDF, and readers allow it. */
function isPdf(head: string, bytes: Uint8Array): boolean {
  return /^%PDF-\d\.\d/m.test(head) && Buffer.from(bytes).includes("endobj");
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
