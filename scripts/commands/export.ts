import { createWriteStream, rmSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import path from "node:path";
import type { Writable } from "node:stream";
import { AppError } from "#lib/errors.ts";
import type { ExportedCounts } from "#lib/exchange/types.ts";
import { fromCaller } from "#scripts/inputs.ts";
import { ProgressBar } from "#scripts/progress-bar.ts";
import { withDatabase } from "#scripts/with-database.ts";

const STANDARD_OUTPUT = "-";
const OWNER_ONLY = 0o600;

export type ExportOptions = { published?: boolean; json?: boolean };

type Exported = { counts: ExportedCounts; seconds: number };

/** Writes the archive into one file and prints how much that was and how long it took. */
export async function exportCommand(
  name: string | undefined,
  options: ExportOptions,
): Promise<number> {
  const file = name ?? defaultName(options);
  if (file === STANDARD_OUTPUT && process.stdout.isTTY) {
    throw new AppError(
      "invalid_input",
      "An export is no text for a terminal. Please name a file, or send it on with | or >.",
    );
  }
  const bar = new ProgressBar(null);
  try {
    const exported = await withDatabase(() =>
      file === STANDARD_OUTPUT
        ? writeExport(process.stdout, options, bar)
        : writeBeside(fromCaller(file), (output) => writeExport(output, options, bar)),
    );
    bar.end();
    report(file, exported, options);
  } finally {
    bar.end();
  }
  return 0;
}

function defaultName({ published }: ExportOptions): string {
  const minute = new Date().toISOString().slice(0, 16).replace(/:/, "");
  return `diplomacy-archive-${published ? "published-" : ""}${minute}Z.tar.gz`;
}

async function writeExport(
  output: Writable,
  { published }: ExportOptions,
  bar: ProgressBar,
): Promise<Exported> {
  const startedAt = performance.now();
  const { exportArchive } = await import("#lib/exchange/data-export.ts");
  const { writeTarGz } = await import("#lib/exchange/write-export.ts");
  const exportedAt = new Date();
  const writer = writeTarGz(output, { at: exportedAt, isKeptOpen: output === process.stdout });
  const counts = await exportArchive(writer.write, {
    ...{ isPublishedOnly: published, exportedAt },
    onArticles: (count) => bar.addArticles(count),
  });
  await writer.end();
  return { counts, seconds: (performance.now() - startedAt) / 1000 };
}

/** Under another name beside `file` until all of it is written; what stops early leaves nothing. */
async function writeBeside<T>(file: string, write: (output: Writable) => Promise<T>): Promise<T> {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${process.pid}.part`);
  const remove = () => rmSync(draft, { force: true });
  process.once("exit", remove);
  try {
    const handle = await open(draft, "wx", OWNER_ONLY).catch((error: unknown) => {
      throw cannotWrite(file, error);
    });
    const result = await write(createWriteStream(draft, { fd: handle, flush: true }));
    await rename(draft, file);
    return result;
  } finally {
    remove();
    process.off("exit", remove);
  }
}

function cannotWrite(file: string, cause: unknown): AppError {
  const { code } = cause as NodeJS.ErrnoException;
  const why = code === "ENOENT" ? "There is no such folder" : "This account may not write there";
  return new AppError("invalid_input", `${file} cannot be written. ${why}.`, { cause });
}

function report(file: string, { counts, seconds }: Exported, { json }: ExportOptions): void {
  const print = file === STANDARD_OUTPUT ? console.error : console.log;
  if (json) return print(JSON.stringify({ file, counts, seconds: Number(seconds.toFixed(3)) }));
  const articles = (counts.articles ?? counts.published ?? 0).toLocaleString("en-GB");
  print(`Exported ${articles} articles to ${file} in ${seconds.toFixed(1)} s.`);
  const others = Object.entries(counts).map(([kind, count]) => `${count} ${kind}`);
  print(`  ${others.join(", ")}`);
}
