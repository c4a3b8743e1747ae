/** Reads what the evaluation sends it, in a process of its own, which may crash, hang or swell. */
import { MAX_ARTICLES_PER_FILE } from "#lib/articles/arrival-limits.ts";
import { AppError } from "#lib/errors.ts";
import { parseArticle, readOriginal } from "#lib/ingest/pipeline.ts";
import { unpack } from "#lib/ingest/pipeline-sources.ts";
import type { UnpackedItem } from "#lib/ingest/unpack.ts";
import { peakMemoryBytes } from "../data/peak-memory.ts";

export type HostileRequest = { bytes: Uint8Array; fileName: string; text?: string };
export type HostileOutcome = {
  outcome: "read" | "refused" | "crashed";
  /** Why it was refused, or a part of it was, or what went wrong. */
  reason: string;
  /** True where plain text came out other than it went in. */
  isChanged: boolean;
  mediaType: string | null;
  headline: string | null;
  paragraphs: number;
  /** In the file; those after `MAX_ARTICLES_PER_FILE`, which the upload form takes, are unpacked, and not read. */
  articles: number;
  seconds: number;
  /** The most that this process has taken since its start. */
  peakMb: number;
};

process.on("message", async (request: HostileRequest) => {
  const start = performance.now();
  const result = await read(request);
  process.send?.({
    ...result,
    seconds: (performance.now() - start) / 1000,
    peakMb: peakMemoryBytes() / 1024 ** 2,
  } satisfies HostileOutcome);
});
process.on("disconnect", () => process.exit(0));

type Result = Omit<HostileOutcome, "seconds" | "peakMb">;

/** The whole way of a file as far as the store; the first article stands for it. */
async function read({ bytes, fileName, text }: HostileRequest): Promise<Result> {
  const reasons = new Set<string>();
  let first: Result | null = null;
  let articles = 0;
  try {
    for await (const item of unpack(bytes, { fileName })) {
      if (!item.error && ++articles > MAX_ARTICLES_PER_FILE) continue;
      const result = await readItem(item, text);
      if (typeof result === "string") reasons.add(result);
      else first ??= result;
    }
  } catch (error) {
    if (!(error instanceof AppError)) return failed("crashed", toText(error));
    reasons.add(error.message);
  }
  const reason = [...reasons].join(" / ");
  return first ? { ...first, reason, articles } : failed("refused", reason);
}

/** What was read, or the reason why nothing was. */
async function readItem(
  { bytes, hint, error }: UnpackedItem,
  text: string | undefined,
): Promise<Result | string> {
  try {
    if (error) throw error;
    const raw = await readOriginal(bytes, hint);
    const draft = parseArticle(raw);
    const isPlain = raw.mediaType === "text/plain" && text !== undefined;
    return {
      outcome: "read",
      reason: "",
      isChanged: isPlain && (raw.text !== text || draft.text !== text),
      mediaType: raw.mediaType,
      headline: draft.headline?.value ?? null,
      paragraphs: draft.paragraphs.length,
      articles: 1,
    };
  } catch (fault) {
    if (fault instanceof AppError) return fault.message;
    throw fault;
  }
}

function failed(outcome: "refused" | "crashed", reason: string): Result {
  const nothing = { isChanged: false, mediaType: null, headline: null, paragraphs: 0, articles: 0 };
  return { ...nothing, outcome, reason };
}

function toText(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
