import type { ArchivePiece } from "./archive-piece.ts";
import { gunzipMembers } from "./gzip-members.ts";
import type { ItemStream } from "./unpacked-item.ts";
import { WebArchiveReading, webArchiveItems } from "./web-archive-items.ts";

export type WebArchiveKind = "web-archive" | "gzipped-web-archive";

/** The articles in one WARC or ARC file. */
export async function* webArchiveFile(
  kind: WebArchiveKind,
  source: AsyncIterable<Uint8Array>,
  path: string,
): ItemStream {
  const reading = new WebArchiveReading();
  yield* webArchiveItems(piecesOf(kind, source), path, reading);
  yield* reading.end(path);
}

/** The bytes of the records, unpacked. */
export function piecesOf(
  kind: WebArchiveKind,
  source: AsyncIterable<Uint8Array>,
): AsyncIterable<ArchivePiece> {
  return kind === "gzipped-web-archive" ? gunzipMembers(source) : source;
}
