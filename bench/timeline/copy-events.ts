import { database } from "#lib/db/client.ts";

/** Each round of copies stands so many days before the one before. */
const DAYS_EARLIER = 91;
const DATED_TO_THE_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(/[0-9]{4}-[0-9]{2}-[0-9]{2})?$";

/**
 * Copies the events that are dated to the day under earlier days, with who took part and their topics,
 * until there are so many events. Copies have different weights, as a computed importance would give.
 */
export async function copyEvents(wanted: number): Promise<{ events: number; copies: number }> {
  const before = await database.event.count();
  for (let round = 1; (await database.event.count()) < wanted; round++)
    await copyRound(round, wanted);
  await database.$executeRaw`ANALYZE events, event_participants, event_topics`;
  const events = await database.event.count();
  return { events, copies: events - before };
}

async function copyRound(round: number, wanted: number): Promise<void> {
  const days = round * DAYS_EARLIER;
  await database.$transaction([
    database.$executeRaw`
      INSERT INTO events (id, title, kind, date, starts_on, ends_on, place_name, place_country, facts,
        verification, importance, updated_at)
      SELECT id || '-copy-' || ${round}::int, title, kind,
        CASE WHEN starts_on = ends_on THEN (starts_on - ${days}::int)::text
          ELSE (starts_on - ${days}::int)::text || '/' || (ends_on - ${days}::int)::text END,
        starts_on - ${days}::int, ends_on - ${days}::int, place_name, place_country, facts,
        verification, abs(hashtext(id || ${round}::int)) % 100, now()
      FROM events WHERE id NOT LIKE '%-copy-%' AND date ~ ${DATED_TO_THE_DAY}
      ORDER BY id LIMIT greatest(0, ${wanted}::int - (SELECT count(*) FROM events)::int)`,
    database.$executeRaw`
      INSERT INTO event_participants (event_id, position, actor_id, role)
      SELECT copy.id, position, actor_id, role FROM events copy
      JOIN event_participants ON event_id = replace(copy.id, '-copy-' || ${round}::int, '')
      WHERE copy.id LIKE '%-copy-' || ${round}::int`,
    database.$executeRaw`
      INSERT INTO event_topics (event_id, topic_id)
      SELECT copy.id, topic_id FROM events copy
      JOIN event_topics ON event_id = replace(copy.id, '-copy-' || ${round}::int, '')
      WHERE copy.id LIKE '%-copy-' || ${round}::int`,
  ]);
}
