/** The parameters of a reader's address, as Next gives them. */
export type ReaderParameters = Record<string, string | string[] | undefined>;

const MAX_VALUES_PER_FILTER = 5;
const MAX_VALUE_LENGTH = 100;

/** The first value of a parameter, cleaned; "" where it is not given. */
export function textOf(value: string | string[] | undefined): string {
  return cleanText((Array.isArray(value) ? value[0] : value) ?? "");
}

/** The different values of a parameter that may be given several times; overlong ones are left out. */
export function valuesOf(
  value: string | string[] | undefined,
  max = MAX_VALUES_PER_FILTER,
): string[] {
  const values = [value ?? []].flat().map(cleanText);
  const usable = values.filter((id) => id !== "" && id.length <= MAX_VALUE_LENGTH);
  return [...new Set(usable)].slice(0, max);
}

/** The page that is asked for, from 1 to `max`; what is no page is the first. */
export function pageOf(value: string | string[] | undefined, max: number): number {
  const text = textOf(value);
  const page = /^\d{1,4}$/.test(text) ? Number(text) : 1;
  return Math.min(Math.max(page, 1), max);
}

/** PostgreSQL holds no NUL and no half of a surrogate pair. */
function cleanText(value: string): string {
  return value.replaceAll("\0", " ").toWellFormed().replace(/\s+/g, " ").trim();
}
