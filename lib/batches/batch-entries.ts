import { listSources, readSource } from "#lib/batches/data-sources.ts";
import type { BatchEntry } from "#lib/batches/mutations-items.ts";
import { unpack, type ChooseColumns } from "#lib/ingest/pipeline-sources.ts";

const URL_OF_A_PAGE = /^https?:\/\//;

/**
 * The articles in a batch's files, numbered from 1 through all of them. The same files always give
 * the same articles in the same order, with the same decisions on their tables, so that a place says which one is meant.
 */
export async function* readEntries(
  batchId: string,
  chooseColumns: ChooseColumns,
): AsyncGenerator<BatchEntry> {
  let position = 0;
  for (const { id, name, mediaType } of await listSources(batchId)) {
    const hint = {
      ...{ fileName: name, chooseColumns },
      ...(mediaType && { mediaType }),
      // What was fetched is known by its address, which a feed's own are relative to.
      ...(URL_OF_A_PAGE.test(name) && { url: name }),
    };
    for await (const item of unpack(readSource(id), hint)) yield { position: ++position, item };
  }
}

/** Those of them that are still to be done. */
export async function* readOpenEntries(
  { id, position: donePosition }: { id: string; position: number },
  waiting: ReadonlySet<number>,
  chooseColumns: ChooseColumns,
): AsyncGenerator<BatchEntry> {
  for await (const entry of readEntries(id, chooseColumns)) {
    if (entry.position > donePosition || waiting.has(entry.position)) yield entry;
  }
}
