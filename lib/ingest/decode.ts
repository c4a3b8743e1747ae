/** From bytes to text: which encoding they are in, and the text in that. */
import { isUtf8 } from "node:buffer";
import { analyse } from "chardet";
import iconv from "iconv-lite";
import type { DraftWarning, RawArticle } from "./types.ts";

type Decoding = { encoding: string; confidence: number };

const BYTE_ORDER_MARKS: readonly [encoding: string, mark: number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-32le", [0xff, 0xfe, 0x00, 0x00]],
  ["utf-32be", [0x00, 0x00, 0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
const DETECTION_SAMPLE_BYTES = 64 * 1024;
const DOUBTFUL_BELOW = 0.7;
/** Encodings that chardet may be believed about; its other guesses are mostly wrong on short text. */
const CREDIBLE = /^(?:UTF-16|UTF-32|windows-125\d|ISO-8859-\d|KOI8-R|Shift_JIS|EUC-|Big5|GB18030)/i;

/**
 * The text of bytes that are text. A byte-order mark decides first, then valid UTF-8, then the
 * declared charset, then what the bytes look like, with Windows-1252 as the last resort, doubtful and
 * said so. Never throws.
 */
export function decodeText(
  bytes: Uint8Array,
  charset?: string,
): Pick<RawArticle, "text" | "encoding" | "encodingConfidence" | "warnings"> {
  const { encoding, confidence } = detectEncoding(bytes, charset);
  const text = decodeOriginal(bytes, encoding);
  const broken = text.includes("\uFFFD");
  const doubtful = broken || confidence < DOUBTFUL_BELOW;
  return {
    text,
    encoding,
    encodingConfidence: broken ? Math.min(confidence, 0.5) : confidence,
    warnings: doubtful ? [doubtfulDecoding(text, encoding)] : [],
  };
}

/** The text of bytes in a known encoding. */
export function decodeOriginal(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes), encoding);
}

/** True for bytes that no text has: zeros, outside of UTF-16, or many control characters. */
export function isBinary(bytes: Uint8Array): boolean {
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

/** UTF-16 or UTF-32 without a mark: in Latin text every other byte, or three of four, are zero. */
function wideEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 400);
  const isUtf32 = sample.length >= 8 && bytes.length % 4 === 0;
  if (isUtf32 && sample.every((byte, i) => (byte === 0) === i % 4 > 0)) return "utf-32le";
  if (isUtf32 && sample.every((byte, i) => (byte === 0) === i % 4 < 3)) return "utf-32be";
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

function doubtfulDecoding(text: string, encoding: string): DraftWarning {
  const at = text.search(/[^\u0000-\u007F]/);
  return {
    code: "decoding-doubtful",
    message: `The file does not say how its letters are encoded; it was read as ${encoding}. Check accents and quotation marks, and save it as UTF-8 if they are wrong.`,
    span: at < 0 ? null : { start: at, end: at + 1 },
  };
}
