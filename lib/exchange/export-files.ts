import { createHash } from "node:crypto";
import type { ExportFile, Line } from "#lib/exchange/types.ts";

const ORIGINALS_FOLDER = "originals/";
export const CHECKSUM_SUFFIX = ".sha256";
const NUMBER_DIGITS = 6;
const PART_NAME = /^([a-zA-Z]+)(?:-(\d{6,12}))?\.jsonl$/;
const ORIGINAL_NAME = /^originals\/([0-9a-f]{64})$/;

/** Bytes as they were received, under the name that says what they are. */
export function toOriginalFile(sha256: string, bytes: Uint8Array): ExportFile {
  return { name: ORIGINALS_FOLDER + sha256, bytes };
}

/** A part: lines of one kind, and beside them what `sha256sum --check` proves them by. */
export function toPartFiles(kind: string, number: number | null, lines: Line[]): ExportFile[] {
  const suffix = number === null ? "" : `-${String(number).padStart(NUMBER_DIGITS, "0")}`;
  const name = `${kind}${suffix}.jsonl`;
  const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const checksum = `${createHash("sha256").update(bytes).digest("hex")}  ${name}\n`;
  return [
    { name, bytes },
    { name: name + CHECKSUM_SUFFIX, bytes: Buffer.from(checksum) },
  ];
}

export type ExportName =
  { type: "part"; kind: string; number: string | null } | { type: "original"; sha256: string };

/** What a file of an export is by its name; null for a name that none of its files has. */
export function parseExportName(name: string): ExportName | null {
  const original = ORIGINAL_NAME.exec(name);
  if (original) return { type: "original", sha256: original[1] as string };
  const part = PART_NAME.exec(name);
  return part && { type: "part", kind: part[1] as string, number: part[2] ?? null };
}
