/** From bytes to text: which encoding they are in, and whether they are text at all. */
import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import iconv from "iconv-lite";
import { AppError } from "#lib/errors.ts";
import type { DraftWarning, MediaType, RawArticle } from "./types.ts";

export const MAX_ORIGINAL_BYTES = 5 * 1024 * 1024;

export type OriginalHint = { mediaType?: string; fileName?: string; charset?: string };

type Decoding = { encoding: string; confidence: number };

const BYTE_ORDER_MARKS: readonly [encoding: string, mark: number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0x00, 0x00]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
const BINARY_SIGNATURES = [
  "%PDF-",
  "PK\u0003\u0004",
  "\u0089PNG",
  "ÿØÿ",
  "GIF8",
  "{\\rtf",
  "ÐÏ\u0011à",
];
const DETECTION_SAMPLE_BYTES = 64 * 1024;
const DOUBTFUL_BELOW = 0.7;
/** Encodings that chardet may be believed about; its other guesses are mostly wrong on short text. */
const CREDIBLE = /^(?:UTF-16|UTF-32|windows-125\d|ISO-8859-\d|KOI8-R|Shift_JIS|EUC-|Big5|GB18030)/i;

/**
 * The text of an original. A byte-order mark decides first, then valid UTF-8, then the declared
 * charset, then what the bytes look like, with Windows-1252 as the last resort, doubtful and said so.
 * Throws `AppError`: `invalid_input` when empty, `payload_too_large` above `MAX_ORIGINAL_BYTES`,
 * `unsupported_media_type` for anything that is not text.
 */
export function readOriginal(bytes: Uint8Array, hint: OriginalHint = {}): RawArticle {
  refuseUnreadable(bytes, hint);
  const { encoding, confidence } = detectEncoding(bytes, hint.charset);
  const text = decodeOriginal(bytes, encoding);
  if (text.trim() === "") throw emptyError();
  const broken = text.includes("\uFFFD");
  const doubtful = broken || confidence < DOUBTFUL_BELOW;
  return {
    text,
    mediaType: mediaTypeOf(hint),
    encoding,
    encodingConfidence: broken ? Math.min(confidence, 0.5) : confidence,
    warnings: doubtful ? [doubtfulDecoding(text, encoding)] : [],
  };
}

/** The text of bytes in a known encoding: the text that every stored span indexes into. */
export function decodeOriginal(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes), encoding);
}

function refuseUnreadable(bytes: Uint8Array, { mediaType }: OriginalHint): void {
  if (bytes.length === 0) throw emptyError();
  if (bytes.length > MAX_ORIGINAL_BYTES) {
    throw new AppError(
      "payload_too_large",
      "The file is larger than 5 MB. Nothing was stored. Please send the article's text only.",
      { details: { maxBytes: MAX_ORIGINAL_BYTES } },
    );
  }
  const declared = mediaType?.split(";")[0]?.trim().toLowerCase() ?? "text/plain";
  const textual = declared.startsWith("text/") || declared === "application/octet-stream";
  if (!textual || declared === "text/html" || isBinary(bytes)) {
    throw new AppError(
      "unsupported_media_type",
      "This is not plain text or Markdown. Nothing was stored. Please paste the article's text, or save it as .txt or .md.",
      { details: { mediaType: declared } },
    );
  }
}

function emptyError(): AppError {
  return new AppError(
    "invalid_input",
    "There is no text in it. Nothing was stored. Please paste or choose the article again.",
  );
}

function isBinary(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString("latin1");
  if (BINARY_SIGNATURES.some((signature) => head.startsWith(signature))) return true;
  if (markedEncoding(bytes) ?? wideEncoding(bytes)) return false;
  const sample = bytes.subarray(0, DETECTION_SAMPLE_BYTES);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return true;
    if (byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d, 0x1b].includes(byte)) controls++;
  }
  return controls > sample.length / 50;
}

function detectEncoding(bytes: Uint8Array, charset: string | undefined): Decoding {
  const marked = markedEncoding(bytes);
  if (marked) return { encoding: marked, confidence: 1 };
  const wide = wideEncoding(bytes);
  if (wide) return { encoding: wide, confidence: 0.9 };
  if (isUtf8(bytes)) return { encoding: "utf-8", confidence: 1 };
  if (charset && iconv.encodingExists(charset) && !/^utf-?8$/i.test(charset)) {
    return { encoding: charset.toLowerCase(), confidence: 0.9 };
  }
  return guessEncoding(bytes);
}

function markedEncoding(bytes: Uint8Array): string | null {
  const found = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte));
  return found?.[0] ?? null;
}

/** UTF-16 without a mark: in Latin text every other byte is zero. */
function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 400);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  sample.forEach((byte, i) => byte === 0 && (zeros[i % 2] = (zeros[i % 2] ?? 0) + 1));
  const half = sample.length / 2;
  if ((zeros[1] ?? 0) > half * 0.7 && zeros[0] === 0) return "utf-16le";
  if ((zeros[0] ?? 0) > half * 0.7 && zeros[1] === 0) return "utf-16be";
  return null;
}

/**
 * Bytes that are not UTF-8. Text that is nearly all ASCII is Windows-1252 in this archive's languages:
 * the rest are curly quotes and accents, which chardet takes for anything. Otherwise ask chardet.
 */
function guessEncoding(bytes: Uint8Array): Decoding {
  const sample = bytes.subarray(0, DETECTION_SAMPLE_BYTES);
  const high = sample.reduce((count, byte) => count + (byte > 0x7f ? 1 : 0), 0);
  if (high / sample.length < 0.1) {
    const undefinedBytes = sample.some((b) => [0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(b));
    return { encoding: "windows-1252", confidence: undefinedBytes ? 0.5 : 0.8 };
  }
  const guess = analyse(sample).find(
    ({ name }) => CREDIBLE.test(name) && iconv.encodingExists(name),
  );
  if (guess) return { encoding: guess.name.toLowerCase(), confidence: guess.confidence / 100 };
  return { encoding: "windows-1252", confidence: 0.3 };
}

function mediaTypeOf({ mediaType, fileName }: OriginalHint): MediaType {
  const declaredMarkdown = /^text\/(?:x-)?markdown\b/i.test(mediaType ?? "");
  return declaredMarkdown || /\.(?:md|markdown)$/i.test(fileName ?? "")
    ? "text/markdown"
    : "text/plain";
}

function doubtfulDecoding(text: string, encoding: string): DraftWarning {
  const at = text.search(/[^\u0000-\u007F]/);
  return {
    code: "decoding-doubtful",
    message: `The file does not say how its letters are encoded; it was read as ${encoding}. Check accents and quotation marks, and save it as UTF-8 if they are wrong.`,
    span: at < 0 ? null : { start: at, end: at + 1 },
  };
}
