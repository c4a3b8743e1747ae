import type { ColumnChoices } from "#lib/ingest/records/column-choices.ts";
import type { VersionOutcome } from "#lib/articles/types.ts";
import type { ColumnField } from "#lib/ingest/types.ts";
import type { PairKind } from "#lib/duplicates/types.ts";
import { countTaken, printTaken, takeExport } from "#scripts/commands/restore.ts";
import { exitCodeFor } from "#scripts/exit-codes.ts";
import { listInputs, measureFiles, type Input } from "#scripts/inputs.ts";
import { JsonList } from "#scripts/json-list.ts";
import { ProgressBar } from "#scripts/progress-bar.ts";
import {
  inputGroups,
  storeInputs,
  summaryOf,
  toRows,
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
      const { getColumnChooser } = await import("#lib/columns/data.ts");
      const inputs = listInputs(names, {
        columns: options.columns,
        chooseColumns: await getColumnChooser({
          onRemembered: (path, fields) => {
            bar.clear();
            console.error(`${path}: ${rememberedWords(fields)}`);
          },
        }),
        onRead: (byteCount) => bar.addDone(byteCount),
        takeExport: (file, bytes) =>
          takeExport(file, bytes, {
            isDryRun: options.dryRun,
            onArticles: (count) => bar.addArticles(count),
          }),
      });
      const rows = options.dryRun ? foreseeInputs(inputs, options) : storeInputs(inputs, options);
      for await (const row of rows) {
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

/** On standard error, where it is in nobody's way. */
function rememberedWords(fields: readonly ColumnField[]): string {
  const used = fields.flatMap(({ column, field }) => (field ? `${field}=${column}` : []));
  return `read with the columns as remembered: ${used.join(",")}`;
}

/** The same way as storing, but for the storing. */
async function* foreseeInputs(
  inputs: AsyncIterable<Input>,
  options: ImportOptions,
): AsyncGenerator<ImportRow> {
  const { getGazetteer } = await import("#lib/actors/data-gazetteer.ts");
  const { foreseeOriginals } = await import("#lib/articles/data-foresee.ts");
  const gazetteer = await getGazetteer();
  const here = new Set<string>();
  // One after the other: of the same bytes twice, the first is the one that would be stored.
  yield* inputGroups(inputs, 1, (group) =>
    toRows(
      group,
      options,
      (incoming) => foreseeOriginals(incoming, gazetteer, here),
      ({ draft, known, isRepeated, versionOf, repeats }) => ({
        articleId: known?.articleId ?? versionOf,
        created: !known && !isRepeated && !versionOf,
        inBin: known?.inBin ?? false,
        ...(versionOf && { isVersion: true }),
        ...(repeats && { repeats }),
        ...summaryOf(draft),
      }),
    ),
  );
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

const REPEAT_WORDS: Readonly<Record<PairKind, string>> = {
  same_text: "the same text as",
  update: "an earlier or later version of",
  same_event: "about the same event as",
};

function wouldBecome({ created, isVersion, articleId, headline, repeats }: ImportRow): string {
  const fate = created
    ? "would be stored"
    : isVersion
      ? `would be a new version of ${articleId}`
      : "would not be stored again";
  const other = repeats && (repeats.headline ?? "one without a headline");
  const repeat = repeats ? ` (${REPEAT_WORDS[repeats.kind]} “${other}”)` : "";
  return `${fate}: ${headline ?? "without a headline"}${repeat}`;
}

function became({ revision, url, articleId }: ImportRow): string {
  const stands = url ? `published at ${url}` : `draft ${articleId}`;
  if (!revision) return stands;
  const number = revision.number ? `, revision ${revision.number}` : "";
  return `new version of ${url ?? articleId} (${VERSION_WORDS[revision.outcome]}${number})`;
}
