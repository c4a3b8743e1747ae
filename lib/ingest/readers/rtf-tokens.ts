/** The pieces of an RTF file: groups, control words, bytes of text. */
export type RtfToken =
  | { type: "open" }
  | { type: "close" }
  | { type: "word"; name: string; parameter: number | null }
  /** A byte of text in the code page of the moment. */
  | { type: "byte"; value: number };

const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const QUOTE = 0x27;
const SPACE = 0x20;
const MINUS = 0x2d;
const MAX_NAME_LENGTH = 32;
const MAX_DIGITS = 10;

/**
 * Splits RTF (version 1.9) into its tokens, in one pass over any bytes. Line breaks of the file mean
 * nothing and are left out; raw data after `\bin` is skipped.
 */
export function* tokenizeRtf(bytes: Uint8Array): Generator<RtfToken> {
  let at = 0;
  while (at < bytes.length) {
    const byte = bytes[at] as number;
    if (byte === OPEN || byte === CLOSE) {
      yield { type: byte === OPEN ? "open" : "close" };
      at++;
    } else if (byte === BACKSLASH) {
      const control = readControl(bytes, at + 1);
      yield control.token;
      at = control.end;
    } else {
      if (byte !== 0x0a && byte !== 0x0d && byte !== 0) yield { type: "byte", value: byte };
      at++;
    }
  }
}

function readControl(bytes: Uint8Array, at: number): { token: RtfToken; end: number } {
  const byte = bytes[at] ?? SPACE;
  if (byte === QUOTE) {
    const value = Number.parseInt(latin(bytes, at + 1, at + 3), 16);
    const token: RtfToken = { type: "byte", value: Number.isNaN(value) ? SPACE : value };
    return { token, end: at + 3 };
  }
  if (!isLetter(byte)) return { token: readSymbol(byte), end: at + 1 };
  let end = at;
  while (isLetter(bytes[end]) && end - at < MAX_NAME_LENGTH) end++;
  const name = latin(bytes, at, end);
  const digitsAt = end;
  if (bytes[end] === MINUS) end++;
  while (isDigit(bytes[end]) && end - digitsAt < MAX_DIGITS) end++;
  const digits = latin(bytes, digitsAt, end);
  const parameter = /\d/.test(digits) ? Number(digits) : null;
  if (bytes[end] === SPACE) end++;
  if (name === "bin") end += Math.max(0, parameter ?? 0);
  return { token: { type: "word", name, parameter }, end };
}

/** A control symbol: a character of its own, a special space or hyphen, or `\*`. */
function readSymbol(byte: number): RtfToken {
  if (byte === 0x0a || byte === 0x0d) return { type: "word", name: "par", parameter: null };
  if (byte === BACKSLASH || byte === OPEN || byte === CLOSE) return { type: "byte", value: byte };
  return { type: "word", name: String.fromCharCode(byte), parameter: null };
}

function latin(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, Math.min(end, bytes.length)));
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
