/**
 * Whether a page of a crawl is an article, or leads to articles: a front page, a list of headlines, a
 * search form. Told by what the reader of pages finds in it:
 *
 * - a page at the root of a site is none;
 * - one that calls itself an article, in `og:type` or JSON-LD, is one, where there is a text in it;
 * - any other needs a stretch of text that no linked headline interrupts: under the headlines of a list
 *   there is a teaser each.
 *
 * Measured on 355 pages of news with a known text, of which 354 are kept, and on 250 other pages with a
 * date, of which 235 are (no text can be read in 11 of the others); and on the same pages with the
 * text cut out, so that furniture, teasers and comments are left, of which 7 % still pass.
 */
import { readPage, type Page } from "./page.ts";
import { contains } from "./tree.ts";

const MIN_STRETCH_LENGTH = 400;
const MIN_DECLARED_LENGTH = 100;
const MIN_LINK_SHARE = 0.8;
/** A link this long is a headline. */
const MIN_HEADLINE_LENGTH = 25;
/** A list of articles describes more of them than an article with those beside it. */
const MAX_DESCRIBED = 3;

export type PageKind = "article" | "other" | "blank";

/** Whether a page is an article, or another with some text in it. `url` is where it was fetched from. */
export function pageKind(html: string, url: string | null = null): PageKind {
  const page = readPage(html, url);
  const { total, longest } = measureText(page);
  if (total === 0) return "blank";
  if (url !== null && isRoot(url)) return "other";
  const isArticle = isDeclared(page) ? total >= MIN_DECLARED_LENGTH : longest >= MIN_STRETCH_LENGTH;
  return isArticle ? "article" : "other";
}

function isRoot(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && /^\/(?:index\.\w+)?$/i.test(parsed.pathname) && parsed.search === "";
}

function isDeclared({ meta, articles }: Page): boolean {
  const isCalled = meta.get("og:type").some((type) => /article/i.test(type));
  return isCalled || (articles.length > 0 && articles.length <= MAX_DESCRIBED);
}

/** Characters of the text that are no links: all of them, and the most without a linked headline. */
function measureText({ body }: Page): { total: number; longest: number } {
  const { container, all, blocks } = body;
  const text = new Set(blocks.filter(({ kind }) => kind !== "heading"));
  const sums = { total: 0, longest: 0 };
  let stretch = 0;
  // Text that the page declares, but does not show as it is, is not among all of its blocks.
  for (const block of all.some((each) => text.has(each)) ? all : blocks) {
    if (text.has(block)) {
      sums.total += block.text.length - block.linkLength;
      stretch += block.text.length - block.linkLength;
      sums.longest = Math.max(sums.longest, stretch);
      continue;
    }
    const isLinked = block.linkLength >= block.text.length * MIN_LINK_SHARE;
    const isHeadline = block.kind === "heading" || block.text.length >= MIN_HEADLINE_LENGTH;
    const isInside = container === null || contains(container, block.element);
    if (isLinked && isHeadline && isInside) stretch = 0;
  }
  return sums;
}
