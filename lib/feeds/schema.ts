import { z } from "zod";

const MAX_TOPICS = 20;
const MAX_ADDRESS_LENGTH = 2_000;
const QUARTER_HOUR_MINUTES = 15;
const WEEK_MINUTES = 7 * 24 * 60;

export const DEFAULT_INTERVAL_MINUTES = 60;

export const feedIdSchema = z.uuid("This is not a feed.");

/** As typed, with or without `https://`; as the address of a request. */
export const feedAddressSchema = z
  .string()
  .trim()
  .min(1, "Please give an address.")
  .max(MAX_ADDRESS_LENGTH, "This is too long for an address.")
  .transform((typed) =>
    URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`),
  )
  .refine(
    (url) => url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password,
    "This is no address on the web, such as https://example.org/feed.xml.",
  )
  .transform((url) => {
    const { origin, pathname, search } = url as URL;
    return `${origin}${pathname}${search}`;
  });

const noneOr = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" || value === undefined ? null : value), schema.nullable());

/** What a person says about a feed. */
export const feedFieldsSchema = z.object({
  title: z.string().trim().min(1, "Please give a name.").max(200, "At most 200 characters."),
  /** Where entries are filed that name no outlet of their own. */
  outletId: noneOr(z.uuid("Please choose an outlet.")),
  intervalMinutes: z.coerce
    .number("Please choose.")
    .int("Please choose.")
    .min(QUARTER_HOUR_MINUTES, "Every 15 minutes is the most.")
    .max(WEEK_MINUTES, "Once a week is the least.")
    .default(DEFAULT_INTERVAL_MINUTES),
  /** Whether an entry's page is fetched where the feed has only a teaser. */
  fetchesFullText: z.boolean().default(false),
  /** Null, here and below: as its outlet has it. */
  rights: noneOr(z.enum(["full_text", "extract", "metadata_only"], "Please choose.")),
  publishesItself: z.boolean().nullable().default(null),
  /** Of every article that comes in, besides those of its outlet. */
  topicIds: z.array(z.string().max(120)).max(MAX_TOPICS).default([]),
});

export type FeedFields = z.infer<typeof feedFieldsSchema>;

const LAST_PAGE = 100_000;

/** Which entries a feed's page shows; what makes no sense there counts as not asked. */
export const feedPageSchema = z.object({
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
});
