/** Reads what pages say of themselves in JSON-LD, however it is wrapped, and where it is broken. */
import { repairJson } from "./repair-json.ts";
import { toUntagged } from "./untagged.ts";
import type { HtmlTree } from "./tree.ts";

export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;
export type JsonObject = { [key: string]: JsonValue };

const MAX_SCRIPT_LENGTH = 1_500_000;
const MAX_OBJECTS = 5_000;
const ARTICLE_TYPE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*Article|BlogPosting|LiveBlogPosting|Report|Review|NewsStory|OpinionNewsArticle)$/;
const PAGE_TYPE =
  /^(?:https?:\/\/schema\.org\/)?(?:\w*WebPage|MediaGallery|ImageGallery|VideoObject|Recipe|NewsMediaOrganization)$/;

/** All objects in a page's JSON-LD, nested ones too, in order. */
export function readJsonLd({ elements }: HtmlTree): JsonObject[] {
  return elements
    .filter(({ name, attributes }) => name === "script" && /ld\+json/i.test(attributes.type ?? ""))
    .flatMap(({ children }) => listObjects(parseTolerantly(children.join(""))))
    .slice(0, MAX_OBJECTS);
}

/** The objects that are about the article itself, the fullest description first. */
export function chooseArticles(objects: readonly JsonObject[]): JsonObject[] {
  const articles = objects.filter((object) => hasType(object, ARTICLE_TYPE) && isOwn(object));
  // A page may describe the articles it links to as well: its own comes first or is described most.
  return articles.sort((a, b) => fullness(b) - fullness(a));
}

export function choosePages(objects: readonly JsonObject[]): JsonObject[] {
  return objects.filter((object) => hasType(object, PAGE_TYPE));
}

function isOwn(object: JsonObject): boolean {
  return ["headline", "name", "author", "datePublished", "articleBody"].some(
    (key) => object[key] !== undefined,
  );
}

function fullness(object: JsonObject): number {
  const keys = ["headline", "author", "datePublished", "image", "mainEntityOfPage", "publisher"];
  const body = typeof object.articleBody === "string" && object.articleBody.length > 500 ? 2 : 0;
  return body + keys.filter((key) => object[key] !== undefined && object[key] !== null).length;
}

function hasType(object: JsonObject, pattern: RegExp): boolean {
  return valuesOf(object["@type"]).some((type) => typeof type === "string" && pattern.test(type));
}

/** A value as a list: JSON-LD leaves the brackets out around one. */
export function valuesOf(value: JsonValue | undefined): JsonValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The texts of a value: itself, or the `name` or `@value` of what it describes. Tags are taken out. */
export function textsOf(value: JsonValue | undefined): string[] {
  return valuesOf(value).flatMap((each) => {
    const text = isObject(each) ? (each.name ?? each["@value"] ?? each.headline) : each;
    return typeof text === "string" && text.trim() !== "" ? [toUntagged(text)] : [];
  });
}

export function textOfKey(object: JsonObject, key: string): string | null {
  return textsOf(object[key])[0] ?? null;
}

/** Breadth first, so that what describes the page comes before what that refers to. */
function listObjects(value: JsonValue | undefined): JsonObject[] {
  const found: JsonObject[] = [];
  let level: JsonValue[] = value === undefined ? [] : [value];
  while (level.length > 0 && found.length < MAX_OBJECTS) {
    const next: JsonValue[] = [];
    for (const each of level) {
      if (Array.isArray(each)) for (const item of each) next.push(item);
      else if (isObject(each)) {
        found.push(each);
        for (const item of Object.values(each)) if (typeof item === "object") next.push(item);
      }
    }
    level = next;
  }
  return found;
}

function parseTolerantly(script: string): JsonValue | undefined {
  if (script.length > MAX_SCRIPT_LENGTH) return undefined;
  const text = script
    .replace(/^\s*(?:<!--|\/\*.*?\*\/|<!\[CDATA\[|\/\/\s*<!\[CDATA\[)/s, "")
    .replace(/(?:-->|\/\/\s*\]\]>|\]\]>)\s*;?\s*$/, "")
    .trim();
  return parseJson(text) ?? parseJson(repairJson(text)) ?? parseJson(joinRoots(repairJson(text)));
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

/** Several roots after one another, as some pages write them. */
function joinRoots(text: string): string {
  return `[${text.replace(/\}\s*\{\s*"@/g, '},{"@')}]`;
}
