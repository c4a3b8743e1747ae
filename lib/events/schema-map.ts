/** What the addresses of the map and of who met whom ask for. Nothing throws. */
import { z } from "zod";
import { LANE_IDS, type EventKind, type LaneId } from "#lib/events/schema.ts";

/** Kinds of events at which those who take part meet, or speak with each other. */
export const MEETING_KINDS = [
  "meeting",
  "summit",
  "visit",
  "negotiation",
  "call",
] as const satisfies readonly EventKind[];

const MAX_TEXT_CHARACTERS = 200;
const MAX_WITHIN_KM = 5_000;
const MAX_WHO = 2;

const firstOf = (value: unknown) => (Array.isArray(value) ? (value[0] as unknown) : value);
const year = z.preprocess(
  firstOf,
  z
    .string()
    .trim()
    .regex(/^(?!0000)\d{4}$/)
    .optional()
    .catch(undefined),
);
const lanes = z
  .preprocess(
    (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
    z.array(z.enum(LANE_IDS).nullable().catch(null)),
  )
  .transform((given): LaneId[] => LANE_IDS.filter((id) => given.includes(id)));

export const mapQuerySchema = z.object({
  from: year,
  to: year,
  lane: lanes,
  only: z.preprocess(firstOf, z.literal("meetings").optional().catch(undefined)),
  place: z.preprocess(
    firstOf,
    z.string().trim().min(1).max(MAX_TEXT_CHARACTERS).optional().catch(undefined),
  ),
  within: z.preprocess(
    firstOf,
    z.coerce.number().int().min(0).max(MAX_WITHIN_KM).catch(0).default(0),
  ),
});
export type MapQuery = z.infer<typeof mapQuerySchema>;

export const meetingsQuerySchema = z.object({
  from: year,
  to: year,
  lane: lanes,
  /** One person, or two with a comma between, by their ids. */
  who: z.preprocess(
    firstOf,
    z
      .string()
      .catch("")
      .default("")
      .transform((text) =>
        [...new Set(text.split(",").map((id) => id.trim()))]
          .filter((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
          .slice(0, MAX_WHO),
      ),
  ),
});
export type MeetingsQuery = z.infer<typeof meetingsQuerySchema>;

type Years = { from?: string; to?: string };

/** First and last day of the years that are asked for. */
export function daysOfYears({ from, to }: Years): { from: string | null; to: string | null } {
  return { from: from ? `${from}-01-01` : null, to: to ? `${to}-12-31` : null };
}

/** The address of the map: what is asked with `changes` made to it. */
export function mapPath(query: MapQuery, changes: Partial<MapQuery> = {}): string {
  const { lane, from, to, only, place, within } = { ...query, ...changes };
  const rest = { from, to, only, place, within: place && within > 0 ? String(within) : undefined };
  return pathOf("/map", lane, rest);
}

/** The address of who met whom: what is asked with `changes` made to it. */
export function meetingsPath(query: MeetingsQuery, changes: Partial<MeetingsQuery> = {}): string {
  const { lane, from, to, who } = { ...query, ...changes };
  return pathOf("/meetings", lane, { who: who.join(",") || undefined, from, to });
}

function pathOf(
  path: string,
  lane: readonly LaneId[],
  rest: Readonly<Record<string, string | undefined>>,
): string {
  const query = new URLSearchParams(lane.map((id) => ["lane", id]));
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value);
  const written = query.toString().replaceAll("%2C", ",");
  return written ? `${path}?${written}` : path;
}
