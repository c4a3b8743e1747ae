import { readAllJsonLines } from "../data/json-lines.ts";

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
export function readPageItems(file: string): Promise<PageItem[]> {
  return readAllJsonLines<PageItem>(file);
}
