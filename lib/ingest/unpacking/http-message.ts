/** An HTTP answer as a web archive keeps it, and the page in it. */
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { AppError } from "#lib/errors.ts";
import { MAX_ORIGINAL_BYTES } from "../original-size.ts";
import { parseFields } from "./web-record-head.ts";

const MAX_HEAD_BYTES = 64 * 1024;
const MAX_CODINGS = 3;
const CHUNK_SIZE = /^[\da-f]{1,8}(?=[ \t]*(?:;[^\r\n]{0,200})?\r?\n)/i;

export type HttpMessage = {
  status: number;
  fields: Map<string, string>;
  /** As it was sent: chunked and compressed. */
  body: Buffer;
};

/** The parts of an HTTP answer; null where the bytes are none. */
export function parseHttpMessage(bytes: Buffer): HttpMessage | null {
  const text = bytes.toString("latin1", 0, MAX_HEAD_BYTES);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})(?=[ \r\n])/.exec(text)?.[1];
  const end = /\r?\n\r?\n/.exec(text);
  if (status === undefined || !end) return null;
  return {
    status: Number(status),
    fields: parseFields(text.slice(0, end.index).split(/\r?\n/).slice(1)),
    body: bytes.subarray(end.index + end[0].length),
  };
}

/**
 * The body of an answer as it was before its transfer. Crawlers often keep it so already, and the
 * fields as they were: what is not encoded is left as it is. Throws `AppError`
 * "payload_too_large" above `MAX_ORIGINAL_BYTES`, "invalid_input" where it is damaged.
 */
export function decodeBody({ fields, body }: HttpMessage): Buffer {
  let decoded = /\bchunked\b/i.test(fields.get("transfer-encoding") ?? "")
    ? joinChunks(body)
    : body;
  const codings = (fields.get("content-encoding") ?? "").toLowerCase().split(",");
  for (const coding of codings.slice(0, MAX_CODINGS).reverse())
    decoded = unpackAs(coding.trim(), decoded);
  if (decoded.length > MAX_ORIGINAL_BYTES) throw pageTooLarge();
  return decoded;
}

/** What chunks hold; the bytes themselves where they are not in chunks. Only the last may be missing. */
function joinChunks(body: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; at < body.length;) {
    const written = CHUNK_SIZE.exec(body.toString("latin1", at, at + 256))?.[0];
    const start = body.indexOf(0x0a, at) + 1;
    const end = start + Number.parseInt(written ?? "", 16);
    if (start > 0 && end === start) break;
    if (!(end <= body.length)) {
      if (chunks.length === 0) return body;
      throw damagedPage(new RangeError(`A chunk at ${at} of ${body.length} bytes is broken.`));
    }
    chunks.push(body.subarray(start, end));
    at = end + (body[end] === 0x0d ? 2 : 1);
  }
  return Buffer.concat(chunks);
}

function unpackAs(coding: string, body: Buffer): Buffer {
  const limit = { maxOutputLength: MAX_ORIGINAL_BYTES };
  try {
    if (coding === "gzip" || coding === "x-gzip")
      return body.readUInt16BE(0) === 0x1f8b ? gunzipSync(body, limit) : body;
    if (coding === "deflate") return inflateEither(body, limit);
    if (coding === "br") return isMarkup(body) ? body : brotliDecompressSync(body, limit);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw pageTooLarge();
    if (isMarkup(body)) return body;
    throw damagedPage(error);
  }
  if (coding === "" || coding === "identity" || isMarkup(body)) return body;
  throw new AppError(
    "unsupported_media_type",
    `The page is compressed as ${coding.slice(0, 20)}, which is not read. Nothing of it was stored. Please fetch it without.`,
  );
}

/** Servers send `deflate` with its frame, as they should, or without. */
function inflateEither(body: Buffer, limit: { maxOutputLength: number }): Buffer {
  const isFramed =
    body.length > 2 && ((body[0] ?? 0) & 0x0f) === 8 && body.readUInt16BE(0) % 31 === 0;
  return isFramed ? inflateSync(body, limit) : inflateRawSync(body, limit);
}

function isMarkup(body: Buffer): boolean {
  return /^(?:ï»¿)?\s*<[!?a-z]/i.test(body.toString("latin1", 0, 200));
}

/** Said of a page that is longer than an article can be. */
export function pageTooLarge(): AppError {
  return new AppError(
    "payload_too_large",
    "The page is larger than 5 MB. Nothing of it was stored. Please send the article's text only.",
  );
}

function damagedPage(cause: unknown): AppError {
  return new AppError(
    "invalid_input",
    "The page is damaged or cut off where it is compressed. Nothing of it was stored. Please fetch it again.",
    { cause },
  );
}
