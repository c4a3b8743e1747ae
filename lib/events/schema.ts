import { z } from "zod";
import { LANE_IDS, type LaneId } from "#lib/events/lane-ids.ts";

export { LANE_IDS, type LaneId };

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
const MAX_ID_CHARACTERS = 120;

const firstOf = (value: unknown) => (Array.isArray(value) ? (value[0] as unknown) : value);

const pageSchema = z.preprocess(
  firstOf,
  z.coerce.number().int().min(1).max(MAX_PAGE).catch(1).default(1),
);

/** The page (from 1) that an address asks for; what is no page is the first. */
export function pageNumber(parameters: { page?: string | string[] }): number {
  return pageSchema.parse(parameters.page);
}

/** A judgement of a person who checked an event against its sources. */
export const eventVerificationSchema = z.object({
  eventId: z.string().min(1).max(MAX_ID_CHARACTERS),
  verification: z.enum(["verified", "to_verify"]),
});
