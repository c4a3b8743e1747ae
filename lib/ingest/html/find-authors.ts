/** Who wrote a page's article, by what its data and its byline say. */
import { cleanText } from "#lib/text/clean.ts";
import { isRole } from "../roles.ts";
import { isObject, textOfKey, valuesOf, type JsonObject } from "./json-ld.ts";
import type { Candidate, Page } from "./page.ts";
import { splitNames } from "./person-names.ts";
import { contains, marksOf, textOf, type ElementNode } from "./tree.ts";
import { toUntagged } from "./untagged.ts";

export type Author = { name: string; role?: string };

const META_NAMES = [
  "author",
  "article:author",
  "parsely-author",
  "sailthru.author",
  "dc.creator",
  "dcterms.creator",
  "byl",
  "cxenseparse:author",
  "article:author_name",
];
const BYLINE_MARKS =
  /(?:^|[\s_-])(?:by-?line|authors?|contributor|writer|reporter)(?:[-_]*(?:names?|links?|s|wrap\w*|container|text|title|list))?(?=$|[\s_-])/;
const MAX_BYLINE_LENGTH = 160;

/** The authors as each source gives them, the surest source first. */
export function findAuthors(page: Page): Candidate<Author[]>[] {
  const candidates = [
    fromJsonLd(page.articles),
    fromMarked(page),
    fromMeta(page),
    fromLinks(page),
    fromBylines(page),
  ];
  return candidates.filter(({ value }) => value.length > 0);
}

function fromJsonLd(articles: JsonObject[]): Candidate<Author[]> {
  const value = articles
    .map(({ author, creator }) => valuesOf(author ?? creator).flatMap(toAuthors))
    .find((authors) => authors.length > 0);
  return { value: unique(value ?? []), rule: "json-ld-author", confidence: 0.93 };
}

function toAuthors(value: JsonObject[string]): Author[] {
  if (!isObject(value)) return typeof value === "string" ? named(toUntagged(value)) : [];
  const names = valuesOf(value.name).flatMap((name) =>
    typeof name === "string" ? named(toUntagged(name)) : [],
  );
  const role = textOfKey(value, "jobTitle");
  return names.map((author) => (role && isRole(role) ? { ...author, role } : author));
}

function fromMarked({ microdata }: Page): Candidate<Author[]> {
  const authors = microdata.filter(
    ({ property }) => property === "author" || property === "creator",
  );
  const value = authors.flatMap(({ element, value: text }) => {
    const names = microdata.filter(
      (inner) =>
        inner.property === "name" && inner.element !== element && contains(element, inner.element),
    );
    return names.length > 0 ? names.flatMap((name) => named(name.value)) : named(text);
  });
  return { value: unique(value), rule: "microdata-author", confidence: 0.85 };
}

function fromMeta({ meta }: Page): Candidate<Author[]> {
  const value = META_NAMES.map((name) =>
    unique(meta.get(name).flatMap((each) => named(toUntagged(each)))),
  );
  return {
    value: value.find((authors) => authors.length > 0) ?? [],
    rule: "meta-author",
    confidence: 0.85,
  };
}

function fromLinks({ tree, region }: Page): Candidate<Author[]> {
  const links = tree.elements
    .slice(region.order, region.endOrder)
    .filter(({ name, attributes }) => name === "a" && /\bauthor\b/.test(attributes.rel ?? ""));
  const value = unique(links.flatMap((element) => named(textOf(element))));
  return { value, rule: "author-link", confidence: 0.8 };
}

/** Elements marked as bylines, in the article or above it; the innermost of those within others. */
function fromBylines({ tree, region }: Page): Candidate<Author[]> {
  const marked = tree.elements
    .slice(region.order, region.endOrder)
    .filter((element) => BYLINE_MARKS.test(marksOf(element)));
  for (const element of marked) {
    const text = cleanText(textOf(element));
    if (text.length === 0 || text.length > MAX_BYLINE_LENGTH) continue;
    const value = unique(bylineNames(element, text));
    if (value.length > 0) return { value, rule: "byline-element", confidence: 0.75 };
  }
  return { value: [], rule: "byline-element", confidence: 0 };
}

function bylineNames(_element: ElementNode, text: string): Author[] {
  return named(text);
}

function named(text: string): Author[] {
  return splitNames(text).map((name) => ({ name }));
}

function unique(authors: Author[]): Author[] {
  const seen = new Set<string>();
  return authors.filter(({ name }) => {
    const key = name.toLowerCase();
    return seen.has(key) ? false : Boolean(seen.add(key));
  });
}
