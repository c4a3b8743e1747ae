import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";

export type GoldImage = { caption?: string | null; credits?: string[] | null };
/** What is known of a page; what is not known is left out or null. */
export type PageGold = {
  title?: string | null;
  date?: string | null;
  /** ISO 8601 with an offset. */
  publishedAt?: string | null;
  authors?: string[] | null;
  body?: string | null;
  images?: GoldImage[] | null;
};
export type PageItem = { id: string; url: string; html: string; gold: PageGold };

/** The pages of a JSON Lines file, gzipped or not. */
export async function readPageItems(file: string): Promise<PageItem[]> {
  const content = await readFile(file);
  const isGzip = content[0] === 0x1f && content[1] === 0x8b;
  const text = (isGzip ? await promisify(gunzip)(content) : content).toString("utf8");
  return text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as PageItem);
}
