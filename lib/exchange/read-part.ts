import { createHash, type Hash } from "node:crypto";
import type { z } from "zod";
import { KINDS, type KindName } from "#lib/exchange/export-tables.ts";
import type { GroupBuilder } from "#lib/exchange/group-builder.ts";
import { publishedLineSchema } from "#lib/exchange/schema-published.ts";
import type { Line } from "#lib/exchange/types.ts";
import { splitLinesOf } from "#lib/ingest/pipeline-sources.ts";

/** The longest article: its text, the text taken out of its original, and a place for each line. */
const MAX_LINE_BYTES = 64 * 1024 ** 2;
const MAX_SHOWN_CHARACTERS = 200;
/** The deepest is a list in a reading in the list of an article's originals. */
const MAX_DEPTH = 16;
const ADDRESS_PROPERTY = /(?:^u|U)rl$|^fetchedFrom$/;
const WEB_ADDRESS = /^https?:\/\//i;

/** Reads the lines of a part into `builder`, and returns how many there are. */
export async function readPart(
  name: string,
  kind: KindName | "published",
  source: AsyncIterable<Uint8Array>,
  builder: GroupBuilder,
): Promise<number> {
  const hash = createHash("sha256");
  const schema = kind === "published" ? publishedLineSchema : KINDS[kind].schema;
  let count = 0;
  for await (const text of splitLinesOf(hashing(source, hash), MAX_LINE_BYTES)) {
    count++;
    const found = text === null ? "It is longer than a line can be." : parseLine(text, schema);
    if (typeof found === "string") builder.fail(`${name}, line ${count}`, found, kind);
    else builder.addLine(kind, found, text?.length ?? 0);
  }
  builder.endPart(name, hash.digest("hex"));
  return count;
}

async function* hashing(source: AsyncIterable<Uint8Array>, hash: Hash) {
  for await (const bytes of source) {
    hash.update(bytes);
    yield bytes;
  }
}

/** A line, or a sentence on why it is none. */
function parseLine(text: string, schema: z.ZodObject): Line | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return "It is no JSON.";
  }
  const { data, error } = schema.safeParse(value);
  if (data) return faultOfValues(data) ?? data;
  const { path, message } = error.issues[0] as z.core.$ZodIssue;
  return `${path.join(".") || "It"}: ${message}`.slice(0, MAX_SHOWN_CHARACTERS);
}

/** Addresses become links; one that runs a script is none that the archive ever stored. */
function faultOfValues(line: Line, depth = 1): string | null {
  if (depth > MAX_DEPTH) return "It is nested deeper than the archive ever wrote.";
  for (const [property, value] of Object.entries(line)) {
    if (value && typeof value === "object") {
      const found = faultOfValues(value as Line, depth + 1);
      if (found) return found;
    } else if (
      ADDRESS_PROPERTY.test(property) &&
      typeof value === "string" &&
      !WEB_ADDRESS.test(value)
    )
      return `${property}: is no address on the web.`;
  }
  return null;
}
