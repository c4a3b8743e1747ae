/** JSON that holds many articles: a list, JSON Feed, the answer of a news service. */
import { AppError } from "#lib/errors.ts";
import { isNinjs } from "../agency/ninjs.ts";
import { decodeText } from "../decode.ts";
import { isJsonObject, type Json, type JsonObject } from "../records/canonical-json.ts";
import { applyColumnChoices, type ColumnChoices } from "../records/column-choices.ts";
import { areArticleColumns, mapColumns } from "../records/columns.ts";
import { textsOf } from "../records/record-fields.ts";
import { chooseForObjects, keysWithin } from "./json-choices.ts";
import { failedItem, recordItem, type UnpackedItem, type UnpackHint } from "./unpacked-item.ts";

/** What is put to every record of a list: members they have in common, an archivist's choices. */
type Additions = { shared?: JsonObject; columns?: ColumnChoices | undefined };

type Choosing = Pick<UnpackHint, "columns" | "chooseColumns">;

/** How deep in an answer the list of its articles may stand: `response.docs`. */
const MAX_LIST_DEPTH = 3;

/**
 * The articles in a JSON document; null where it is a single one, which is an original as it is.
 * Throws `AppError` for what is no JSON.
 */
export function jsonItems(
  bytes: Uint8Array,
  hint: UnpackHint,
  path: string,
): Generator<UnpackedItem> | null {
  return itemsIn(parseJson(decodeText(bytes, hint.charset).text), hint, path);
}

/** A JSON Feed's title and its items, none where it has none; null for anything else. */
export function readJsonFeed(
  bytes: Uint8Array,
  hint: UnpackHint,
  path: string,
): { title: string | null; items: Iterable<UnpackedItem> } | null {
  const value = parseAny(decodeText(bytes, hint.charset).text);
  if (!isJsonObject(value) || !isJsonFeed(value)) return null;
  const title = typeof value.title === "string" ? value.title.trim() : "";
  return { title: title || null, items: itemsIn(value, hint, path) ?? [] };
}

function itemsIn(value: Json, hint: Choosing, path: string): Generator<UnpackedItem> | null {
  const isSingle = isJsonObject(value) && (hasBody(value) || isNinjs(value));
  const inside = isJsonObject(value) ? findList(value, 0) : Array.isArray(value) ? value : null;
  const found = isSingle ? null : inside;
  if (!found) return isJsonObject(value) ? chosenItem(value, hint, path) : null;
  const shared = isJsonObject(value) ? sharedFields(value) : {};
  const columns = chooseForObjects(found, path, hint);
  return listItems(columns === null ? [] : found, { shared, columns: columns ?? undefined }, path);
}

/** A single object for whose keys something else was chosen than their names say; null for any other. */
function chosenItem(
  value: JsonObject,
  hint: Choosing,
  path: string,
): Generator<UnpackedItem> | null {
  const columns = chooseForObjects([value], path, hint);
  if (columns === null) return noItems();
  const isChosen = Object.keys(columns ?? {}).some((key) => Object.hasOwn(value, key));
  return isChosen ? oneItem(jsonItem(value, path, { columns })) : null;
}

function* noItems(): Generator<UnpackedItem> {}

function* oneItem(item: UnpackedItem): Generator<UnpackedItem> {
  yield item;
}

/** A value of a list or a line as an item; a failed one where it is no object, or cannot be one. */
export function jsonItem(
  value: Json,
  path: string,
  { shared, columns }: Additions = {},
): UnpackedItem {
  if (!isJsonObject(value)) return failedItem(noObject(), path);
  try {
    return recordItem(applyColumnChoices({ ...shared, ...value }, columns), path);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return failedItem(brokenJson("It is nested too deeply."), path);
  }
}

/** Why a piece of JSON could not be read. */
export function brokenJson(why: string): AppError {
  return new AppError(
    "invalid_input",
    `The JSON is broken and could not be read. ${why} Nothing was stored. Please correct it and send it again.`,
  );
}

function* listItems(list: Json[], additions: Additions, path: string): Generator<UnpackedItem> {
  for (const [i, value] of list.entries()) yield jsonItem(value, `${path}#${i + 1}`, additions);
}

/** Null, which is no list and no object, for what is no JSON. */
function parseAny(text: string): Json {
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}

function parseJson(text: string): Json {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, "")) as Json;
  } catch (error) {
    throw brokenJson(error instanceof Error ? `${error.message}.` : "");
  }
}

/** What a JSON Feed says once for all its items. */
function sharedFields(value: JsonObject): JsonObject {
  if (!isJsonFeed(value)) return {};
  const authors = value.authors ?? value.author;
  return {
    ...(typeof value.title === "string" && { outlet: value.title }),
    ...(typeof value.language === "string" && { language: value.language }),
    ...(textsOf(authors).length > 0 && { authors }),
  };
}

function isJsonFeed(value: JsonObject): boolean {
  return String(value.version).includes("jsonfeed.org");
}

/** With a text of its own an object is an article, whatever lists there are in it. */
function hasBody(value: JsonObject): boolean {
  return isArticle(value) && mapColumns(keysWithin(value)).some(({ field }) => field === "body");
}

function isArticle(value: JsonObject): boolean {
  return areArticleColumns(keysWithin(value));
}

/** The longest list of what may be articles, nearest to the top. */
function findList(value: JsonObject, depth: number): Json[] | null {
  const lists = Object.values(value).filter(Array.isArray);
  const fitting = lists.filter((list) =>
    list.slice(0, 5).some((one) => isJsonObject(one) && isArticle(one)),
  );
  const [longest] = fitting.sort((a, b) => b.length - a.length);
  if (longest) return longest;
  if (isJsonFeed(value) && Array.isArray(value.items)) return value.items;
  if (depth >= MAX_LIST_DEPTH) return null;
  for (const member of Object.values(value)) {
    const found = isJsonObject(member) ? findList(member, depth + 1) : null;
    if (found) return found;
  }
  return null;
}

function noObject(): AppError {
  return brokenJson("There is something other than an object with an article's fields.");
}
