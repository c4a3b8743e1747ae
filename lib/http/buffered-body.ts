import type { ServerResponse } from "node:http";

/**
 * Past this a response is passed on as it comes, and a page loses its scripts. The longest of ours is
 * the draft page of an original of 5 MB, which holds its text several times.
 */
const MAX_BUFFERED_BYTES = 64 * 1024 * 1024;

type Chunk = string | Uint8Array;

/**
 * Holds back the body of a response until it is whole and hands it to `finish`, which answers in
 * its place with the original `end`. Bodies for which `isWanted` says no, and those that grow past
 * 64 MB, are passed on untouched.
 */
export function bufferBody(
  res: ServerResponse,
  isWanted: () => boolean,
  finish: (body: Buffer, end: (body: Buffer) => void) => void,
): void {
  const write = res.write.bind(res) as (chunk: Chunk) => boolean;
  const end = res.end.bind(res) as (chunk?: Chunk) => ServerResponse;
  const flushHeaders = res.flushHeaders.bind(res);
  let chunks: Buffer[] | null = null;
  let byteLength = 0;
  let decided = false;

  function isHeld(): boolean {
    if (!decided) {
      decided = true;
      chunks = isWanted() ? [] : null;
    }
    return chunks !== null;
  }
  function hold(chunk: Chunk, encoding?: BufferEncoding): void {
    const bytes = typeof chunk === "string" ? Buffer.from(chunk, encoding) : Buffer.from(chunk);
    chunks?.push(bytes);
    byteLength += bytes.length;
    if (byteLength <= MAX_BUFFERED_BYTES) return;
    const held = Buffer.concat(chunks ?? []);
    chunks = null;
    write(held);
  }

  res.flushHeaders = () => {
    if (decided && chunks === null) flushHeaders();
  };
  res.write = ((chunk: Chunk, ...rest: unknown[]) => {
    if (!isHeld()) return (write as (...all: unknown[]) => boolean)(chunk, ...rest);
    hold(chunk, encodingAmong(rest));
    callbackAmong(rest)?.();
    return true;
  }) as ServerResponse["write"];
  res.end = ((...all: unknown[]) => {
    if (!isHeld()) return (end as (...args: unknown[]) => ServerResponse)(...all);
    const [chunk, ...rest] = all;
    if (typeof chunk === "string" || chunk instanceof Uint8Array) hold(chunk, encodingAmong(rest));
    const callback = callbackAmong(all);
    if (callback) res.once("finish", callback);
    if (chunks === null) return end();
    finish(Buffer.concat(chunks), (body) => end(body));
    return res;
  }) as ServerResponse["end"];
}

function encodingAmong(values: unknown[]): BufferEncoding | undefined {
  return values.find((value) => typeof value === "string") as BufferEncoding | undefined;
}

function callbackAmong(values: unknown[]): (() => void) | undefined {
  return values.find((value) => typeof value === "function") as (() => void) | undefined;
}
