import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

/** The values of a file of JSON Lines, gzipped or not, one at a time; blank lines are passed over. */
export async function* readJsonLines<T>(file: string): AsyncGenerator<T> {
  let rest = "";
  for await (const text of await openText(file)) {
    const lines = `${rest}${text}`.split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.trim() !== "") yield JSON.parse(line) as T;
  }
  if (rest.trim() !== "") yield JSON.parse(rest) as T;
}

/** All values of a file of JSON Lines. */
export async function readAllJsonLines<T>(file: string): Promise<T[]> {
  const values: T[] = [];
  for await (const value of readJsonLines<T>(file)) values.push(value);
  return values;
}

async function openText(file: string): Promise<AsyncIterable<string>> {
  const bytes = createReadStream(file);
  if (!(await isGzip(file))) return bytes.setEncoding("utf8");
  // Who reads the text is told of faults of either.
  return pipeline(bytes, createGunzip({ chunkSize: 256 * 1024 }), () => undefined).setEncoding(
    "utf8",
  );
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return buffer.readUInt16BE(0) === 0x1f8b;
  } finally {
    await handle.close();
  }
}
