/** The highest page of a list that can be asked for: beyond it a year or a topic narrows better. */
export const MAX_PAGE = 2_000;

/** The page asked for by `?page=`: 1 where there is none, null for what is no page number. */
export function parsePageNumber(value: string | string[] | undefined): number | null {
  if (value === undefined) return 1;
  const isNumber = typeof value === "string" && /^[1-9]\d{0,3}$/.test(value);
  return isNumber && Number(value) <= MAX_PAGE ? Number(value) : null;
}
