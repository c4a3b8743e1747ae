import { inject } from "vitest";
import { exportArchive, type ExportOptions } from "#lib/exchange/data-export.ts";
import { restoreGroup } from "#lib/exchange/mutations-restore.ts";
import { openExport } from "#lib/exchange/read-export.ts";
import { RestoreState } from "#lib/exchange/restore-state.ts";
import type { ExportFile } from "#lib/exchange/types.ts";
import { requireDatabaseUrl } from "#lib/env.ts";
import { createTestDatabase } from "#lib/testing/database.ts";
import { inPieces, packExport } from "#lib/testing/export-file.ts";
import { switchDatabase } from "#lib/testing/other-database.ts";

const DESK = { userId: null, agent: "test" };
const EXPORTED_AT = new Date("2026-11-25T12:00:00Z");

/** An export of the archive in hand, at a fixed time. */
export async function exportFiles(options: ExportOptions = {}): Promise<ExportFile[]> {
  const files: ExportFile[] = [];
  const write = async (file: ExportFile) => void files.push(file);
  await exportArchive(write, { exportedAt: EXPORTED_AT, ...options });
  return files;
}

/** What becomes of an export that is taken in, as it would be from a file. */
export async function restore(files: ExportFile[], isDryRun = false): Promise<RestoreState> {
  const state = new RestoreState();
  const { groups } = await openExport(inPieces(await packExport(files)));
  for await (const group of groups) {
    await restoreGroup(group, state, { actor: DESK, source: "test", isDryRun });
  }
  return state;
}

/** By name, as text: what differs is then seen in the first line that differs. */
export const toTexts = (files: ExportFile[]) =>
  Object.fromEntries(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString("latin1")]));

/** The lines of a kind, whatever their parts. */
export const linesOf = (files: ExportFile[], kind: string): Record<string, unknown>[] =>
  files
    .filter(({ name }) => new RegExp(`^${kind}(-\\d+)?\\.jsonl$`).test(name))
    .flatMap(({ bytes }) => Buffer.from(bytes).toString().trim().split("\n"))
    .map((line) => JSON.parse(line) as Record<string, unknown>);

/** Runs `work` with an empty archive in place of the one in hand. */
export async function inOtherDatabase<T>(work: () => Promise<T>): Promise<T> {
  const own = requireDatabaseUrl();
  const other = await createTestDatabase(inject("templateUrl"));
  await switchDatabase(other.url);
  try {
    return await work();
  } finally {
    await switchDatabase(own);
  }
}
