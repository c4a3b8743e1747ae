import type { SampledTable } from "#lib/batches/types.ts";
import { previewRows } from "#lib/ingest/pipeline.ts";
import type { ColumnField, PreviewRow } from "#lib/ingest/types.ts";

/** The first rows of each table as they would be read with the columns as chosen, by its shape. */
export async function previewTables(
  tables: readonly SampledTable[],
  choices: ReadonlyMap<string, ColumnField[] | null> = new Map(),
): Promise<Record<string, PreviewRow[]>> {
  const previews = tables.map(async ({ shape, sample, fields }) => {
    return [shape, await previewRows(sample, choices.get(shape) ?? fields)] as const;
  });
  return Object.fromEntries(await Promise.all(previews));
}
