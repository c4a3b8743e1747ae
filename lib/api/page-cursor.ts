import { z } from "zod";
import { fromCursor, toCursor } from "#lib/api/cursor.ts";

const MAX_PAGE = 100_000;
const positionSchema = z.object({ page: z.int().min(1).max(MAX_PAGE) });

/** The page (from 1) that a cursor stands for: the first without one. */
export function pageOf(cursor: string | undefined): number {
  return cursor === undefined ? 1 : fromCursor(positionSchema, cursor).page;
}

/** The cursor of a page, for lists whose order is worked out afresh each time. */
export function toPageCursor(page: number): string {
  return toCursor({ page });
}
