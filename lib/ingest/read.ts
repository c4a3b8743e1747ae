/** From bytes to text, by a reader for each format. */
import { AppError } from "#lib/errors.ts";
import { detectFormat } from "./format.ts";
import type { OriginalHint, Reader } from "./reader.ts";
import { readHtml } from "./readers/html.ts";
import { readMarkdown, readPlainText } from "./readers/text.ts";
import type { MediaType, RawArticle } from "./types.ts";

export type { OriginalHint } from "./reader.ts";
export { decodeOriginal } from "./decode.ts";

export const MAX_ORIGINAL_BYTES = 5 * 1024 * 1024;

/** What reads each format; those with large libraries load them at first need. */
const READERS: Partial<Record<MediaType, Reader>> = {
  "text/plain": readPlainText,
  "text/markdown": readMarkdown,
  "text/html": readHtml,
};

/**
 * The text of an original, and what its format says of it. Throws `AppError`: `invalid_input` when
 * it holds no text, `payload_too_large` above `MAX_ORIGINAL_BYTES`, `unsupported_media_type` for
 * anything that is neither text nor a document of a known format.
 */
export async function readOriginal(
  bytes: Uint8Array,
  hint: OriginalHint = {},
): Promise<RawArticle> {
  if (bytes.length === 0) throw emptyError();
  if (bytes.length > MAX_ORIGINAL_BYTES) {
    throw new AppError(
      "payload_too_large",
      "The file is larger than 5 MB. Nothing was stored. Please send the article's text only.",
      { details: { maxBytes: MAX_ORIGINAL_BYTES } },
    );
  }
  const format = await detectFormat(bytes, hint);
  const read = format && READERS[format];
  if (!read) throw unsupportedError(format ?? hint.mediaType);
  const raw = await read(bytes, hint);
  if (raw.text.trim() === "") throw emptyError();
  return raw;
}

function emptyError(): AppError {
  return new AppError(
    "invalid_input",
    "There is no text in it. Nothing was stored. Please paste or choose the article again.",
  );
}

function unsupportedError(mediaType: string | undefined): AppError {
  return new AppError(
    "unsupported_media_type",
    "This is no format that can be read. Nothing was stored. Please paste the article's text, or save it as .txt or .md.",
    { details: { mediaType } },
  );
}
