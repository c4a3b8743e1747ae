import { z } from "zod";

const line = z.string().trim().max(200, "At most 200 characters.");

const MAX_DEFAULT_TOPICS = 20;

export const outletIdSchema = z.uuid("This is not an outlet.");

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en-GB", { timeZone: name }));
  } catch {
    return false;
  }
}

/** What a person says about an outlet. */
export const outletFieldsSchema = z.object({
  name: line.min(1, "Please give a name."),
  country: line.transform((country) => country || null),
  homepageUrl: z
    .union([z.literal(""), z.url({ protocol: /^https?$/ })], "This is not an address on the web.")
    .transform((url) => url || null),
  timeZone: line.refine(isTimeZone, "A time zone looks like Europe/London."),
  defaultRights: z.enum(["full_text", "extract", "metadata_only"], "Please choose."),
  /** Of every article that comes in, as if an archivist had chosen them. */
  defaultTopicIds: z.array(z.string().max(120)).max(MAX_DEFAULT_TOPICS).default([]),
  /** Whether what comes in and is beyond doubt is public at once. */
  publishesItself: z.boolean().default(false),
});

export type OutletFields = z.infer<typeof outletFieldsSchema>;

/** What a merge moved, as its audit entry keeps it for undoing. */
export const outletMergeSchema = z.object({
  into: z.uuid(),
  movedArticles: z.array(z.uuid()),
  mergedBefore: z.array(z.uuid()),
});

export type OutletMerge = z.infer<typeof outletMergeSchema>;
