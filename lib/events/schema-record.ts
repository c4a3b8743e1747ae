import { z } from "zod";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { eventKindSchema } from "#lib/events/schema.ts";

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
