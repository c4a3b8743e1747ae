import { database } from "#lib/db/client.ts";

export type EventImportLine = {
  id: string;
  name: string;
  importedAt: Date;
  importedBy: string | null;
  events: number;
  /** How many of them are here still. */
  remaining: number;
  undoneAt: Date | null;
};

/** The latest imports of events, newest first. */
export async function listEventImports(limit: number): Promise<EventImportLine[]> {
  return await database.$queryRaw<EventImportLine[]>`
    SELECT event_imports.id, event_imports.name, imported_at AS "importedAt",
      undone_at AS "undoneAt", users.name AS "importedBy",
      jsonb_array_length(events) AS events,
      (SELECT count(*)::int FROM jsonb_array_elements(event_imports.events) stored
        JOIN events here ON here.id = stored ->> 'id') AS remaining
    FROM event_imports LEFT JOIN users ON users.id = imported_by_id
    ORDER BY imported_at DESC, event_imports.id DESC LIMIT ${limit}`;
}
