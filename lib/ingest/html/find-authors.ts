/** Who wrote a page's article, by what its data and its byline say. */
import { isRole } from "../roles.ts";
import { isObject, textOfKey, valuesOf, type JsonObject } from "./json-ld.ts";
import type { Candidate, Page } from "./page.ts";
import { isOrganisation, isSiteName, splitNames } from "./person-names.ts";
import { closest, contains, isUnseen, marksOf, textOf } from "./tree.ts";
import { toUntagged } from "./untagged.ts";
import { findNameLine, findVisibleAuthors, uniqueAuthors } from "./visible-bylines.ts";

export type Author = { name: string; role?: string };
type Authors = Candidate<Author[]>;

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
const MAX_MARKED = 40;
const MAX_NAMES_LENGTH = 500;
const OTHER_MARKS = /comment|related|recommend|teaser|promo|sidebar|widget/;

/**
 * The authors as each source gives them, the surest first. What the page shows is preferred where its
 * data agree with it or name only the outlet: data also list editors, and people of other articles.
 */
export function findAuthors(page: Page): Authors[] {
  const data = [fromJsonLd(page), fromMeta(page), fromMarked(page), fromLinks(page)].filter(
    ({ value }) => value.length > 0,
  );
  const shown = peopleFirst(findVisibleAuthors(page));
  const visible: Authors = { value: shown, rule: "visible-byline", confidence: 0.75 };
  const ordered = [...data, ...(shown.length > 0 ? [visible] : [])].sort(
    (a, b) => remoteness(a.value, page) - remoteness(b.value, page),
  );
  const [best] = ordered;
  if (!best || remoteness(best.value, page) === 2) return [...fromNameLine(page), ...ordered];
  if (shown.length === 0 || best === visible) return ordered;
  const isConfirmed = shown.some(({ name }) =>
    best.value.some((author) => isSame(author.name, name)),
  );
  if (!isConfirmed) return ordered;
  const merged = shown.map((author) => ({
    ...best.value.find(({ name }) => isSame(name, author.name)),
    ...author,
  }));
  return [{ value: merged, rule: "confirmed-byline", confidence: 0.95 }, ...ordered];
}

function isSame(a: string, b: string): boolean {
  return a.localeCompare(b, "en", { sensitivity: "base" }) === 0;
}

function fromNameLine(page: Page): Authors[] {
  const value = findNameLine(page);
  return value.length === 0 ? [] : [{ value, rule: "name-line", confidence: 0.5 }];
}

/** 0 where a person is named, 1 another organisation, 2 nobody but the page's own outlet. */
function remoteness(authors: Author[], page: Page): number {
  if (authors.every(({ name }) => isSiteName(name, page))) return 2;
  return authors.every(({ name }) => isOrganisation(name)) ? 1 : 0;
}

function fromJsonLd({ articles }: Page): Authors {
  const lists = articles.map(({ author, creator }) =>
    valuesOf(author ?? creator).flatMap(toAuthors),
  );
  const value = lists.find((authors) => authors.length > 0) ?? [];
  return { value: peopleFirst(value), rule: "json-ld-author", confidence: 0.93 };
}

function toAuthors(value: JsonObject[string]): Author[] {
  if (!isObject(value)) return typeof value === "string" ? named(toUntagged(value)) : [];
  const names = valuesOf(value.name).flatMap((name) =>
    typeof name === "string" ? named(toUntagged(name)) : [],
  );
  const role = textOfKey(value, "jobTitle");
  return names.map((author) => (role && isRole(role) ? { ...author, role } : author));
}

/** Authors marked in the page; those within a comment or a teaser are of something else. */
function fromMarked({ microdata, region }: Page): Authors {
  const authors = microdata.filter(
    ({ property, element }) =>
      (property === "author" || property === "creator") &&
      contains(region, element) &&
      !closest(element, (each) => each.order > region.order && OTHER_MARKS.test(marksOf(each))),
  );
  const value = authors.slice(0, MAX_MARKED).flatMap(({ element, value: text }) => {
    const names = microdata.filter(
      (inner) =>
        inner.property === "name" && inner.element !== element && contains(element, inner.element),
    );
    const texts = names.length > 0 ? names.slice(0, MAX_MARKED).map((name) => name.value) : [text];
    return texts.flatMap(named);
  });
  return { value: peopleFirst(value), rule: "microdata-author", confidence: 0.85 };
}

function fromMeta({ meta }: Page): Authors {
  const lists = META_NAMES.map((name) => meta.get(name).flatMap((each) => named(toUntagged(each))));
  const value = lists.find((authors) => authors.length > 0) ?? [];
  return { value: peopleFirst(value), rule: "meta-author", confidence: 0.85 };
}

function fromLinks({ tree, region }: Page): Authors {
  const links = tree.elements
    .slice(region.order, region.endOrder)
    .filter(({ name, attributes }) => name === "a" && /\bauthor\b/.test(attributes.rel ?? ""));
  const value = links.flatMap((element) => named(textOf(element, isUnseen, 500)));
  return { value: peopleFirst(value), rule: "author-link", confidence: 0.8 };
}

/** Each once; an outlet beside people is where they work, or where their text was printed first. */
function peopleFirst(authors: Author[]): Author[] {
  const all = uniqueAuthors(authors);
  const people = all.filter(({ name }) => !isOrganisation(name));
  return people.length > 0 ? people : all;
}

function named(text: string): Author[] {
  if (text.length > MAX_NAMES_LENGTH) return [];
  return splitNames(text).map((name) => ({ name }));
}
