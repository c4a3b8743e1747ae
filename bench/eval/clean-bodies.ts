import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

export type CleanBody = { id: string; title: string; text: string };

/** The articles of a gzipped JSON Lines file whose items hold their text in `body` or `text`. */
export async function readCleanBodies(file: string): Promise<CleanBody[]> {
  const content = await promisify(gunzip)(await readFile(file));
  return content
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => toCleanBody(JSON.parse(line) as Record<string, unknown>));
}

function toCleanBody({ id, title, body, text }: Record<string, unknown>): CleanBody {
  const content = typeof body === "string" ? body : text;
  return {
    id: String(id),
    title: typeof title === "string" ? title : "",
    text: typeof content === "string" ? content : "",
  };
}
