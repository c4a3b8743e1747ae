import type { ColumnChoices } from "#lib/ingest/records/column-choices.ts";
import type { VersionOutcome } from "#lib/articles/types.ts";
import { understandInput } from "#scripts/commands/extract.ts";
import { countTaken, printTaken, takeExport } from "#scripts/commands/restore.ts";
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

type ImportOptions = StoreOptions & { columns?: ColumnChoices; dryRun?: boolean; json?: boolean };

/** Stores articles as drafts, publishes them where asked to, and prints what became of each. */
export async function importFiles(names: string[], options: ImportOptions): Promise<number> {
  const list = options.json ? new JsonList() : null;
  const counts = { total: 0, failed: 0 };
  const bar = new ProgressBar(await measureFiles(names));
  const report = ({ taken, ...row }: ImportRow) => {
    if (taken) countTaken(taken, counts);
    else counts.total++;
    if (!taken && row.error !== undefined) counts.failed++;
    if (list) list.print({ ...row, ...taken });
    else if (taken) printTaken(row.file, taken);
    else print(row, options);
  };
  try {
    await withDatabase(async () => {
      const inputs = listInputs(names, {
        columns: options.columns,
        onRead: (byteCount) => bar.addBytes(byteCount),
        takeExport: (file, bytes) =>
          takeExport(file, bytes, {
            isDryRun: options.dryRun,
            onArticles: (count) => bar.addArticles(count),
          }),
      });
      for await (const row of options.dryRun
        ? inputGroups(inputs, options.concurrency, (group) => foreseeAll(group, options))
        : storeInputs(inputs, options)) {
        if (!row.taken) bar.addArticle();
        bar.clear();
        report(row);
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
  const { findArticleOfPage } = await import("#lib/articles/data-versions.ts");
  const rows: ImportRow[] = [];
  for (const input of group) {
    if (input.taken) {
      rows.push({ file: input.file, taken: input.taken });
      continue;
    }
    const { draft, error } = await understandInput(input, { capturedOn });
    const known = draft ? await findArchived(input.bytes) : null;
    const versionOf = draft && !known ? await findArticleOfPage(draft) : null;
    const fate = {
      articleId: known?.articleId ?? versionOf,
      created: !known && !versionOf,
      inBin: known?.inBin ?? false,
      ...(versionOf && { isVersion: true }),
    };
    rows.push({ file: input.file, ...(draft ? { ...fate, ...summaryOf(draft) } : { error }) });
  }
  return rows;
}

const VERSION_WORDS: Readonly<Record<VersionOutcome["outcome"], string>> = {
  taken: "its text now",
  proposed: "an editor is asked",
  unchanged: "the same text, kept",
  kept: "older or of a reprint, kept",
};

function print(row: ImportRow, { dryRun }: ImportOptions): void {
  const { file, created, inBin, warnings = [], error } = row;
  if (error !== undefined) return console.error(`${file}: ${error}`);
  const isKnown = !created && !row.revision && !row.isVersion;
  const before = inBin ? " (archived before, now in the bin)" : " (archived before)";
  console.log(`${file}: ${dryRun ? wouldBecome(row) : became(row)}${isKnown ? before : ""}`);
  for (const warning of warnings) console.log(`    ${warning}`);
}

function wouldBecome({ created, isVersion, articleId, headline }: ImportRow): string {
  const fate = created
    ? "would be stored"
    : isVersion
      ? `would be a new version of ${articleId}`
      : "would not be stored again";
  return `${fate}: ${headline ?? "without a headline"}`;
}

function became({ revision, url, articleId }: ImportRow): string {
  const stands = url ? `published at ${url}` : `draft ${articleId}`;
  if (!revision) return stands;
  const number = revision.number ? `, revision ${revision.number}` : "";
  return `new version of ${url ?? articleId} (${VERSION_WORDS[revision.outcome]}${number})`;
}
