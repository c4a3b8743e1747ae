/** What the API reads and answers of lists of events. */
import { z } from "zod";
import {
  actorKind,
  articleEntrySchema,
  eventEntrySchema,
  instant,
} from "#lib/api/answer-schemas.ts";
import { evidenceShape } from "#lib/api/evidence-schemas.ts";
import { cursor, edge, id, limit, many, MAX_TEXT_CHARACTERS } from "#lib/api/schema.ts";
import { namedSourceSchema } from "#lib/articles/schema.ts";
import { EVENT_KINDS, LANE_IDS } from "#lib/events/schema.ts";

export const eventsQuerySchema = z.strictObject({
  lane: many(z.enum(LANE_IDS)).describe("Events of any of these sides."),
  kind: many(z.enum(EVENT_KINDS)).describe("Events of any of these kinds."),
  topic: id.optional().describe("Id of a topic."),
  person: id.optional().describe("Id of an actor who took part."),
  place: z.string().trim().max(MAX_TEXT_CHARACTERS).optional().describe("Name of the place."),
  from: edge("start"),
  to: edge("end"),
  minWeight: z.coerce
    .number("is not a number")
    .int("is not a whole number")
    .min(0, "is below 0")
    .max(100, "is above 100")
    .optional()
    .describe("Events that weigh at least as much."),
  order: z
    .enum(["oldest", "newest", "weight"])
    .default("oldest")
    .describe("`weight`: those that weigh most first."),
  limit,
  cursor,
});

export const eventListSchema = z
  .object({
    items: z.array(
      eventEntrySchema
        .extend({
          placeCountry: z.string().nullable(),
          latitude: z.number().nullable(),
          longitude: z.number().nullable(),
          importance: z.int().describe("0 to 100, computed"),
          lift: z.int().describe("Steps, -2 to 2, by which an editor lifted or lowered it"),
          weight: z.int().describe("Both together, 0 to 100"),
        })
        .meta({ id: "EventListItem" }),
    ),
    nextCursor: z.string().nullable().describe("`cursor` of the next page; null on the last"),
    total: z.int(),
  })
  .meta({ id: "EventList" });

export const eventSchema = eventEntrySchema
  .extend({
    placeCountry: z.string().nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    facts: z.array(z.string()),
    participants: z.array(
      z.object({
        actorId: z.string(),
        name: z.string(),
        kind: actorKind,
        country: z.string().nullable(),
        role: z.string().nullable().describe("Office or part on that day, as recorded"),
        offices: z.array(z.string()).describe("Held on the first day of the event"),
      }),
    ),
    sources: z.array(namedSourceSchema),
    topics: z.array(z.object({ id: z.string(), label: z.string() })),
    related: z.array(eventEntrySchema),
    articles: z.array(articleEntrySchema),
    importance: z.int().min(0).max(100).describe("Computed from what is archived of it"),
    lift: z.int().min(-2).max(2).describe("Steps by which an editor lifted or lowered it"),
    updatedAt: instant,
    ...evidenceShape,
  })
  .meta({ id: "Event" });
