/** A JSON value as it comes out of `JSON.parse`. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json | undefined };
export type JsonObject = { [key: string]: Json | undefined };

const MAX_DEPTH = 100;

/**
 * JSON in one form only: keys in order of their code units, no blanks, what is undefined left out. The
 * same value always gives the same bytes, wherever it was read from. Throws `RangeError` for values
 * nested deeper than 100.
 */
export function toCanonicalJson(value: Json, depth = 0): string {
  if (depth > MAX_DEPTH) throw new RangeError("Nested deeper than 100.");
  if (Array.isArray(value))
    return `[${value.map((item) => toCanonicalJson(item, depth + 1)).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const member = value[key];
      if (member === undefined) return [];
      return [`${JSON.stringify(key)}:${toCanonicalJson(member, depth + 1)}`];
    });
  return `{${members.join(",")}}`;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
