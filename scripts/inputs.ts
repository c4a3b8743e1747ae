import { open, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#lib/errors.ts";
import { MAX_ORIGINAL_BYTES } from "#lib/ingest/pipeline.ts";
import { PROJECT_DIR } from "#lib/runtime/project.ts";

export const STANDARD_INPUT = "-";

/** What went well or wrong with one file; `error` is a sentence for people. */
export type FileResult<T> = { file: string } & (
  { value: T; error?: undefined } | { value?: undefined; error: string }
);

/** Works on one file after the other, so that one that fails does not keep the others back. */
export async function forEachFile<T>(
  files: readonly string[],
  work: (bytes: Uint8Array, file: string) => T | Promise<T>,
): Promise<FileResult<T>[]> {
  const results: FileResult<T>[] = [];
  for (const file of files) {
    try {
      results.push({ file, value: await work(await readInput(file), file) });
    } catch (error) {
      results.push({ file, error: toSentence(error) });
    }
  }
  return results;
}

/**
 * The bytes of a file, or of standard input for `-`, at most one more than an original may have,
 * so that the reader itself refuses what is too long. Paths count from where the command was called.
 */
async function readInput(file: string): Promise<Uint8Array> {
  if (file === STANDARD_INPUT) return collect(process.stdin);
  const handle = await open(path.resolve(getCallersFolder(), file));
  try {
    return await collect(streamOf(handle));
  } finally {
    await handle.close();
  }
}

/** npm runs scripts in the project's folder, and says where it was called from itself. */
function getCallersFolder(): string {
  const isProject = process.cwd() === PROJECT_DIR;
  return (isProject && process.env.INIT_CWD) || process.cwd();
}

function streamOf(handle: FileHandle): AsyncIterable<Buffer> {
  return handle.createReadStream({ autoClose: false, end: MAX_ORIGINAL_BYTES });
}

async function collect(stream: AsyncIterable<Buffer | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(Buffer.from(chunk));
    size += chunk.length;
    if (size > MAX_ORIGINAL_BYTES) break;
  }
  return Buffer.concat(chunks);
}

function toSentence(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "There is no such file.";
  if (code === "EISDIR") return "This is a folder; give its files.";
  if (code === "EACCES") return "This account may not read it.";
  throw error;
}
