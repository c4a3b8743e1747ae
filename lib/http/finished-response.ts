import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const MIN_COMPRESSED_BYTES = 1_024;
/** Quality 5 costs about as much time as gzip's default and gives a sixth fewer bytes. */
const BROTLI_OPTIONS = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
const COMPRESS = {
  br: (body: Buffer) => promisify(brotliCompress)(body, BROTLI_OPTIONS),
  gzip: (body: Buffer) => promisify(gzip)(body),
};
type Coding = keyof typeof COMPRESS;

/** A whole answer, ready to be sent any number of times. */
export type FinishedResponse = {
  status: number;
  headers: Record<string, string | string[] | number>;
  /** Headers of every response that this one is sent without. */
  withoutHeaders?: readonly string[];
  etag: string;
  body: Buffer;
  /** Compressed forms, made at first need. */
  codings: Partial<Record<Coding, Promise<Buffer>>>;
};

/** Wraps a body with its headers; the entity tag is a hash of the body. */
export function finishResponse(
  status: number,
  headers: FinishedResponse["headers"],
  body: Buffer,
): FinishedResponse {
  const etag = `W/"${createHash("sha1").update(body).digest("base64url")}"`;
  return { status, headers, etag, body, codings: {} };
}

/** Memory that a finished response takes, roughly, in bytes: the body and its compressed forms. */
export function weightOf(response: FinishedResponse): number {
  return response.body.length * 2 + 2_048;
}

/** Sends a finished response, compressed as the reader accepts it, or 304 where it is known. */
export async function sendFinished(
  req: IncomingMessage,
  res: ServerResponse,
  response: FinishedResponse,
  end: (body?: Buffer) => void = (body) => res.end(body),
): Promise<void> {
  for (const [name, value] of Object.entries(response.headers)) res.setHeader(name, value);
  for (const name of response.withoutHeaders ?? []) res.removeHeader(name);
  res.removeHeader("Content-Length");
  res.setHeader("ETag", response.etag);
  res.appendHeader("Vary", "Accept-Encoding");
  if (response.status === 200 && req.headers["if-none-match"] === response.etag) {
    res.statusCode = 304;
    end();
    return;
  }
  res.statusCode = response.status;
  const coding = response.body.length < MIN_COMPRESSED_BYTES ? null : acceptedCoding(req);
  const body = coding ? await compressed(response, coding) : response.body;
  if (coding) res.setHeader("Content-Encoding", coding);
  res.setHeader("Content-Length", body.length);
  if (req.method === "HEAD") end();
  else end(body);
}

function compressed(response: FinishedResponse, coding: Coding): Promise<Buffer> {
  return (response.codings[coding] ??= COMPRESS[coding](response.body));
}

function acceptedCoding(req: IncomingMessage): Coding | null {
  const accepted = String(req.headers["accept-encoding"] ?? "");
  if (/\bbr\b(?!\s*;\s*q=0(?![.\d]*[1-9]))/.test(accepted)) return "br";
  if (/\bgzip\b(?!\s*;\s*q=0(?![.\d]*[1-9]))/.test(accepted)) return "gzip";
  return null;
}
