import { inflateRawSync } from "node:zlib";
import { AppError } from "#lib/errors.ts";
import { unreadable } from "../reader.ts";

/** A document of 5 MB has far fewer parts and far less text than these. */
const MAX_PARTS = 20_000;
const MAX_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAX_COMMENT_BYTES = 65_535;
const END_BYTES = 22;
const END_SIGNATURE = 0x06054b50;
const ENTRY_BYTES = 46;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_BYTES = 30;
/** What a field of 32 bits holds when the real figure stands in the ZIP64 extra field. */
const ELSEWHERE = 0xffffffff;
const ZIP64_EXTRA = 0x0001;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;

type Entry = { name: string; flags: number; method: number; size: number; offset: number };

/**
 * The parts of a document that is a ZIP whose name `isWanted`, unpacked; of two with one name the last.
 * Unpacks at most `MAX_UNPACKED_BYTES`, whatever sizes the file states. Throws `unreadable` for more,
 * for an encrypted part and for a damaged file.
 */
export function unzipParts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Map<string, Uint8Array> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const parts = new Map<string, Uint8Array>();
    let left = MAX_UNPACKED_BYTES;
    for (const entry of listEntries(file)) {
      if (!isWanted(entry.name)) continue;
      const part = unpack(file, entry, left);
      left -= part.length;
      parts.set(entry.name, part);
    }
    return parts;
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (isTooLarge(error)) throw tooLarge();
    throw damaged();
  }
}

/** Reads past the end throw `RangeError`s, which say that the file is damaged. */
function listEntries(file: Buffer): Entry[] {
  const end = findEnd(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MAX_PARTS) throw tooLarge();
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (file.readUInt32LE(at) !== ENTRY_SIGNATURE) throw damaged();
    const nameLength = file.readUInt16LE(at + 28);
    const extraLength = file.readUInt16LE(at + 30);
    const extraAt = at + ENTRY_BYTES + nameLength;
    const extra = file.subarray(extraAt, extraAt + extraLength);
    entries.push({
      name: file.toString("utf8", at + ENTRY_BYTES, extraAt),
      flags: file.readUInt16LE(at + 8),
      method: file.readUInt16LE(at + 10),
      ...readPlace(file, at, extra),
    });
    at = extraAt + extraLength + file.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(file: Buffer): number {
  const first = Math.max(0, file.length - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = file.length - END_BYTES; at >= first; at--) {
    if (file.readUInt32LE(at) === END_SIGNATURE) return at;
  }
  throw damaged();
}

/** Packed size and place of an entry, in bytes. */
function readPlace(file: Buffer, at: number, extra: Buffer): { size: number; offset: number } {
  const stated = {
    unpacked: file.readUInt32LE(at + 24),
    size: file.readUInt32LE(at + 20),
    offset: file.readUInt32LE(at + 42),
  };
  if (stated.size !== ELSEWHERE && stated.offset !== ELSEWHERE) return stated;
  let extraAt = 0;
  while (extra.readUInt16LE(extraAt) !== ZIP64_EXTRA) {
    extraAt += 4 + extra.readUInt16LE(extraAt + 2);
  }
  extraAt += 4;
  const resolve = (value: number) => {
    if (value !== ELSEWHERE) return value;
    extraAt += 8;
    return Number(extra.readBigUInt64LE(extraAt - 8));
  };
  resolve(stated.unpacked);
  return { size: resolve(stated.size), offset: resolve(stated.offset) };
}

function unpack(file: Buffer, { flags, method, size, offset }: Entry, limit: number): Uint8Array {
  if (flags & ENCRYPTED_FLAG) {
    throw unreadable(
      "The file is protected by a password.",
      "Please save it without one, or paste its text.",
    );
  }
  const nameLength = file.readUInt16LE(offset + 26);
  const start = offset + LOCAL_BYTES + nameLength + file.readUInt16LE(offset + 28);
  const packed = file.subarray(start, start + size);
  if (packed.length < size) throw damaged();
  if (method === STORED) {
    if (packed.length > limit) throw tooLarge();
    return packed;
  }
  if (method !== DEFLATED) throw damaged();
  if (limit <= 0) throw tooLarge();
  return inflateRawSync(packed, { maxOutputLength: limit });
}

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
}

function tooLarge(): AppError {
  return unreadable(
    `The file would unpack to more than ${MAX_UNPACKED_BYTES / 1024 / 1024} MB, which no article does.`,
    "Please paste the article's text.",
  );
}

function damaged(): AppError {
  return unreadable(
    "The file is damaged: it cannot be unpacked.",
    "Please open it in the program it was made with and save it again, or paste its text.",
  );
}
