import { draftFromBytes } from "#lib/ingest/pipeline.ts";
import { exitCodeFor } from "#scripts/exit-codes.ts";
import { forEachFile } from "#scripts/inputs.ts";
import { printDraft } from "#scripts/print-draft.ts";

export type ExtractOptions = { capturedOn?: string; json?: boolean };

/** Understands files and prints what was understood; stores nothing and needs no database. */
export async function extract(files: string[], options: ExtractOptions): Promise<number> {
  const { capturedOn, json } = options;
  const results = await forEachFile(files, (bytes, file) =>
    draftFromBytes(bytes, { fileName: file }, capturedOn ? { capturedOn } : {}),
  );
  if (json) {
    const output = results.map(({ value: draft, ...result }) => ({ ...result, draft }));
    console.log(JSON.stringify(output, null, 2));
    return exitCodeFor(results);
  }
  for (const { file, value, error } of results) {
    if (error === undefined) console.log(`${file}\n${printDraft(value)}\n`);
    else console.error(`${file}: ${error}`);
  }
  return exitCodeFor(results);
}
