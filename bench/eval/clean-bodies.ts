import { readAllJsonLines } from "../data/json-lines.ts";

export type CleanBody = { id: string; title: string; text: string };

/** The articles of a JSON Lines file, gzipped or not, whose items hold their text in `body` or `text`. */
export async function readCleanBodies(file: string): Promise<CleanBody[]> {
  return (await readAllJsonLines<Record<string, unknown>>(file)).map(toCleanBody);
}

function toCleanBody({ id, title, body, text }: Record<string, unknown>): CleanBody {
  const content = typeof body === "string" ? body : text;
  return {
    id: String(id),
    title: typeof title === "string" ? title : "",
    text: typeof content === "string" ? content : "",
  };
}
