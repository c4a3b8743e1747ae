/** Where a page's article comes from: outlet, address, language, and its summary. */
import { cleanText } from "#lib/text/clean.ts";
import { isObject, textOfKey } from "./json-ld.ts";
import type { Candidate, Page } from "./page.ts";
import { toUntagged } from "./untagged.ts";

const LANGUAGE_TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;
const MAX_SUMMARY_LENGTH = 1_000;

export function findOutlets({ meta, articles }: Page): Candidate[] {
  const publishers = articles.flatMap(({ publisher }) =>
    isObject(publisher) ? (textOfKey(publisher, "name") ?? []) : [],
  );
  return [
    ...listed(meta.get("og:site_name"), "og-site-name", 0.9),
    ...listed(publishers, "json-ld-publisher", 0.88),
    ...listed(meta.get("application-name"), "application-name", 0.7),
    ...listed(meta.get("dc.publisher"), "meta-publisher", 0.7),
  ].filter(({ value }) => value.length <= 100 && !/^https?:/i.test(value));
}

export function findSummaries({ meta, articles }: Page): Candidate[] {
  return [
    ...listed(meta.get("og:description"), "og-description", 0.8),
    ...listed(
      articles.flatMap((article) => textOfKey(article, "description") ?? []),
      "json-ld-description",
      0.8,
    ),
    ...listed(meta.get("description"), "meta-description", 0.75),
    ...listed(meta.get("twitter:description"), "twitter-description", 0.7),
  ].filter(({ value }) => value.length <= MAX_SUMMARY_LENGTH);
}

/** The page's own address, absolute. */
export function findAddress({ meta, articles, url }: Page): Candidate[] {
  const mainEntities = articles.flatMap(({ url, mainEntityOfPage }) => [
    ...(typeof url === "string" ? [url] : []),
    ...(typeof mainEntityOfPage === "string" ? [mainEntityOfPage] : []),
    ...(isObject(mainEntityOfPage) && typeof mainEntityOfPage["@id"] === "string"
      ? [mainEntityOfPage["@id"]]
      : []),
  ]);
  return [
    ...listed([meta.link("canonical") ?? ""], "canonical-link", 0.95),
    ...listed(meta.get("og:url"), "og-url", 0.9),
    ...listed(mainEntities, "json-ld-url", 0.8),
    ...listed([url ?? ""], "fetched-address", 0.7),
  ].filter(({ value }) => isWebAddress(value));
}

function isWebAddress(value: string): boolean {
  return /^https?:/i.test(value) && URL.canParse(value);
}

export function findLanguage({ tree, meta, articles }: Page): Candidate[] {
  const root = tree.elements.find(({ name }) => name === "html");
  return [
    ...listed([root?.attributes.lang ?? root?.attributes["xml:lang"] ?? ""], "html-language", 0.8),
    ...listed(
      articles.flatMap((article) => textOfKey(article, "inLanguage") ?? []),
      "json-ld-language",
      0.75,
    ),
    ...listed(meta.get("content-language"), "meta-language", 0.7),
    ...listed(meta.get("og:locale"), "og-locale", 0.7),
  ].filter(({ value }) => LANGUAGE_TAG.test(value));
}

function listed(values: readonly string[], rule: string, confidence: number): Candidate[] {
  return values
    .map((value) => cleanText(toUntagged(value)))
    .filter((value) => value !== "")
    .map((value) => ({ value, rule, confidence }));
}
