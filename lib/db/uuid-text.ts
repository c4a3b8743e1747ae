const PARTS = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

/** A UUID of 16 bytes as it is written: 36 characters, in small letters. */
export function uuidText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex").replace(PARTS, "$1-$2-$3-$4-$5");
}
