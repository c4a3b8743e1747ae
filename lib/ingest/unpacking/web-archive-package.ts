/** WACZ: a ZIP with web archives in `archive/`, beside lists and indexes of what is in them. */
import { AppError } from "#lib/errors.ts";
import { listZipNames, zipFiles } from "./archive-files.ts";
import { archiveKind } from "./archive-kind.ts";
import { peek } from "./byte-source.ts";
import { piecesOf } from "./web-archive-file.ts";
import { WebArchiveReading, webArchiveItems } from "./web-archive-items.ts";
import { failedItem, type ItemStream } from "./unpacked-item.ts";

const DESCRIPTION = "datapackage.json";
const WEB_ARCHIVE = /^archive\/[^/]+\.w?arc(?:\.gz)?$/i;
const BEGINNING_BYTES = 4 * 1024;

/** True for a ZIP that holds web archives as WACZ has them. */
export async function isWebArchivePackage(bytes: Buffer): Promise<boolean> {
  const names = await listZipNames(bytes);
  return names.includes(DESCRIPTION) && names.some((name) => WEB_ARCHIVE.test(name));
}

/** The articles in all of its web archives, each page once; its lists and indexes are not read. */
export async function* packagedItems(bytes: Buffer, path: string): ItemStream {
  const reading = new WebArchiveReading();
  for await (const { name, bytes: file } of zipFiles(bytes)) {
    if (!WEB_ARCHIVE.test(name)) continue;
    const filePath = `${path}/${name}`;
    try {
      if (file instanceof AppError) throw file;
      yield* fileItems(file, filePath, reading);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      reading.faults++;
      yield failedItem(error, filePath);
    }
  }
  yield* reading.end(path);
}

async function* fileItems(
  file: AsyncIterable<Uint8Array>,
  path: string,
  reading: WebArchiveReading,
): ItemStream {
  const peeked = await peek(file, ({ length }) => length >= BEGINNING_BYTES);
  const kind = await archiveKind(peeked.beginning);
  if (kind !== "web-archive" && kind !== "gzipped-web-archive")
    throw new AppError(
      "invalid_input",
      "The file is named as a web archive and is none. Nothing of it was stored; the others are read. Please make the package again.",
    );
  yield* webArchiveItems(piecesOf(kind, peeked.bytes), path, reading);
}
