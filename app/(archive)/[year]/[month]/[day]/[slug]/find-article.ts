import { cache } from "react";
import { dayOfAddress } from "#lib/articles/address.ts";
import { getArticleAt } from "#lib/articles/data-article.ts";

/** What stands at an article's address; read once for a page and what it says of itself. */
export const findArticle = cache(async (year: string, month: string, day: string, slug: string) => {
  const date = dayOfAddress(year, month, day);
  return date ? await getArticleAt(date, slug) : null;
});
