import type { ArticleRow } from "#lib/search/index/article-columns.ts";

const UUID_BYTES = 16;
/** Before the elements of an array, as `array_send` writes it: 12 bytes, and 8 more unless it is empty. */
const EMPTY_ARRAY_BYTES = 12;
const ARRAY_HEAD_BYTES = 20;

/** The rows that the SQL function `search_row` packed, one after the other. */
export function* readRows(bytes: Buffer): Generator<ArticleRow> {
  for (let at = 0; at < bytes.length;) {
    const doc = bytes.readInt32BE(at);
    const id = bytes.subarray(at + 4, at + 4 + UUID_BYTES);
    at += 4 + UUID_BYTES;
    const [day, releasedAt] = [bytes.readInt32BE(at), bytes.readDoubleBE(at + 4)];
    const [outlet, length] = [bytes.readInt32BE(at + 12), bytes.readInt32BE(at + 16)];
    const [titleEnd, summaryEnd] = [bytes.readInt16BE(at + 20), bytes.readInt16BE(at + 22)];
    const [statements, unnamed] = [bytes.readInt16BE(at + 24), bytes.readInt16BE(at + 26)];
    const languageEnd = at + 32 + bytes.readInt32BE(at + 28);
    const language = bytes.toString("utf8", at + 32, languageEnd);
    const topics = readNumbers(bytes, languageEnd);
    const actors = readNumbers(bytes, topics.end);
    at = actors.end;
    yield {
      ...{ doc, id, day, releasedAt, outlet, length, titleEnd, summaryEnd, language },
      ...{ statements, unnamed, topics: topics.numbers, actors: actors.numbers },
    };
  }
}

/** Numbers of 4 bytes, one after the other. */
export function readInts(bytes: Buffer | null): number[] {
  if (bytes === null) return [];
  return Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readInt32BE(i * 4));
}

function readNumbers(bytes: Buffer, start: number): { numbers: Int32Array; end: number } {
  if (bytes.readInt32BE(start) === 0)
    return { numbers: new Int32Array(0), end: start + EMPTY_ARRAY_BYTES };
  const numbers = new Int32Array(bytes.readInt32BE(start + EMPTY_ARRAY_BYTES));
  const first = start + ARRAY_HEAD_BYTES;
  // Each after its length.
  for (let i = 0; i < numbers.length; i++) numbers[i] = bytes.readInt32BE(first + i * 8 + 4);
  return { numbers, end: first + numbers.length * 8 };
}
