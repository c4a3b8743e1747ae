import { z } from "zod";

/** The sides that the timeline keeps apart, in the order in which it draws them. */
export const LANE_IDS = ["uk", "us", "ua", "ru", "eu"] as const;
export const laneIdSchema = z.enum(LANE_IDS);
export type LaneId = z.infer<typeof laneIdSchema>;

export const EVENT_KINDS = [
  "agreement",
  "aid",
  "call",
  "meeting",
  "military",
  "negotiation",
  "sanction",
  "statement",
  "summit",
  "visit",
  "vote",
  "other",
] as const;
export const eventKindSchema = z.enum(EVENT_KINDS);
export type EventKind = z.infer<typeof eventKindSchema>;

/** Past this a reader's page number is a mistake or a probe. */
const MAX_PAGE = 100_000;
const MAX_DATE_CHARACTERS = 80;
const MAX_ID_CHARACTERS = 120;

const firstOf = (value: unknown) => (Array.isArray(value) ? (value[0] as unknown) : value);
const text = (max: number) =>
  z.preprocess(firstOf, z.string().trim().max(max).catch("").default(""));

/** The timeline's address as it comes. What cannot be read counts as not given; nothing throws. */
export const timelineParametersSchema = z.object({
  lane: z
    .preprocess(
      (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
      z.array(laneIdSchema.nullable().catch(null)),
    )
    .transform((lanes) => LANE_IDS.filter((id) => lanes.includes(id))),
  topic: text(MAX_ID_CHARACTERS),
  from: text(MAX_DATE_CHARACTERS),
  to: text(MAX_DATE_CHARACTERS),
  order: z.preprocess(firstOf, z.enum(["newest", "oldest"]).catch("newest").default("newest")),
  page: z.preprocess(firstOf, z.coerce.number().int().min(1).max(MAX_PAGE).catch(1).default(1)),
});

/** The page (from 1) that an address asks for; what is no page is the first. */
export function pageNumber(parameters: { page?: string | string[] }): number {
  return timelineParametersSchema.shape.page.parse(parameters.page);
}

/** A judgement of a person who checked an event against its sources. */
export const eventVerificationSchema = z.object({
  eventId: z.string().min(1).max(MAX_ID_CHARACTERS),
  verification: z.enum(["verified", "to_verify"]),
});
