import path from "node:path";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import type { Archived } from "#lib/articles/data-archived.ts";
import type { ArchivedOriginal } from "#lib/articles/mutations-ingest.ts";
import type { ReadingThread } from "#lib/articles/reading-thread.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";
import type { Resemblance } from "#lib/duplicates/data-suggestions.ts";
import { inGroups } from "#lib/jobs/in-groups.ts";
import type { VersionOutcome } from "#lib/articles/types.ts";
import type { TakenExport } from "#scripts/commands/restore.ts";
import { inOrder } from "#scripts/in-order.ts";
import type { Input } from "#scripts/inputs.ts";
import { COMMAND_LINE } from "#scripts/with-database.ts";

const PLACE_AMONG_MANY = /#\d+$/;

export type StoreOptions = { publish?: boolean; capturedOn?: string; concurrency: number };

/** What became of an article, or with `--dry-run` what would. */
export type ImportedArticle = {
  articleId: string | null;
  /** False where the same bytes were archived before. */
  created: boolean;
  inBin: boolean;
  /** Set: a new version of that article's page, and what became of it. */
  revision?: VersionOutcome;
  /** With `--dry-run`: it would be a new version of that article's page. */
  isVersion?: boolean;
  /** With `--dry-run`: what it would be suggested to repeat or update. */
  repeats?: Resemblance;
  headline: string | null;
  /** Address of the article on the site, once it is published. */
  url?: string;
  warnings: string[];
  error?: string;
};
export type ImportRow = {
  file: string;
  error?: string;
  taken?: TakenExport;
} & Partial<ImportedArticle>;

/** Stores articles as they come, in groups, and says of each in order what became of it. */
export async function* storeInputs(
  inputs: AsyncIterable<Input>,
  options: StoreOptions,
): AsyncGenerator<ImportRow> {
  const thread = await openReading();
  try {
    yield* storeThrough(thread, inputs, options);
  } finally {
    await thread.close();
  }
}

/** The thread that `storeThrough` reads in; whoever opens it closes it. */
export async function openReading(): Promise<ReadingThread> {
  const { getGazetteer } = await import("#lib/actors/data-gazetteer.ts");
  const { openReadingThread } = await import("#lib/articles/reading-thread.ts");
  return openReadingThread(await getGazetteer());
}

/** As `storeInputs`, for who stores more than once. */
export function storeThrough(
  thread: ReadingThread,
  inputs: AsyncIterable<Input>,
  options: StoreOptions,
): AsyncGenerator<ImportRow> {
  return inputGroups(inputs, options.concurrency, (group) => storeAll(group, options, thread));
}

/** Works on groups of inputs, so many at once; gives the rows in the inputs' order. */
export async function* inputGroups(
  inputs: AsyncIterable<Input>,
  concurrency: number,
  work: (group: Input[]) => Promise<ImportRow[]>,
): AsyncGenerator<ImportRow> {
  const { ARCHIVED_TOGETHER } = await import("#lib/articles/mutations-ingest.ts");
  const groups = inGroups(inputs, {
    ...ARCHIVED_TOGETHER,
    weightOf: ({ bytes }) => bytes.length,
  });
  for await (const rows of inOrder(groups, concurrency, work)) yield* rows;
}

/** Stores what can be read of a group in one transaction, which is many times quicker than one by one. */
async function storeAll(
  group: Input[],
  options: StoreOptions,
  thread: ReadingThread,
): Promise<ImportRow[]> {
  const { archiveOriginals } = await import("#lib/articles/mutations-ingest.ts");
  const { publish } = options;
  const archive = (incoming: Incoming[]) =>
    withKnown(incoming, (fresh) =>
      archiveOriginals(fresh, COMMAND_LINE, undefined, { publish, thread }),
    );
  return toRows(group, options, archive, async (archived) => {
    const { articleId, inBin, path: address } = archived;
    const url = address ? getEnv().ARCHIVE_URL + address : undefined;
    const article = {
      ...{ articleId, created: false, inBin, headline: null, warnings: [] },
      ...(url && { url }),
      ...("draft" in archived ? storedSummary(archived) : { headline: archived.headline }),
    };
    return publish && !url ? await publishStored(article, articleId) : article;
  });
}

function storedSummary({ created, revision, draft }: ArchivedOriginal) {
  return { created, ...(revision && { revision }), ...summaryOf(draft) };
}

/** What is archived already is not read again, so that an import that is begun anew soon is where it was. */
async function withKnown(
  incoming: readonly Incoming[],
  archive: (fresh: Incoming[]) => Promise<(ArchivedOriginal | AppError)[]>,
): Promise<(ArchivedOriginal | Archived | AppError)[]> {
  const { findArchivedBySha256, sha256Of } = await import("#lib/articles/data-archived.ts");
  const hashes = incoming.map(({ bytes }) => sha256Of(bytes));
  const known = await findArchivedBySha256(hashes);
  const isKnown = (i: number) => known.has(hashes[i] as string);
  const fresh = incoming.filter((_, i) => !isKnown(i));
  const archived = (fresh.length > 0 ? await archive(fresh) : []).values();
  return hashes.map(
    (hash) => known.get(hash) ?? (archived.next().value as ArchivedOriginal | AppError),
  );
}

type Incoming = ReturnType<typeof toIncoming>;

/** A row for each of a group: of those that are to be read, by what `work` says of each, in order. */
export async function toRows<Result>(
  group: readonly Input[],
  options: Pick<StoreOptions, "capturedOn">,
  work: (incoming: Incoming[]) => Promise<(Result | AppError)[]>,
  toArticle: (result: Result) => ImportedArticle | Promise<ImportedArticle>,
): Promise<ImportRow[]> {
  const readable = group.filter(({ error, taken }) => error === undefined && !taken);
  const results = (await work(readable.map((input) => toIncoming(input, options)))).values();
  const rows: ImportRow[] = [];
  for (const { file, error, taken } of group) {
    const result = error === undefined && !taken ? results.next().value : undefined;
    if (taken) rows.push({ file, taken });
    else if (result instanceof AppError) rows.push({ file, error: result.message });
    else if (result) rows.push({ file, ...(await toArticle(result)) });
    else rows.push({ file, error });
  }
  return rows;
}

function toIncoming(
  { file, bytes, hint, fetchedFrom }: Input,
  { capturedOn }: Pick<StoreOptions, "capturedOn">,
) {
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

/** What is said of a draft. */
export function summaryOf({ headline, warnings }: ArticleDraft) {
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
