import { existsSync } from "node:fs";
import path from "node:path";
import type { Worker } from "node:worker_threads";
import { unreadable } from "../reader.ts";
import type { DocumentProperties } from "../running-text.ts";

/** A run of letters in one font; points from the page's top left, `y` at its base line. */
export type PdfPiece = {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  /** Radians, clockwise; 0 for upright text. */
  angle: number;
  font: string;
};
export type PdfPage = { width: number; height: number; pieces: PdfPiece[]; isDamaged: boolean };
export type PdfPages = {
  pages: PdfPage[];
  /** All there are, read or not. */
  pageCount: number;
  info: DocumentProperties;
  /** Why reading stopped before the last page, or null. */
  stoppedBy: "pages" | "time" | "damage" | null;
};

type Message =
  | { type: "opened"; pageCount: number; info: DocumentProperties }
  | { type: "page"; page: PdfPage }
  | { type: "done" }
  | { type: "failed"; name?: string; message: string };

const MAX_PAGES = 300;
const MAX_PIECES_PER_PAGE = 20_000;
const MAX_PIECES = 200_000;
const TIME_LIMIT_MS = 20_000;
const MAX_HEAP_MB = 384;
/** What unpacked streams take stands outside the heap; the whole process is watched for them. */
const MAX_GROWTH_BYTES = 256 * 1024 * 1024;
const MEMORY_CHECK_MS = 50;
const WORKER_FILE = "pdf-worker.mjs";

/**
 * The text of a PDF as it stands on its pages, read in a thread that is ended when it takes too long or
 * too much. Rejects with `unreadable` where nothing can be had.
 */
export function readPdfPages(bytes: Uint8Array): Promise<PdfPages> {
  const copy = Uint8Array.from(bytes);
  // Not imported: the server's bundler would follow the thread's file, which has to stay a file.
  const { Worker: Thread } = process.getBuiltinModule("node:worker_threads");
  const worker = new Thread(workerPath(), {
    workerData: {
      bytes: copy,
      maxPages: MAX_PAGES,
      maxPiecesPerPage: MAX_PIECES_PER_PAGE,
    },
    transferList: [copy.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB },
    stdout: true,
    stderr: true,
  });
  const read: PdfPages = { pages: [], pageCount: 0, info: {}, stoppedBy: null };
  return new Promise<PdfPages>((resolve, reject) => {
    const finish = (stoppedBy: PdfPages["stoppedBy"]) => resolve({ ...read, stoppedBy });
    const stop = (stoppedBy: "time" | "damage", error: () => Error) =>
      read.pages.length > 0 ? finish(stoppedBy) : reject(error());
    stopOnLimits(worker, stop);
    let pieces = 0;
    worker.on("message", (message: Message) => {
      if (message.type === "opened") {
        read.pageCount = message.pageCount;
        read.info = message.info;
      } else if (message.type === "failed") stop("damage", () => failure(message.name));
      else if (message.type === "done") finish(read.pageCount > MAX_PAGES ? "pages" : null);
      else {
        read.pages.push(message.page);
        pieces += message.page.pieces.length;
        if (pieces > MAX_PIECES) finish("pages");
      }
    });
    worker.once("error", () => stop("damage", tooMuch));
    worker.once("exit", () => stop("damage", () => failure(undefined)));
  }).finally(() => worker.terminate());
}

type Stop = (stoppedBy: "time" | "damage", error: () => Error) => void;

function stopOnLimits(worker: Worker, stop: Stop): void {
  const atStart = process.memoryUsage.rss();
  const timer = setTimeout(() => stop("time", tooLong), TIME_LIMIT_MS);
  const watch = setInterval(() => {
    if (process.memoryUsage.rss() - atStart > MAX_GROWTH_BYTES) stop("damage", tooMuch);
  }, MEMORY_CHECK_MS);
  worker.once("exit", () => {
    clearTimeout(timer);
    clearInterval(watch);
  });
}

/** Beside this file, or in the checkout where this file has gone into the server's bundle. */
function workerPath(): string {
  const beside = path.join(/* turbopackIgnore: true */ import.meta.dirname ?? "", WORKER_FILE);
  if (existsSync(beside)) return beside;
  return path.join(/* turbopackIgnore: true */ process.cwd(), "lib/ingest/readers", WORKER_FILE);
}

function failure(name: string | undefined): Error {
  if (name === "PasswordException") {
    return unreadable(
      "The PDF is protected by a password.",
      "Please save it without one, or paste its text.",
    );
  }
  return unreadable(
    "The PDF is damaged: it cannot be opened.",
    "Please open it in a PDF reader and print it to a new PDF, or paste its text.",
  );
}

function tooLong(): Error {
  return unreadable(
    `The PDF takes longer than ${TIME_LIMIT_MS / 1000} seconds to read.`,
    "Please paste the article's text.",
  );
}

function tooMuch(): Error {
  return unreadable("The PDF takes too much memory to read.", "Please paste the article's text.");
}
