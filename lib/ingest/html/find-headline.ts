/** Which of the titles a page gives is its article's headline. */
import { cleanText } from "#lib/text/clean.ts";
import { textOfKey } from "./json-ld.ts";
import type { Candidate, Page } from "./page.ts";
import { isUnseen, textOf } from "./tree.ts";
import { toUntagged } from "./untagged.ts";

const MAX_HEADLINE_LENGTH = 300;
const MIN_LIKENESS = 0.5;
const MIN_WORDS = 4;
/** What parts a headline from the outlet's name in a page's title. */
const SEPARATOR = /\s+[|–—·•»«:-]+\s+|\s*\|\s*/;

/** The headlines a page gives, the surest first. */
export function findHeadlines(page: Page): Candidate[] {
  const { meta, articles, microdata } = page;
  const shown = shownHeadings(page);
  const title = pageTitle(page);
  const candidates: Candidate[] = [
    ...shown.map((value) => ({ value, rule: "html-heading", confidence: 0.9 })),
    ...articles.flatMap((article) =>
      candidate(
        textOfKey(article, "headline") ?? textOfKey(article, "name"),
        "json-ld-headline",
        0.85,
      ),
    ),
    ...microdata
      .filter(({ property }) => property === "headline")
      .flatMap(({ value }) => candidate(value, "microdata-headline", 0.8)),
    ...meta
      .get("og:title")
      .flatMap((value) => candidate(withoutOutlet(value, page), "og-title", 0.8)),
    ...meta
      .get("twitter:title")
      .flatMap((value) => candidate(withoutOutlet(value, page), "twitter-title", 0.75)),
    ...candidate(title && withoutOutlet(title, page), "page-title", 0.7),
  ];
  return candidates.filter(({ value }) => value !== "" && value.length <= MAX_HEADLINE_LENGTH);
}

function candidate(
  value: string | null | undefined,
  rule: string,
  confidence: number,
): Candidate[] {
  return value ? [{ value: cleanText(toUntagged(value)), rule, confidence }] : [];
}

function pageTitle({ tree }: Page): string | null {
  const element = tree.elements.find(
    ({ name, parent }) => name === "title" && parent?.name !== "svg",
  );
  return element ? cleanText(textOf(element)) || null : null;
}

/**
 * The heading of the first order at or before the body that a title elsewhere confirms; one that none
 * confirms counts where it is the only one, and long enough to be a headline and no outlet's name.
 */
function shownHeadings({ tree, body, meta, articles }: Page): string[] {
  const end = body.container?.endOrder ?? tree.elements.length;
  const headings = tree.elements
    .filter(({ name, order }) => name === "h1" && order < end)
    .map((element) => cleanText(textOf(element, isUnseen, 2_000)))
    .filter((text) => /\p{L}/u.test(text));
  const said = [
    ...meta.get("og:title"),
    ...articles.flatMap((a) => textOfKey(a, "headline") ?? []),
  ];
  const likeness = (text: string) => Math.max(0, ...said.map((each) => wordsShared(text, each)));
  const confirmed = headings.filter((text) => said.length === 0 || likeness(text) >= MIN_LIKENESS);
  if (confirmed.length === 0) {
    const long = [...new Set(headings)].filter((text) => text.split(/\s+/).length >= MIN_WORDS);
    return long.length === 1 ? long : [];
  }
  const [best = ""] = confirmed.sort((a, b) => likeness(b) - likeness(a));
  return [withoutSection(best, said)];
}

/** `Politics | Talks resume in Northtown`, where a title elsewhere is only the second part. */
function withoutSection(heading: string, said: string[]): string {
  const parts = heading.split(/\s+\|\s+/);
  const isSaid = (part: string) =>
    said.some((each) => wordsShared(part, each.replace(/\s\|.*$/, "")) === 1);
  return (parts.length > 1 && parts.find(isSaid)) || heading;
}

/** The share of the words of either text that the other has, the smaller of the two shares. */
function wordsShared(a: string, b: string): number {
  const [first, second] = [wordsOf(a), wordsOf(b)];
  if (first.size === 0 || second.size === 0) return 0;
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(first.size, second.size);
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** `Talks resume in Northtown | The Northtown Courier` without the outlet. */
function withoutOutlet(title: string, page: Page): string {
  const text = cleanText(toUntagged(title));
  const parts = text.split(SEPARATOR);
  if (parts.length < 2) return text;
  const [first = "", last = ""] = [parts[0], parts.at(-1)];
  const site = page.meta.get("og:site_name")[0] ?? "";
  if (site !== "" && wordsShared(first, site) === 1) {
    return text.slice(first.length).replace(/^[\s|–—·•»«:-]+/, "");
  }
  const isOutlet = wordsShared(last, site) > 0.4 || last.split(/\s+/).length <= 3;
  if (!isOutlet) return text;
  return text.slice(0, text.lastIndexOf(last)).replace(/[\s|–—·•»«:-]+$/, "");
}
