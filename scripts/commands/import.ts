import path from "node:path";
import type { Gazetteer } from "#lib/ingest/pipeline.ts";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { exitCodeFor } from "#scripts/exit-codes.ts";
import { forEachFile, STANDARD_INPUT } from "#scripts/inputs.ts";
import { COMMAND_LINE, withDatabase } from "#scripts/with-database.ts";

type ImportOptions = { publish?: boolean; capturedOn?: string; json?: boolean };

type ImportedArticle = {
  articleId: string;
  /** False where the same bytes were archived before. */
  created: boolean;
  inBin: boolean;
  /** Address of the article on the site, once it is published. */
  url?: string;
  warnings: string[];
};
type ImportResult = { file: string; error?: string } & Partial<ImportedArticle>;

/** Stores files as drafts, publishes them where asked to, and prints what became of each. */
export async function importFiles(files: string[], options: ImportOptions): Promise<number> {
  const results = await withDatabase(() => importAll(files, options));
  if (options.json) console.log(JSON.stringify(results, null, 2));
  else for (const result of results) print(result);
  return exitCodeFor(results);
}

async function importAll(files: string[], options: ImportOptions): Promise<ImportResult[]> {
  const { getGazetteer } = await import("#lib/actors/data-gazetteer.ts");
  const gazetteer = await getGazetteer();
  const results = await forEachFile(files, async (bytes, file) => {
    const article = await store(bytes, file, options, gazetteer);
    return options.publish ? publish(article) : article;
  });
  return results.map(({ file, value, error }) => ({ file, ...value, ...(error && { error }) }));
}

async function store(
  bytes: Uint8Array,
  file: string,
  { capturedOn }: ImportOptions,
  gazetteer: Gazetteer,
): Promise<ImportedArticle> {
  const { archiveOriginal } = await import("#lib/articles/mutations-ingest.ts");
  const { articleId, created, inBin, draft } = await archiveOriginal(
    {
      bytes,
      receivedVia: "command_line",
      ...(file !== STANDARD_INPUT && { fileName: path.basename(file) }),
      ...(capturedOn && { capturedOn }),
    },
    COMMAND_LINE,
    gazetteer,
  );
  return { articleId, created, inBin, warnings: draft.warnings.map(({ message }) => message) };
}

/** What cannot be published stays stored as a draft, and counts as failed. */
async function publish(article: ImportedArticle): Promise<ImportedArticle & { error?: string }> {
  const { publishArticle } = await import("#lib/articles/mutations.ts");
  try {
    const address = await publishArticle(article.articleId, COMMAND_LINE);
    return { ...article, url: getEnv().ARCHIVE_URL + address.path };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...article, error: `Stored as a draft, not published. ${error.message}` };
  }
}

function print({ file, articleId, created, inBin, url, warnings = [], error }: ImportResult): void {
  if (error) return console.error(`${file}: ${error}`);
  const became = url ? `published at ${url}` : `draft ${articleId}`;
  const before = inBin ? " (archived before, now in the bin)" : " (archived before)";
  console.log(`${file}: ${became}${created ? "" : before}`);
  for (const warning of warnings) console.log(`    ${warning}`);
}
