import type { EventRecord } from "#lib/events/schema-record.ts";
import type { EventEntry } from "#lib/events/types.ts";

/** An event of this archive as files carry it, with what only this archive says of it. */
export type RecordedEvent = EventRecord &
  Pick<EventEntry, "path" | "startsOn" | "endsOn" | "lanes" | "verification"> & {
    laneNames: string[];
    /** ISO 8601, in UTC. */
    updatedAt: string;
  };
