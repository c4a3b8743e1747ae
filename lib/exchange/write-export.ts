import { once } from "node:events";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { createGzip } from "node:zlib";
import { createTarPacker } from "modern-tar";
import type { ExportFile } from "#lib/exchange/types.ts";

/** A seventh larger than at the usual level, and a third quicker. */
const GZIP_LEVEL = 3;
const GZIP_CHUNK_BYTES = 256 * 1024;
/** Only whoever unpacks it: an export of everything holds drafts. */
const FILE_MODE = 0o600;

export type ExportWriter = {
  /** Waits while the output is slower than what is written. */
  write(file: ExportFile): Promise<void>;
  /** Settles when everything is with the output. */
  end(): Promise<void>;
};

/** Writes files as a tar in gzip to `output`, which is left open where `isKeptOpen`. */
export function writeTarGz(
  output: Writable,
  { at, isKeptOpen = false }: { at: Date; isKeptOpen?: boolean },
): ExportWriter {
  const { readable, controller } = createTarPacker();
  const gzip = createGzip({ level: GZIP_LEVEL, chunkSize: GZIP_CHUNK_BYTES });
  const source = Readable.fromWeb(readable as unknown as ReadableStream<Uint8Array>);
  const written = pipeline(source, gzip, output, { end: !isKeptOpen });
  // Whoever writes next hears of a fault; nobody may be listening yet.
  written.catch((error: unknown) => controller.error(error));
  return {
    async write({ name, bytes }) {
      const header = { name, size: bytes.length, mtime: at, mode: FILE_MODE };
      const entry = controller.add({ ...header, type: "file" }).getWriter();
      if (bytes.length > 0) await entry.write(bytes);
      await entry.close();
    },
    async end() {
      controller.finalize();
      await written;
      if (isKeptOpen && output.writableNeedDrain) await once(output, "drain");
    },
  };
}
