import type { Readable, Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { AppError } from "#lib/errors.ts";

/** More than one coding on top of another is only ever an attack. */
const DECODERS: Record<string, () => Transform> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};
export const ACCEPTED_CODINGS = "gzip, deflate, br";

/**
 * The bytes of an answer, decompressed. Throws `AppError` "payload_too_large" as soon as they are
 * more than `maxBytes`, before or after decompression, and "unavailable" where they are damaged.
 */
export async function readBounded(
  body: Readable,
  coding: string | undefined,
  maxBytes: number,
): Promise<Uint8Array> {
  const name = coding?.trim().toLowerCase() ?? "";
  const decoder = DECODERS[name]?.();
  if (!decoder && name !== "" && name !== "identity") {
    discard(body);
    throw new AppError("unavailable", `The site sent its page in a coding unknown here: ${name}.`);
  }
  const stream = decoder ? body.on("error", (error) => decoder.destroy(error)).pipe(decoder) : body;
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of stream) {
      size += (chunk as Buffer).length;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk as Buffer);
    }
  } finally {
    discard(body);
    decoder?.destroy();
  }
  return Buffer.concat(chunks);
}

/** Ends an answer of which nothing more is wanted. That it was cut off is no error to anyone. */
export function discard(body: Readable): void {
  body.on("error", () => {}).destroy();
}

function tooLarge(maxBytes: number): AppError {
  return new AppError(
    "payload_too_large",
    `The page is larger than ${Math.round(maxBytes / 1024 ** 2)} MB. Nothing was stored.`,
    { details: { maxBytes } },
  );
}
