import { createReadStream } from "node:fs";
import { opendir, stat } from "node:fs/promises";
import path from "node:path";
import { AppError } from "#lib/errors.ts";
import { isExportBeginning } from "#lib/exchange/recognise-export.ts";
import { fetchOutside } from "#lib/http/fetch-outside.ts";
import {
  MAX_ORIGINAL_BYTES,
  peek,
  unpack,
  type ByteSource,
  type OriginalHint,
  type UnpackHint,
} from "#lib/ingest/pipeline-sources.ts";
import { PROJECT_DIR } from "#lib/runtime/project.ts";
import type { TakenExport } from "#scripts/commands/restore.ts";

const STANDARD_INPUT = "-";
/** Enough to know an export of an archive by. */
const BEGINNING_BYTES = 4 * 1024;
const ADDRESS = /^https?:\/\//i;

/** One article that a command works on; or, with `error`, a sentence on why there is none. */
export type Input = {
  /** Where it stood, as people know it: `news/export.zip/feed.xml#3`. */
  file: string;
  bytes: Uint8Array;
  hint: OriginalHint;
  /** The address of a page that was fetched. */
  fetchedFrom?: string;
  /** Set: it is no article but an export of an archive, and this became of it. */
  taken?: TakenExport;
  error?: string;
};

export type InputsOptions = {
  /** Told how many bytes of the files have been read, time and again. */
  onRead?: (byteCount: number) => void;
  /** Which columns of tables hold what. */
  columns?: UnpackHint["columns"];
  /** The same for each table by itself, where `columns` says nothing. */
  chooseColumns?: UnpackHint["chooseColumns"];
  /** Takes in an export of an archive, whose bytes are read as they are needed. */
  takeExport: (file: string, bytes: AsyncIterable<Uint8Array>) => Promise<TakenExport>;
};

/**
 * The articles in everything named on a command line, one by one in order: files, folders with all
 * that is in them, pages by their address, and `-` for standard input; of files that hold many
 * articles, each. Files are read as they are needed. What cannot be read keeps nothing back.
 */
export async function* listInputs(
  names: readonly string[],
  options: InputsOptions,
): AsyncGenerator<Input> {
  for (const name of names) {
    try {
      if (name === STANDARD_INPUT) yield* unpackAs(name, process.stdin, {}, options);
      else if (ADDRESS.test(name)) yield* fetchInput(name, options);
      else for await (const file of listFiles(name)) yield* readFile(file, options);
    } catch (error) {
      yield failedInput(name, error);
    }
  }
}

/** The size of all files named, folders included, in bytes; null where it cannot be told. */
export async function measureFiles(names: readonly string[]): Promise<number | null> {
  let total = 0;
  for (const name of names) {
    if (name === STANDARD_INPUT || ADDRESS.test(name)) return null;
    try {
      for await (const file of listFiles(name)) total += (await stat(fromCaller(file))).size;
    } catch {
      // What is not there is said when its turn comes.
    }
  }
  return total;
}

/** A file itself, or those in a folder and its folders, by name, without hidden ones and links. */
async function* listFiles(name: string): AsyncGenerator<string> {
  if (!(await stat(fromCaller(name))).isDirectory()) return yield name;
  const entries = [];
  for await (const entry of await opendir(fromCaller(name))) entries.push(entry);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const child = path.join(name, entry.name);
    if (entry.name.startsWith(".")) continue;
    if (entry.isDirectory()) yield* listFiles(child);
    else if (entry.isFile()) yield child;
  }
}

async function* readFile(file: string, options: InputsOptions): AsyncGenerator<Input> {
  try {
    const stream = createReadStream(fromCaller(file));
    const { onRead } = options;
    if (onRead) stream.on("data", (chunk) => onRead(chunk.length));
    yield* unpackAs(file, stream, { fileName: path.basename(file) }, options);
  } catch (error) {
    yield failedInput(file, error);
  }
}

async function* fetchInput(address: string, options: InputsOptions): AsyncGenerator<Input> {
  const { url, bytes, mediaType, charset } = await fetchOutside(address, MAX_ORIGINAL_BYTES);
  const hint = { mediaType: mediaType ?? undefined, charset: charset ?? undefined, url };
  for await (const input of unpackAs(address, bytes, hint, options)) {
    // An entry of a feed is not what stands at the feed's address.
    yield input.file === address ? { ...input, fetchedFrom: url } : input;
  }
}

async function* unpackAs(
  name: string,
  source: ByteSource,
  hint: UnpackHint,
  { takeExport, columns, chooseColumns }: InputsOptions,
): AsyncGenerator<Input> {
  const root = hint.fileName ?? "original";
  const { beginning, bytes: whole } = await peek(source, ({ length }) => length >= BEGINNING_BYTES);
  if (isExportBeginning(beginning)) {
    const taken = await takeExport(name, whole);
    return yield { file: name, bytes: new Uint8Array(), hint: {}, taken };
  }
  for await (const { bytes, hint: itemHint, path: place, error } of unpack(whole, {
    ...hint,
    ...(columns && { columns }),
    ...(chooseColumns && { chooseColumns }),
  })) {
    const file = name + (place.startsWith(root) ? place.slice(root.length) : "");
    yield { file, bytes, hint: itemHint, ...(error && { error: error.message }) };
  }
}

/** npm runs scripts in the project's folder, and says where it was called from itself. */
export function fromCaller(file: string): string {
  const isProject = process.cwd() === PROJECT_DIR;
  return path.resolve((isProject && process.env.INIT_CWD) || process.cwd(), file);
}

function failedInput(file: string, error: unknown): Input {
  return { file, bytes: new Uint8Array(), hint: {}, error: toSentence(error) };
}

function toSentence(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT") return "There is no such file.";
  if (code === "EACCES") return "This account may not read it.";
  throw error;
}
