import path from "node:path";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";
import type { ColumnChoices } from "#lib/ingest/records/column-choices.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";
import type { VersionOutcome } from "#lib/articles/types.ts";
import { understandInput } from "#scripts/commands/extract.ts";
import { countTaken, printTaken, takeExport, type TakenExport } from "#scripts/commands/restore.ts";
import { exitCodeFor } from "#scripts/exit-codes.ts";
import { inGroups, inOrder } from "#scripts/in-order.ts";
import { listInputs, measureFiles, type Input } from "#scripts/inputs.ts";
import { JsonList } from "#scripts/json-list.ts";
import { ProgressBar } from "#scripts/progress-bar.ts";
import { COMMAND_LINE, withDatabase } from "#scripts/with-database.ts";

const PLACE_AMONG_MANY = /#\d+$/;
/** Articles stored in one transaction, or fewer where they are large. */
const GROUP_SIZE = 50;
const MAX_GROUP_BYTES = 4 * 1024 * 1024;

type ImportOptions = {
  publish?: boolean;
  capturedOn?: string;
  columns?: ColumnChoices;
  dryRun?: boolean;
  concurrency: number;
  json?: boolean;
};

/** What became of an article, or with `--dry-run` what would. */
type ImportedArticle = {
  articleId: string | null;
  /** False where the same bytes were archived before. */
  created: boolean;
  inBin: boolean;
  /** Set: a new version of that article's page, and what became of it. */
  revision?: VersionOutcome;
  /** With `--dry-run`: it would be a new version of that article's page. */
  isVersion?: boolean;
  headline: string | null;
  /** Address of the article on the site, once it is published. */
  url?: string;
  warnings: string[];
  error?: string;
};
type Row = { file: string; error?: string; taken?: TakenExport } & Partial<ImportedArticle>;

/** Stores articles as drafts, publishes them where asked to, and prints what became of each. */
export async function importFiles(names: string[], options: ImportOptions): Promise<number> {
  const list = options.json ? new JsonList() : null;
  const counts = { total: 0, failed: 0 };
  const bar = new ProgressBar(await measureFiles(names));
  const report = ({ taken, ...row }: Row) => {
    if (taken) countTaken(taken, counts);
    else counts.total++;
    if (!taken && row.error !== undefined) counts.failed++;
    if (list) list.print({ ...row, ...taken });
    else if (taken) printTaken(row.file, taken);
    else print(row, options);
  };
  try {
    await withDatabase(async () => {
      for await (const row of importAll(names, options, bar)) {
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

async function* importAll(
  names: string[],
  options: ImportOptions,
  bar: ProgressBar,
): AsyncGenerator<Row> {
  const { getGazetteer } = await import("#lib/actors/data-gazetteer.ts");
  const gazetteer = await getGazetteer();
  const inputs = listInputs(names, {
    columns: options.columns,
    onRead: (byteCount) => bar.addBytes(byteCount),
    takeExport: (file, bytes) =>
      takeExport(file, bytes, { isDryRun: options.dryRun, onArticles: (n) => bar.addArticles(n) }),
  });
  const groups = inGroups(inputs, {
    size: GROUP_SIZE,
    maxWeight: MAX_GROUP_BYTES,
    weightOf: ({ bytes }) => bytes.length,
  });
  for await (const rows of inOrder(groups, options.concurrency, (group) =>
    options.dryRun ? foreseeAll(group, options) : storeAll(group, options, gazetteer),
  ))
    yield* rows;
}

/** Stores what can be read of a group in one transaction, which is many times quicker than one by one. */
async function storeAll(
  group: Input[],
  options: ImportOptions,
  gazetteer: Gazetteer,
): Promise<Row[]> {
  const { archiveOriginals } = await import("#lib/articles/mutations-ingest.ts");
  const readable = group.filter(({ error, taken }) => error === undefined && !taken);
  const incoming = readable.map((input) => toIncoming(input, options));
  const archived = (
    await archiveOriginals(incoming, COMMAND_LINE, gazetteer, { publish: options.publish })
  ).values();
  const rows: Row[] = [];
  for (const { file, error, taken } of group) {
    if (taken) {
      rows.push({ file, taken });
      continue;
    }
    const result = error === undefined ? archived.next().value : undefined;
    if (!result || result instanceof AppError) {
      rows.push({ file, error: result?.message ?? error });
      continue;
    }
    const { articleId, created, inBin, revision, path: address, draft } = result;
    const url = address ? getEnv().ARCHIVE_URL + address : undefined;
    const article = {
      ...{ articleId, created, inBin },
      ...(revision && { revision }),
      ...(url && { url }),
      ...summaryOf(draft),
    };
    const isLeft = options.publish && !url;
    rows.push({ file, ...(isLeft ? await publishStored(article, articleId) : article) });
  }
  return rows;
}

function toIncoming({ file, bytes, hint, fetchedFrom }: Input, { capturedOn }: ImportOptions) {
  return {
    bytes,
    ...hint,
    // An article among many is known by its place among them.
    fileName: hint.fileName ?? (PLACE_AMONG_MANY.test(file) ? path.basename(file) : undefined),
    receivedVia: fetchedFrom ? ("fetch" as const) : ("command_line" as const),
    fetchedFrom,
    capturedOn: hint.capturedOn ?? capturedOn,
  };
}

function summaryOf({ headline, warnings }: ArticleDraft) {
  return { headline: headline?.value ?? null, warnings: warnings.map(({ message }) => message) };
}

/** What was there before; or says why it stays a draft, which counts as failed. */
async function publishStored(article: ImportedArticle, id: string): Promise<ImportedArticle> {
  const { publishArticle } = await import("#lib/articles/mutations.ts");
  try {
    const address = await publishArticle(id, COMMAND_LINE);
    return { ...article, url: getEnv().ARCHIVE_URL + address.path };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...article, error: `Stored as a draft, not published. ${error.message}` };
  }
}

/** The same way as storing, but for the storing. */
async function foreseeAll(group: Input[], { capturedOn }: ImportOptions): Promise<Row[]> {
  const { findArchived } = await import("#lib/articles/data-archived.ts");
  const { findArticleOfPage } = await import("#lib/articles/data-versions.ts");
  const rows: Row[] = [];
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

function print(row: Row, { dryRun }: ImportOptions): void {
  const { file, created, inBin, warnings = [], error } = row;
  if (error !== undefined) return console.error(`${file}: ${error}`);
  const isKnown = !created && !row.revision && !row.isVersion;
  const before = inBin ? " (archived before, now in the bin)" : " (archived before)";
  console.log(`${file}: ${dryRun ? wouldBecome(row) : became(row)}${isKnown ? before : ""}`);
  for (const warning of warnings) console.log(`    ${warning}`);
}

function wouldBecome({ created, isVersion, articleId, headline }: Row): string {
  const fate = created
    ? "would be stored"
    : isVersion
      ? `would be a new version of ${articleId}`
      : "would not be stored again";
  return `${fate}: ${headline ?? "without a headline"}`;
}

function became({ revision, url, articleId }: Row): string {
  const stands = url ? `published at ${url}` : `draft ${articleId}`;
  if (!revision) return stands;
  const number = revision.number ? `, revision ${revision.number}` : "";
  return `new version of ${url ?? articleId} (${VERSION_WORDS[revision.outcome]}${number})`;
}
