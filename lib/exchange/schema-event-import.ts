import { z } from "zod";

/** The form carries the text back and forth until it is confirmed. */
export const MAX_IMPORT_BYTES = 2 * 1024 * 1024;
export const MAX_IMPORTED_EVENTS = 2_000;
const MAX_NAME_CHARACTERS = 200;

/** What somebody confirms: the file again, as it was shown, and the rows that are left out. */
export const eventImportSchema = z.object({
  text: z.string().min(1, "is needed"),
  name: z.string().trim().max(MAX_NAME_CHARACTERS),
  skip: z.array(z.coerce.number().int().min(1)),
});

export const eventImportIdSchema = z.object({ importId: z.uuid() });
