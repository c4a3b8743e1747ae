import { constants, inflateRawSync } from "node:zlib";
import { fileTypeFromBuffer } from "file-type";
import { beginsWebArchive } from "./web-record-head.ts";

export type ArchiveKind =
  "gzip" | "tar" | "zip" | "spreadsheet" | "web-archive" | "gzipped-web-archive";

const ZIP = Buffer.from("PK");
const GZIP_HEADER_BYTES = 10;
/** At most a thousand times as much comes out. */
const GZIP_SAMPLE_BYTES = 2 * 1024;
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What kind of archive begins like this; a document that is a ZIP inside, such as DOCX, is none. */
export async function archiveKind(beginning: Buffer): Promise<ArchiveKind | null> {
  if (beginsWebArchive(beginning)) return "web-archive";
  const isBinary = beginning.subarray(0, 512).some((byte) => byte < 0x07);
  if (!isBinary && !beginning.subarray(0, 2).equals(ZIP)) return null;
  const found = await fileTypeFromBuffer(beginning).catch(() => undefined);
  if (found?.mime === "application/gzip")
    return beginsWebArchive(gunzipBeginning(beginning)) ? "gzipped-web-archive" : "gzip";
  if (found?.mime === "application/x-tar") return "tar";
  if (found?.mime === SPREADSHEET) return "spreadsheet";
  return found?.mime === "application/zip" ? "zip" : null;
}

/** The first bytes of the first member of a gzip file; none where it is damaged. */
function gunzipBeginning(bytes: Buffer): Buffer {
  const flags = bytes[3] ?? 0;
  let start = GZIP_HEADER_BYTES;
  if (flags & 0x04) start += 2 + (bytes.length > start + 1 ? bytes.readUInt16LE(start) : 0);
  for (const hasName of [flags & 0x08, flags & 0x10])
    if (hasName) start = bytes.indexOf(0, start) + 1 || bytes.length;
  if (flags & 0x02) start += 2;
  try {
    const sample = bytes.subarray(start, start + GZIP_SAMPLE_BYTES);
    return inflateRawSync(sample, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}
