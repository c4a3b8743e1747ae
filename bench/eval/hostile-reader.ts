/** Reads what the evaluation sends it, in a process of its own, which may crash, hang or swell. */
import { AppError } from "#lib/errors.ts";
import { parseArticle } from "#lib/ingest/parse.ts";
import { readOriginal } from "#lib/ingest/read.ts";

export type HostileRequest = { bytes: Uint8Array; fileName: string; text?: string };
export type HostileOutcome = {
  outcome: "read" | "refused" | "crashed";
  /** Why it was refused, or what went wrong. */
  reason: string;
  /** True where plain text came out other than it went in. */
  isChanged: boolean;
  mediaType: string | null;
  headline: string | null;
  paragraphs: number;
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
    peakMb: process.resourceUsage().maxRSS / 1024,
  } satisfies HostileOutcome);
});
process.on("disconnect", () => process.exit(0));

async function read({ bytes, fileName, text }: HostileRequest) {
  const nothing = { isChanged: false, mediaType: null, headline: null, paragraphs: 0 };
  try {
    const raw = await readOriginal(bytes, { fileName });
    const draft = parseArticle(raw);
    const isPlain = raw.mediaType === "text/plain" && text !== undefined;
    return {
      outcome: "read" as const,
      reason: "",
      isChanged: isPlain && (raw.text !== text || draft.text !== text),
      mediaType: raw.mediaType,
      headline: draft.headline?.value ?? null,
      paragraphs: draft.paragraphs.length,
    };
  } catch (error) {
    if (error instanceof AppError)
      return { ...nothing, outcome: "refused" as const, reason: error.message };
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ...nothing, outcome: "crashed" as const, reason };
  }
}
