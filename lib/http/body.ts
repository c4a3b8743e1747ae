import { AppError } from "#lib/errors.ts";

export type ReceivedBody = {
  bytes: Uint8Array<ArrayBuffer>;
  /** As declared, `text/plain; charset=utf-8`; empty where nothing is. */
  contentType: string;
};

/** A body that is read as it comes. */
export type BodyStream = { stream: AsyncIterable<Uint8Array>; contentType: string };

/**
 * The body of a request, of which nothing was read yet. Throws `AppError` "payload_too_large" where
 * it says itself that it is longer than `maxBytes`; its stream throws the same as soon as more has
 * come, and reads no further.
 */
export function openBody(request: Request, maxBytes: number): BodyStream {
  if (Number(request.headers.get("content-length")) > maxBytes) throw tooLarge(maxBytes);
  return {
    stream: upTo(maxBytes, request.body ?? []),
    contentType: request.headers.get("content-type") ?? "",
  };
}

async function* upTo(
  maxBytes: number,
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let byteLength = 0;
  for await (const piece of pieces) {
    byteLength += piece.length;
    // Leaving the loop cancels the stream: what is still to come is never held.
    if (byteLength > maxBytes) throw tooLarge(maxBytes);
    yield piece;
  }
}

/**
 * The whole body of a request. Throws `AppError` "payload_too_large" as soon as it is known to
 * pass `maxBytes`, by its declared length or by what has come, and reads no further.
 */
export async function readBody(request: Request, maxBytes: number): Promise<ReceivedBody> {
  const { stream, contentType } = openBody(request, maxBytes);
  const chunks: Uint8Array[] = [];
  let byteLength = 0;
  for await (const chunk of stream) {
    byteLength += chunk.length;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(byteLength);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return { bytes, contentType };
}

/** The media type alone, in lower case: `text/plain`. */
export function mediaTypeOf({ contentType }: Pick<ReceivedBody, "contentType">): string {
  return contentType.split(";")[0]?.trim().toLowerCase() ?? "";
}

/** The value that a JSON body holds. Throws `AppError` where it is no JSON, or does not say so. */
export function parseJsonBody(body: ReceivedBody): unknown {
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(mediaTypeOf(body))) {
    throw new AppError(
      "unsupported_media_type",
      "Nothing was done. Please send JSON, with the header Content-Type: application/json.",
    );
  }
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body.bytes), withoutNul);
  } catch (cause) {
    throw new AppError(
      "invalid_input",
      "Nothing was done, as the body is not valid JSON, or holds a NUL.",
      {
        cause,
      },
    );
  }
}

/** PostgreSQL can hold any character but this one, which no text needs. */
function withoutNul(_key: string, value: unknown): unknown {
  if (typeof value !== "string" || !value.includes("\0")) return value;
  throw new SyntaxError("A text holds the character NUL.");
}

function tooLarge(maxBytes: number): AppError {
  const size = maxBytes >= 1024 * 1024 ? `${maxBytes / 1024 / 1024} MB` : `${maxBytes / 1024} kB`;
  return new AppError(
    "payload_too_large",
    `The body is larger than ${size}. Nothing was stored. Please send less.`,
    { details: { maxBytes } },
  );
}
