import { understandInput } from "#scripts/commands/extract.ts";
import { exitCodeFor } from "#scripts/exit-codes.ts";
import { listInputs, measureFiles, type Input } from "#scripts/inputs.ts";
import { JsonList } from "#scripts/json-list.ts";
import { ProgressBar } from "#scripts/progress-bar.ts";
import {
  inputGroups,
  storeInputs,
  summaryOf,
  type ImportRow,
  type StoreOptions,
} from "#scripts/store-inputs.ts";
import { withDatabase } from "#scripts/with-database.ts";

type ImportOptions = StoreOptions & { dryRun?: boolean; json?: boolean };

/** Stores articles as drafts, publishes them where asked to, and prints what became of each. */
export async function importFiles(names: string[], options: ImportOptions): Promise<number> {
  const list = options.json ? new JsonList() : null;
  const counts = { total: 0, failed: 0 };
  const bar = new ProgressBar(await measureFiles(names));
  try {
    await withDatabase(async () => {
      const inputs = listInputs(names, { onRead: (byteCount) => bar.addBytes(byteCount) });
      for await (const row of options.dryRun
        ? inputGroups(inputs, options.concurrency, (group) => foreseeAll(group, options))
        : storeInputs(inputs, options)) {
        counts.total++;
        if (row.error !== undefined) counts.failed++;
        bar.addArticle();
        bar.clear();
        if (list) list.print(row);
        else print(row, options);
      }
    });
  } finally {
    bar.end();
  }
  list?.end();
  return exitCodeFor(counts);
}

/** The same way as storing, but for the storing. */
async function foreseeAll(group: Input[], { capturedOn }: ImportOptions): Promise<ImportRow[]> {
  const { findArchived } = await import("#lib/articles/data-archived.ts");
  const rows: ImportRow[] = [];
  for (const input of group) {
    const { draft, error } = await understandInput(input, { capturedOn });
    const known = draft ? await findArchived(input.bytes) : null;
    const fate = {
      articleId: known?.articleId ?? null,
      created: !known,
      inBin: known?.inBin ?? false,
    };
    rows.push({ file: input.file, ...(draft ? { ...fate, ...summaryOf(draft) } : { error }) });
  }
  return rows;
}

function print(row: ImportRow, { dryRun }: ImportOptions): void {
  const { file, articleId, created, inBin, headline, url, warnings = [], error } = row;
  if (error !== undefined) return console.error(`${file}: ${error}`);
  const before = inBin ? " (archived before, now in the bin)" : " (archived before)";
  const became = dryRun
    ? `${created ? "would be stored" : "would not be stored again"}: ${headline ?? "without a headline"}`
    : url
      ? `published at ${url}`
      : `draft ${articleId}`;
  console.log(`${file}: ${became}${created ? "" : before}`);
  for (const warning of warnings) console.log(`    ${warning}`);
}
