/** The files in gzip, tar and ZIP, one at a time, each to be read before the next is asked for. */
import { Readable } from "node:stream";
import { ReadableStream, type ReadableWritablePair } from "node:stream/web";
import { createGunzip } from "node:zlib";
import { createTarDecoder, type ParsedTarEntry } from "modern-tar";
import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from "yauzl";
import { AppError } from "#lib/errors.ts";
import { MAX_ARCHIVE_ENTRIES, tooMuch } from "./limits.ts";
import { UnpackedBytes } from "./unpacked-bytes.ts";

export type ArchiveFile = {
  /** As written in the archive: provenance, never a place to write to. */
  name: string;
  /** An error instead of bytes for one file that cannot be read. */
  bytes: AsyncIterable<Uint8Array> | AppError;
};

type TarDecoder = ReadableWritablePair<ParsedTarEntry, Uint8Array>;

/** Left by systems beside the files themselves. */
const JUNK = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\._[^/]*$)/i;

/** What is in a gzip stream: one file, whose end may be missing. */
export function gunzip(
  source: AsyncIterable<Uint8Array>,
  maxBytes?: number,
): AsyncIterable<Uint8Array> {
  const count = new UnpackedBytes(maxBytes);
  const input = Readable.from(count.packed(source));
  const inflated = createGunzip();
  input.on("error", (error) => inflated.destroy(error)).pipe(inflated);
  return count.unpacked(withReason(inflated));
}

/** The files of a tar; links and devices are passed over. */
export async function* tarFiles(
  source: AsyncIterable<Uint8Array>,
  maxFiles = MAX_ARCHIVE_ENTRIES,
): AsyncGenerator<ArchiveFile> {
  // Its types are the browser's, which differ from Node's in a detail that is not used.
  const decoder = createTarDecoder() as unknown as TarDecoder;
  const stream = ReadableStream.from(source).pipeThrough(decoder);
  let count = 0;
  for await (const { header, body } of withReason(stream)) {
    if (++count > maxFiles) throw tooMuch("There are too many files in the archive.");
    if (header.type !== "file" || JUNK.test(header.name)) {
      await body.cancel();
      continue;
    }
    yield { name: header.name, bytes: wholeFile(withReason(body), header.size) };
    await body.cancel().catch(() => undefined);
  }
}

/** Hands on the bytes of a file, and finds fault where they end early. */
async function* wholeFile(
  source: AsyncIterable<Uint8Array>,
  size: number,
): AsyncGenerator<Uint8Array> {
  let left = size;
  for await (const bytes of source) {
    left -= bytes.length;
    yield bytes;
  }
  if (left > 0) throw damaged(new RangeError(`${left} bytes are missing.`));
}

/** The files of a ZIP, in the order of its directory. Throws `AppError` where it has none to be read. */
export async function* zipFiles(bytes: Buffer): AsyncGenerator<ArchiveFile> {
  const count = new UnpackedBytes();
  for await (const { name, zip, entry } of zipEntries(bytes))
    yield { name, bytes: await openEntry(zip, entry, count) };
}

/** The names of the files that `zipFiles` gives. */
export async function listZipNames(bytes: Buffer): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of zipEntries(bytes)) names.push(name);
  return names;
}

async function* zipEntries(bytes: Buffer) {
  // Names are not checked, only shown: one with `..` in it is as good as any.
  const options = { lazyEntries: true, autoClose: false, decodeStrings: false };
  const zip = await fromBufferPromise(bytes, options).catch((error: unknown) => {
    throw damaged(error);
  });
  if (zip.entryCount > MAX_ARCHIVE_ENTRIES)
    throw tooMuch("There are too many files in the archive.");
  try {
    for await (const entry of withReason(zip.eachEntry())) {
      const { generalPurposeBitFlag, fileNameRaw, extraFields } = entry;
      const name = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
      if (!name.endsWith("/") && !JUNK.test(name)) yield { name, zip, entry };
    }
  } finally {
    zip.close();
  }
}

async function openEntry(
  zip: ZipFile,
  entry: Entry,
  count: UnpackedBytes,
): Promise<ArchiveFile["bytes"]> {
  if (entry.isEncrypted()) return protectedFile();
  try {
    const stream = await zip.openReadStreamPromise(entry);
    count.addPacked(entry.compressedSize);
    return count.unpacked(withReason(stream));
  } catch (error) {
    return damaged(error);
  }
}

/** Hands on what can be read; a fault in the archive becomes a sentence for people. */
async function* withReason<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* source;
  } catch (error) {
    throw error instanceof AppError ? error : damaged(error);
  }
}

function damaged(cause: unknown): AppError {
  return new AppError(
    "invalid_input",
    "The archive is damaged or cut off here. What stood before was read. Please make it again and send it once more.",
    { cause },
  );
}

function protectedFile(): AppError {
  return new AppError(
    "invalid_input",
    "The file is protected by a password. Nothing of it was stored. Please send it without one.",
  );
}
