import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { ExportFile } from "#lib/exchange/types.ts";
import { writeTarGz } from "#lib/exchange/write-export.ts";

/** Files as the bytes of one export. */
export async function packExport(files: readonly ExportFile[]): Promise<Buffer<ArrayBuffer>> {
  const output = new PassThrough();
  const whole = buffer(output);
  const writer = writeTarGz(output, { at: new Date() });
  for (const file of files) await writer.write(file);
  await writer.end();
  return (await whole) as Buffer<ArrayBuffer>;
}

/** Bytes as a stream in small pieces, as a network brings them. */
export async function* inPieces(bytes: Uint8Array, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
