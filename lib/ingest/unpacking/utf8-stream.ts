import iconv from "iconv-lite";
import { decodeText } from "../decode.ts";

const SAMPLE_BYTES = 64 * 1024;
const NEW_LINE = 0x0a;

/**
 * A stream of text as UTF-8, whatever it is in: told from its `beginning` and the declared charset as
 * `decodeText` does it.
 */
export async function* toUtf8(
  source: AsyncIterable<Uint8Array>,
  beginning: Buffer,
  charset: string | undefined,
): AsyncGenerator<Uint8Array> {
  const { encoding } = decodeText(sampleOf(beginning), charset);
  if (encoding === "utf-8") {
    yield* source;
    return;
  }
  const decoder = iconv.getDecoder(encoding);
  for await (const bytes of source) yield Buffer.from(decoder.write(Buffer.from(bytes)), "utf8");
  yield Buffer.from(decoder.end() ?? "", "utf8");
}

/** A beginning without a character that its end cuts in two, which would look like another encoding. */
export function sampleOf(beginning: Buffer): Buffer {
  if (beginning.length < SAMPLE_BYTES) return beginning;
  const end = beginning.lastIndexOf(NEW_LINE);
  if (end <= 0) return beginning;
  // UTF-16, which text in zeros is, has two bytes to a character.
  return beginning.subarray(0, beginning.includes(0) ? end - (end % 2) : end);
}
