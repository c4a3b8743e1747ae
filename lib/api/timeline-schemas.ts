/** The timeline: what the API reads, and what it answers with. */
import { z } from "zod";
import {
  articleEntrySchema,
  day,
  eventEntrySchema,
  nextCursor,
  path,
} from "#lib/api/answer-schemas.ts";
import { cursor, edge, id, limit, many, MAX_TEXT_CHARACTERS } from "#lib/api/schema.ts";
import { COMMITMENT_STATES } from "#lib/commitments/schema.ts";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { EVENT_KINDS, LANE_IDS } from "#lib/events/schema.ts";
import { DEFAULT_SHOWN, readTime, SHOWN } from "#lib/timeline/schema.ts";
import { COMMITMENT_LANE, OTHER_LANE } from "#lib/timeline/types.ts";

const narrowingShape = {
  show: many(z.enum(SHOWN))
    .transform((shown) => (shown.length > 0 ? shown : [...DEFAULT_SHOWN]))
    .describe("What is shown; without it, events and articles."),
  lane: many(z.enum(LANE_IDS)).describe("Entries of any of these sides."),
  topic: id.optional().describe("Id of a topic."),
  person: id
    .optional()
    .describe("Id of an actor that takes part, is mentioned, speaks, promises or is promised to."),
  kind: many(z.enum(EVENT_KINDS)).describe("Events of any of these kinds; all else the same."),
  outlet: id
    .optional()
    .describe("Slug of an outlet; an event counts that one of its articles tells of."),
  q: z
    .string()
    .max(MAX_TEXT_CHARACTERS, `is longer than ${MAX_TEXT_CHARACTERS} characters`)
    .optional()
    .describe("Words: of articles as `/search` reads them, of events beginnings of their words."),
  known: z
    .string()
    .refine(isCalendarDay, "is not a day such as 2025-02-27")
    .optional()
    .describe("Only what this archive held by the end of that day (UTC)."),
};

export const timelineQuerySchema = z.strictObject({
  ...narrowingShape,
  from: edge("start"),
  to: edge("end"),
  order: z.enum(["newest", "oldest"]).default("oldest"),
  limit,
  cursor,
});

const commitmentEntrySchema = z
  .object({
    type: z.literal("commitment"),
    id: z.string(),
    path,
    title: z.string(),
    date: z.string().describe("When it was made: Extended Date/Time Format"),
    due: z.string().nullable().describe("Extended Date/Time Format; null: no day was named"),
    startsOn: day,
    endsOn: day.describe("The last day of its due date, or that of the change that settled it"),
    state: z.enum([...COMMITMENT_STATES, "overdue"]),
    lanes: z.array(z.enum(LANE_IDS)).describe("Of who promised"),
  })
  .meta({ id: "CommitmentEntry" });

export const timelineSchema = z
  .object({
    items: z.array(
      z.discriminatedUnion("type", [eventEntrySchema, articleEntrySchema, commitmentEntrySchema]),
    ),
    nextCursor,
    total: z.int(),
  })
  .meta({ id: "Timeline" });

const moment = (side: string) =>
  z
    .string()
    .refine(
      (text) => parseEdtf(text) !== null || readTime(text) !== null,
      "is not a date such as 2025-02-27, 2025 or 2025-02-27T06:00",
    )
    .optional()
    .describe(`${side} of the window: a day, a month, a year or a minute (UTC).`);

export const pictureQuerySchema = z.strictObject({
  ...narrowingShape,
  from: moment("Beginning"),
  to: moment("End"),
});

const time = z.number().describe("Days since 1 January 1970, hours as fractions (UTC)");
const spanShape = { from: time, to: time.describe("Not included") };
const span = z.object(spanShape);
const lane = z.enum([...LANE_IDS, OTHER_LANE, COMMITMENT_LANE]);
const countBin = z.object({
  ...spanShape,
  total: z.int(),
  lanes: z.partialRecord(lane, z.int()).describe("One that is in several lanes counts in each"),
});

export const pictureSchema = z
  .object({
    window: span,
    covers: span.describe("Of which all is here: the window and as much again on either side"),
    extent: span.describe("From the first to the last of anything"),
    first: span.describe("The window where none is asked for"),
    lanes: z.array(lane).readonly(),
    hasEvents: z.boolean().describe("Whether events are shown"),
    entries: z
      .array(
        z.object({
          ...spanShape,
          id: z.string(),
          title: z.string(),
          path: z.string(),
          dateLabel: z.string(),
          isSoft: z.boolean().describe("Its date is not exact to the day"),
          isToVerify: z.boolean(),
          lanes: z.array(lane).readonly(),
          weight: z.number(),
          kind: z.enum([...EVENT_KINDS, COMMITMENT_LANE]),
          promise: z
            .object({
              sides: z.array(lane).readonly().describe("Of who promised"),
              due: span.nullable(),
              isOpen: z.boolean(),
            })
            .optional()
            .describe("Of a commitment alone; its time ends where it is due or was settled"),
        }),
      )
      .readonly(),
    rest: z
      .array(countBin)
      .readonly()
      .describe("Events and commitments that are not among the entries, counted"),
    articles: z.array(countBin).readonly(),
    statements: z.array(countBin).readonly(),
    overview: z.object({
      unit: z.string(),
      bins: z
        .array(z.object({ ...spanShape, events: z.int(), articles: z.int(), statements: z.int() }))
        .readonly(),
    }),
    counts: z.object({ before: z.int(), within: z.int(), after: z.int() }),
  })
  .nullable()
  .meta({ id: "TimelinePicture", description: "Null where nothing at all is to be shown" });
