import { toPartFiles } from "#lib/exchange/export-files.ts";
import type { ExportFile, Line } from "#lib/exchange/types.ts";

type Change = (line: Line, index: number) => Line;

const PART = /^([a-z]+)(?:-(\d+))?\.jsonl$/;

/** The files of an export with the lines of some kinds changed, and checksums that fit. */
export function changeLines(
  files: readonly ExportFile[],
  changes: Readonly<Record<string, Change>>,
): ExportFile[] {
  return files.flatMap((file) => {
    if (file.name.endsWith(".sha256")) return [];
    const [, kind = "", number] = PART.exec(file.name) ?? [];
    if (!kind) return [file];
    const texts = Buffer.from(file.bytes).toString().trimEnd().split("\n");
    const lines = texts.map((text) => JSON.parse(text) as Line);
    const change = changes[kind] ?? ((line: Line) => line);
    return toPartFiles(kind, number ? Number(number) : null, lines.map(change));
  });
}
