/**
 * The records of a web archive, one at a time, each at most `MAX_BLOCK_BYTES` in memory. What a head
 * says of its record's length is checked against where the next begins: a wrong length, a broken
 * head or a damaged stretch costs its own record and not those after it.
 */
import { AppError } from "#lib/errors.ts";
import { MAX_ORIGINAL_BYTES } from "../original-size.ts";
import type { ArchivePiece } from "./archive-piece.ts";
import { ByteCursor, type Mark } from "./byte-cursor.ts";
import { tooMuch } from "./limits.ts";
import { parseArcHead, parseWarcHead, type WebRecordHead } from "./web-record-head.ts";

/** A page of the largest size, with what its transfer may add to it. */
const MAX_BLOCK_BYTES = MAX_ORIGINAL_BYTES + 1024 ** 2;
/** Of a longer block: enough to tell what it is. */
const KEPT_OF_LONG_BYTES = 64 * 1024;
const MAX_HEAD_BYTES = 64 * 1024;
const NEXT_WARC = Buffer.from("\nWARC/");
const WARC = NEXT_WARC.subarray(1);
/** In an ARC file nothing but a whole head tells that a record begins. */
const NEXT_ARC: Mark = { length: MAX_HEAD_BYTES, indexIn: indexOfArcHead };
const ARC_BEGINNING = Buffer.from("filedesc:");
const LINE_END = Buffer.from("\n");
const RECORD_END = "\r\n\r\n";
const HEAD_END = /\r?\n\r?\n/;
/** Faults in one file, of which each is told; a file that has more is no web archive. */
const MAX_FAULTS = 1_000;

export type WebRecord = {
  /** Its place in the file, counted from 1; what is broken counts too. */
  number: number;
  head: WebRecordHead;
  /** The beginning only, where `isLong`. */
  block: Buffer;
  isLong: boolean;
};
/** `next` is the line end before a record, in a file of the kind that the last good head was of. */
type Reading = { input: ByteCursor; next: Mark };
export type BrokenRecord = { number: number; error: AppError };

/** Throws what the source throws, and `AppError` where there is no end of faults. */
export async function* webRecords(
  source: AsyncIterable<ArchivePiece>,
): AsyncGenerator<WebRecord | BrokenRecord> {
  const input = new ByteCursor(source);
  const reading: Reading = { input, next: NEXT_WARC };
  let faults = 0;
  try {
    for (let number = 1; ;) {
      const record = (await isBefore(input))
        ? await readRecord(reading, number++)
        : toBroken(input.takeDamage()?.damage, number++);
      if (record === null) return;
      if ("error" in record && ++faults > MAX_FAULTS)
        throw tooMuch("Too much of the web archive is broken.");
      yield record;
    }
  } finally {
    await input.close();
  }
}

function toBroken(error: AppError | undefined, number: number): BrokenRecord | null {
  return error ? { number, error } : null;
}

/** Passes the blank lines between records; false where none comes in this stretch. */
async function isBefore(input: ByteCursor): Promise<boolean> {
  while (await input.fill(1)) {
    const start = input.buffered.findIndex((byte) => byte !== 0x0d && byte !== 0x0a);
    input.drop(start < 0 ? input.buffered.length : start);
    if (start >= 0) return true;
  }
  return false;
}

async function readRecord(reading: Reading, number: number): Promise<WebRecord | BrokenRecord> {
  const { input } = reading;
  await input.fill(ARC_BEGINNING.length);
  if (input.buffered.indexOf(ARC_BEGINNING) === 0) reading.next = NEXT_ARC;
  const isWarc = input.buffered.subarray(0, WARC.length).equals(WARC);
  const head = isWarc ? await takeWarcHead(input) : await takeArcHead(input);
  if (head === null) {
    await skipToNext(reading);
    return { number, error: input.takeDamage()?.damage ?? brokenHead() };
  }
  reading.next = isWarc ? NEXT_WARC : NEXT_ARC;
  const isLong = head.length > MAX_BLOCK_BYTES;
  const block = isLong
    ? await passLongBlock(reading, head)
    : await takeBlock(reading, head, isWarc);
  if (block === null) return { number, error: input.takeDamage()?.damage ?? cutOff() };
  return { number, head, block, isLong };
}

async function takeWarcHead(input: ByteCursor): Promise<WebRecordHead | null> {
  for (let length = 1_024; length <= MAX_HEAD_BYTES; length *= 2) {
    const isMore = await input.fill(length);
    const end = HEAD_END.exec(input.buffered.toString("latin1", 0, MAX_HEAD_BYTES));
    if (end) {
      const head = input.take(end.index + end[0].length);
      return parseWarcHead(head.toString("utf8", 0, end.index));
    }
    if (!isMore) break;
  }
  // So that the search for the next does not find this one.
  input.drop(Math.min(1, input.buffered.length));
  return null;
}

async function takeArcHead(input: ByteCursor): Promise<WebRecordHead | null> {
  const end = await input.find(LINE_END, MAX_HEAD_BYTES);
  if (end === null) return null;
  const head = parseArcHead(input.buffered.toString("utf8", 0, end));
  if (head) input.drop(end + 1);
  return head;
}

/** The place of the first line end that a whole head follows; each line is looked at once. */
function indexOfArcHead(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(LINE_END, from); at >= 0;) {
    const end = bytes.indexOf(LINE_END, at + 1);
    if (end < 0) return -1;
    const isHead = end - at <= MAX_HEAD_BYTES && parseArcHead(bytes.toString("utf8", at + 1, end));
    if (isHead) return at;
    at = end;
  }
  return -1;
}

async function skipToNext({ input, next }: Reading): Promise<void> {
  if (await input.skipTo(next)) input.drop(1);
}

/** A block with all its bytes; null where the stretch ends before, or what comes after is damaged. */
async function takeBlock(
  reading: Reading,
  { length }: WebRecordHead,
  isWarc: boolean,
): Promise<Buffer | null> {
  const { input, next } = reading;
  if (await input.fill(length)) {
    if (await isEndAt(input, length, isWarc)) {
      const block = input.take(length);
      return (await isSpoilt(input)) ? null : block;
    }
  }
  const end = await input.find(next, MAX_BLOCK_BYTES);
  if (end !== null) {
    const block = input.take(end + 1);
    return block.subarray(0, block.length - (/(?:\r?\n)+$/.exec(tailOf(block))?.[0].length ?? 0));
  }
  await skipToNext(reading);
  return null;
}

function tailOf(block: Buffer): string {
  return block.toString("latin1", Math.max(0, block.length - 8));
}

/** True where the end of a record, the next one or nothing more comes after so many bytes. */
async function isEndAt(input: ByteCursor, length: number, isWarc: boolean): Promise<boolean> {
  const isMore = await input.fill(length + 16);
  const written = input.buffered.toString("latin1", length, length + 16);
  const after = written.replace(/^[\r\n]+/, "");
  if (after === "" || written.startsWith(RECORD_END)) return true;
  return isWarc ? after.startsWith("WARC/") : isMore && /^[a-z][\w+.-]*:/i.test(after);
}

/** A check sum stands after what it is of, and may come to be wrong. */
async function isSpoilt(input: ByteCursor): Promise<boolean> {
  await input.fill(16);
  return input.isSpoilt && /^[\r\n]*$/.test(input.buffered.toString("latin1", 0, 16));
}

/** Passes a block too long to be read, and answers its beginning; the next record ends it early. */
async function passLongBlock(
  { input, next }: Reading,
  { length }: WebRecordHead,
): Promise<Buffer | null> {
  await input.fill(KEPT_OF_LONG_BYTES);
  const end = await input.find(next, KEPT_OF_LONG_BYTES);
  const block = Buffer.from(input.buffered.subarray(0, end ?? KEPT_OF_LONG_BYTES));
  const isThere = await input.skipTo(next, length);
  return isThere ? block : null;
}

function brokenHead(): AppError {
  return new AppError(
    "invalid_input",
    "A record of the web archive does not say what it is or how long. Nothing of it was stored; those after it are read. Please fetch the page again.",
  );
}

function cutOff(): AppError {
  return new AppError(
    "invalid_input",
    "The web archive ends within a record, or the record's length is wrong. Nothing of it was stored; what stood before was read. Please fetch the file again.",
  );
}
