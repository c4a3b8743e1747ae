import { constants, gunzipSync } from "node:zlib";
import { MANIFEST_NAME } from "#lib/exchange/schema.ts";

const GZIP = Buffer.from([0x1f, 0x8b]);
const TAR_NAME_BYTES = 100;
/** Enough to hold the name of the first file; even a bomb unpacks to a few megabytes only. */
const LOOKED_AT_BYTES = 4 * 1024;

/** True where a file that begins like this is an export of an archive, in gzip or unpacked. */
export function isExportBeginning(beginning: Buffer): boolean {
  const isGzip = beginning.subarray(0, 2).equals(GZIP);
  const tar = isGzip ? inflateBeginning(beginning.subarray(0, LOOKED_AT_BYTES)) : beginning;
  const name = tar.subarray(0, TAR_NAME_BYTES).toString("latin1").replace(/\0.*$/s, "");
  return name === MANIFEST_NAME || name === `./${MANIFEST_NAME}`;
}

function inflateBeginning(bytes: Buffer): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    return Buffer.alloc(0);
  }
}
