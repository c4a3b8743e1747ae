import { fileTypeFromBuffer } from "file-type";

export type ArchiveKind = "gzip" | "tar" | "zip" | "spreadsheet";

const ZIP = Buffer.from("PK");
const SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What kind of archive begins like this; a document that is a ZIP inside, such as DOCX, is none. */
export async function archiveKind(beginning: Buffer): Promise<ArchiveKind | null> {
  const isBinary = beginning.subarray(0, 512).some((byte) => byte < 0x07);
  if (!isBinary && !beginning.subarray(0, 2).equals(ZIP)) return null;
  const found = await fileTypeFromBuffer(beginning).catch(() => undefined);
  if (found?.mime === "application/gzip") return "gzip";
  if (found?.mime === "application/x-tar") return "tar";
  if (found?.mime === SPREADSHEET) return "spreadsheet";
  return found?.mime === "application/zip" ? "zip" : null;
}
