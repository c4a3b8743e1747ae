import { z } from "zod";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { eventKindSchema } from "#lib/events/schema.ts";
import type { EventEntry } from "#lib/events/types.ts";

export const MAX_EVENT_ID_CHARACTERS = 120;
const MAX_LINE_CHARACTERS = 500;
const MAX_FACT_CHARACTERS = 5_000;
const MAX_URL_CHARACTERS = 2_000;
const MAX_LIST_LENGTH = 200;

const line = z.string().trim().min(1).max(MAX_LINE_CHARACTERS);
const list = <T extends z.ZodType>(item: T) => z.array(item).max(MAX_LIST_LENGTH);

/**
 * An event as files carry it from one archive to another. Whoever takes part is named, with their id
 * in the archive that the file is from; topics are named by their labels.
 */
export const eventRecordSchema = z.object({
  id: z
    .string()
    .max(MAX_EVENT_ID_CHARACTERS)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  title: line,
  /** Extended Date/Time Format. */
  date: z.string().refine((date) => parseEdtf(date) !== null),
  kind: eventKindSchema,
  placeName: line.nullable(),
  placeCountry: line.nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
  longitude: z.number().min(-180).max(180).nullable(),
  participants: list(z.object({ name: line, role: line.nullable(), actorId: line.nullable() })),
  topics: list(line),
  facts: list(z.string().trim().min(1).max(MAX_FACT_CHARACTERS)),
  sources: list(
    z.object({
      publisher: line,
      title: line,
      url: z.string().max(MAX_URL_CHARACTERS).nullable(),
      stateMedia: z.boolean(),
    }),
  ),
  /** Ids of events that belong to it. */
  related: list(line),
});

export type EventRecord = z.infer<typeof eventRecordSchema>;

/** An event of this archive as files carry it, with what only this archive says of it. */
export type RecordedEvent = EventRecord &
  Pick<EventEntry, "path" | "startsOn" | "endsOn" | "lanes" | "verification"> & {
    laneNames: string[];
    /** ISO 8601, in UTC. */
    updatedAt: string;
  };

/** An event to be stored: who takes part and its topics are those of this archive. */
export const resolvedEventSchema = eventRecordSchema.omit({ topics: true }).extend({
  participants: list(z.object({ actorId: line, role: line.nullable() })),
  topicIds: list(line),
});

export type ResolvedEvent = z.infer<typeof resolvedEventSchema>;
