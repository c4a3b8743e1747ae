/** The keys of JSON objects as the columns of a table, for someone to say which is which. */
import { isNinjs } from "../agency/ninjs.ts";
import { isJsonObject, type Json, type JsonObject } from "../records/canonical-json.ts";
import type { ColumnChoices } from "../records/column-choices.ts";
import { faultOfHeader } from "../records/column-shape.ts";
import { mapColumns } from "../records/columns.ts";
import { isClearly } from "./table-header.ts";
import type { UnpackHint } from "./unpacked-item.ts";

/** Objects of one list may differ: the keys of so many of the first, together, are its columns. */
export const KEYS_FROM_OBJECTS = 100;
const SAMPLE_OBJECTS = 5;
const WRAPPED_KEYS = ["fields", "attributes", "_source", "article", "data", "document", "node"];

/** The choice for the objects among `values`, null where they are to be left unread. */
export function chooseForObjects(
  values: readonly unknown[],
  path: string,
  { columns, chooseColumns }: Pick<UnpackHint, "columns" | "chooseColumns">,
): ColumnChoices | null | undefined {
  if (columns || !chooseColumns) return columns;
  const objects = values.slice(0, KEYS_FROM_OBJECTS).filter(isObject);
  const keys = [...new Set(objects.flatMap((object) => Object.keys(object)))];
  if (keys.length === 0 || faultOfHeader(keys) !== null) return undefined;
  const fields = mapColumns(objects.flatMap(keysWithin)).map(({ field }) => field);
  const isClear = isClearly(fields) || objects.some(isNinjs);
  const sample = objects.slice(0, SAMPLE_OBJECTS);
  return chooseColumns({ path, columns: keys, sample, isClear, isGuess: false });
}

/** The keys of an object and of what it wraps its fields in. */
export function keysWithin(value: JsonObject): string[] {
  const wrapped = WRAPPED_KEYS.map((key) => value[key]).filter(isJsonObject);
  return [value, ...wrapped].flatMap((object) => Object.keys(object));
}

function isObject(value: unknown): value is JsonObject {
  return !(value instanceof Error) && isJsonObject(value as Json);
}
