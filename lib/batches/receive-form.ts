import type { BatchOptions } from "#lib/batches/schema.ts";
import { batchOptionsSchema } from "#lib/batches/schema.ts";
import { AppError } from "#lib/errors.ts";
import { readMultipart } from "#lib/http/multipart.ts";
import { parseInput } from "#lib/http/parse-input.ts";

/** Of each field that is kept, how long it may be; what else is sent is passed over. */
const MAX_LINE_BYTES = 4 * 1024;
const MAX_TEXT_BYTES = 5 * 1024 ** 2;
const MAX_BYTES_BY_FIELD = new Map([
  ["text", MAX_TEXT_BYTES],
  ["address", MAX_LINE_BYTES],
  ["name", MAX_LINE_BYTES],
  ["capturedOn", MAX_LINE_BYTES],
  ["isDryRun", MAX_LINE_BYTES],
  ["publish", MAX_LINE_BYTES],
]);
const PASTED = "Pasted text";

type File = { name: string; mediaType: string | null };
type TakeFile = (file: File, bytes: AsyncIterable<Uint8Array>) => Promise<void>;

/**
 * Hands over the files of a form as they come, pasted text as one of them, and returns what holds for
 * all. Throws `AppError` "invalid_input" for a form that makes no sense, "payload_too_large" for a field
 * that is too long.
 */
export async function receiveForm(
  body: AsyncIterable<Uint8Array>,
  contentType: string,
  takeFile: TakeFile,
): Promise<BatchOptions> {
  const fields: Record<string, string> = {};
  for await (const { name, fileName, mediaType, bytes } of readMultipart(body, contentType)) {
    if (name === "files") {
      // An input without a file is sent as an empty one without a name.
      if (fileName) await takeFile({ name: fileName, mediaType }, bytes);
      continue;
    }
    const maxBytes = MAX_BYTES_BY_FIELD.get(name);
    if (maxBytes && fileName === null) fields[name] = await readField(bytes, maxBytes);
  }
  if (fields.address?.trim()) {
    throw new AppError(
      "invalid_input",
      "Send the address by itself: what is fetched goes into no batch. Nothing was stored.",
    );
  }
  const { text = "", name, capturedOn = "", isDryRun, publish } = fields;
  if (text.trim() !== "") {
    await takeFile({ name: PASTED, mediaType: "text/plain" }, toBytes(text));
  }
  return parseInput(batchOptionsSchema, {
    ...{ name, capturedOn },
    isDryRun: isDryRun === "on",
    publish: publish === "on",
  });
}

async function readField(bytes: AsyncIterable<Uint8Array>, maxBytes: number): Promise<string> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > maxBytes) {
      throw new AppError(
        "payload_too_large",
        `A field is longer than ${maxBytes / 1024} kB. Nothing was stored. Please shorten it, or send it as a file.`,
      );
    }
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString("utf8");
}

async function* toBytes(text: string): AsyncGenerator<Uint8Array> {
  // Browsers send line breaks as CRLF.
  yield Buffer.from(text.replaceAll("\r\n", "\n"), "utf8");
}
