/** Cuts a stream of UTF-8 into its lines, or into the members of its JSON list, one at a time. */
import { MAX_ORIGINAL_BYTES } from "../original-size.ts";

/** A piece as text; null where it is too long to be an article, and was passed over. */
export type Piece = string | null;

const NEW_LINE = 0x0a;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;

/** Collects the bytes of one piece, and lets go of them when they are too many. */
class PieceBuffer {
  readonly #maxBytes: number;
  #parts: Buffer[] = [];
  #length = 0;

  constructor(maxBytes = MAX_ORIGINAL_BYTES) {
    this.#maxBytes = maxBytes;
  }

  add(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > this.#maxBytes) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  take(): Piece {
    const isTooLong = this.#length > this.#maxBytes;
    const text = isTooLong ? null : Buffer.concat(this.#parts).toString("utf8");
    this.#parts = [];
    this.#length = 0;
    return text;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }
}

/** The lines of a stream, empty ones included; null for one longer than `maxBytes`. */
export async function* splitLinesOf(
  source: AsyncIterable<Uint8Array>,
  maxBytes?: number,
): AsyncGenerator<Piece> {
  const piece = new PieceBuffer(maxBytes);
  for await (const bytes of source) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let start = 0;
    for (let at = buffer.indexOf(NEW_LINE); at >= 0; at = buffer.indexOf(NEW_LINE, start)) {
      piece.add(buffer.subarray(start, at));
      start = at + 1;
      yield piece.take();
    }
    piece.add(buffer.subarray(start));
  }
  if (!piece.isEmpty) yield piece.take();
}

/**
 * The members of the JSON list that a stream holds, as they stand. Returns false where the list was
 * not closed, so that the last member may be cut off.
 */
export async function* splitJsonArray(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<Piece, boolean> {
  const piece = new PieceBuffer();
  const scanner = new ArrayScanner();
  for await (const bytes of source) {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    let start = 0;
    for (let at = scanner.next(buffer, 0); at < buffer.length; at = scanner.next(buffer, at + 1)) {
      piece.add(buffer.subarray(start, at));
      start = at + 1;
      const member = piece.take();
      if (member === null || member.trim() !== "") yield member;
    }
    if (scanner.isClosed) return true;
    piece.add(buffer.subarray(start));
  }
  const rest = piece.take();
  if (rest === null || rest.trim() !== "") yield rest;
  return false;
}

/** Where the members of a list are parted, through strings and lists and objects within. */
class ArrayScanner {
  isClosed = false;
  #depth = 0;
  #inString = false;
  #isEscaped = false;

  /** The place of the next bracket or comma of the outer list at or after `from`, or the length. */
  next(buffer: Buffer, from: number): number {
    for (let at = from; at < buffer.length && !this.isClosed; at++) {
      if (this.#isBoundary(buffer[at] as number)) return at;
    }
    return buffer.length;
  }

  #isBoundary(byte: number): boolean {
    if (this.#inString) {
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) this.#inString = false;
      return false;
    }
    if (byte === QUOTE) this.#inString = true;
    else if (byte === 0x5b || byte === 0x7b) return this.#depth++ === 0;
    else if (byte === 0x5d || byte === 0x7d) {
      this.isClosed = --this.#depth === 0;
      return this.isClosed;
    }
    return byte === COMMA && this.#depth === 1;
  }
}
