/** Bytes that may come as a whole or piece by piece, and how a beginning is looked at. */
import { tooMuch } from "./limits.ts";

export type ByteSource = Uint8Array | AsyncIterable<Uint8Array>;

/** The beginning of a source, and the source again, still whole. */
export type Peeked = { beginning: Buffer; isWhole: boolean; bytes: AsyncIterable<Uint8Array> };

/** Looks at a source until `isEnough` of it was seen, or all. */
export async function peek(
  source: ByteSource,
  isEnough: (beginning: Buffer) => boolean,
): Promise<Peeked> {
  const iterator = toIterable(source)[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let beginning: Buffer = Buffer.alloc(0);
  let isWhole = false;
  // Joined only when it has doubled, so that many small pieces are not copied again and again.
  for (let length = 0, joined = 0; !isWhole;) {
    const { done, value } = await iterator.next();
    isWhole = done === true;
    if (!isWhole) {
      pieces.push(value);
      length += value.length;
    }
    if (!isWhole && length < joined * 2) continue;
    beginning = pieces.length === 1 ? toBuffer(pieces[0] as Uint8Array) : Buffer.concat(pieces);
    joined = length;
    if (isEnough(beginning)) break;
  }
  return { beginning, isWhole, bytes: resume(beginning, iterator) };
}

async function* resume(
  beginning: Buffer,
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    if (beginning.length > 0) yield beginning;
    for (;;) {
      const { done, value } = await iterator.next();
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops reading lets go of the file or stream behind it.
    await iterator.return?.();
  }
}

/** All of a source. Throws `AppError` `payload_too_large` above `maxBytes`. */
export async function readWhole(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of source) {
    length += piece.length;
    if (length > maxBytes)
      throw tooMuch(`It is larger than ${Math.round(maxBytes / 1024 ** 2)} MB.`);
    pieces.push(piece);
  }
  return pieces.length === 1 ? toBuffer(pieces[0] as Uint8Array) : Buffer.concat(pieces);
}

async function* toIterable(source: ByteSource): AsyncGenerator<Uint8Array> {
  if (source instanceof Uint8Array) yield source;
  else
    for await (const piece of source) yield typeof piece === "string" ? Buffer.from(piece) : piece;
}

function toBuffer(bytes: Uint8Array): Buffer {
  return Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
