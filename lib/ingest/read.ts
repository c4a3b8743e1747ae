/** From bytes to text, by a reader for each format. */
import { AppError } from "#lib/errors.ts";
import { detectFormat } from "./format.ts";
import { MAX_ORIGINAL_BYTES } from "./original-size.ts";
import { MAX_LINES, tooManyLines, type OriginalHint, type Reader } from "./reader.ts";
import { readDocx } from "./readers/docx.ts";
import { readEml } from "./readers/eml.ts";
import { readEpub } from "./readers/epub.ts";
import { readOdt } from "./readers/odt.ts";
import { readRtf } from "./readers/rtf.ts";
import { readHtml } from "./readers/html.ts";
import { readMarkdown, readPlainText } from "./readers/text.ts";
import type { MediaType, RawArticle } from "./types.ts";

export type { OriginalHint } from "./reader.ts";
export { decodeOriginal } from "./decode.ts";
export { MAX_ORIGINAL_BYTES } from "./original-size.ts";

/** What reads each format; those with large libraries load them at first need. */
const READERS: Partial<Record<MediaType, Reader>> = {
  "text/plain": readPlainText,
  "text/markdown": readMarkdown,
  "text/csv": async (bytes, hint) =>
    (await import("./readers/list-of-one.ts")).readListOfOne(bytes, hint),
  "application/json": async (bytes, hint) =>
    (await import("./readers/json.ts")).readJson(bytes, hint),
  "application/xml": async (bytes, hint) => (await import("./readers/xml.ts")).readXml(bytes, hint),
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": readDocx,
  "application/vnd.oasis.opendocument.text": readOdt,
  "application/rtf": readRtf,
  "application/epub+zip": readEpub,
  "message/rfc822": readEml,
  "application/pdf": async (bytes, hint) => (await import("./readers/pdf.ts")).readPdf(bytes, hint),
  "text/html": readHtml,
};

/**
 * The text of an original, and what its format says of it. Throws `AppError`: `invalid_input` when
 * it holds no text or more than `MAX_LINES` lines of it, `payload_too_large` above
 * `MAX_ORIGINAL_BYTES`, `unsupported_media_type` for anything that is neither text nor a document of a
 * known format.
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
  if (hasTooManyLines(raw.text)) throw tooManyLines();
  return raw;
}

function hasTooManyLines(text: string): boolean {
  const line = /\S[^\n\r]*/g;
  for (let lines = 0; line.test(text); lines++) if (lines >= MAX_LINES) return true;
  return false;
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
    "This is no format that can be read. Nothing was stored. Please paste the article's text, or save it as .txt, .html, .pdf or .docx.",
    { details: { mediaType } },
  );
}
