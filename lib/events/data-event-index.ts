/** All events as a process holds them: what the timeline draws and narrows them by. */
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { keptUntilChange } from "#lib/db/kept-until-change.ts";
import { lanesOf } from "#lib/events/lanes.ts";
import type { EventKind, LaneId } from "#lib/events/schema.ts";
import type { Verification } from "#lib/events/types.ts";
import { weightOf } from "#lib/events/weight.ts";

export type IndexedEvent = {
  id: string;
  title: string;
  kind: EventKind;
  /** Extended Date/Time Format, as written. */
  date: string;
  startsOn: string;
  endsOn: string;
  lanes: LaneId[];
  verification: Verification;
  /** 0 to 100. */
  weight: number;
  enteredAt: Date;
  topicIds: string[];
  actorIds: string[];
  /** Slugs of the outlets of its published articles. */
  outlets: string[];
  /** Its title, place, facts and participants, as `foldWords` writes them. */
  words: string;
};

type Row = Omit<IndexedEvent, "startsOn" | "endsOn" | "lanes" | "weight" | "words"> & {
  startsOn: Date;
  endsOn: Date;
  countries: (string | null)[];
  importance: number;
  lift: number;
  text: string;
};

/** Every event, in order of time. Kept in memory until public content changes. */
export const listIndexedEvents = keptUntilChange("events", 1, async (_all: "all") => {
  const rows = await database.$queryRaw<Row[]>`
    SELECT events.id, title, kind::text, date, starts_on AS "startsOn", ends_on AS "endsOn",
      verification::text, importance, lift, created_at AS "enteredAt",
      array_append(coalesce(taking.countries, '{}'), place_country) AS countries,
      coalesce(taking.ids, '{}') AS "actorIds",
      coalesce(about.ids, '{}') AS "topicIds",
      coalesce(told.slugs, '{}') AS outlets,
      concat_ws(' ', title, place_name, taking.names, array_to_string(facts, ' ')) AS text
    FROM events
    LEFT JOIN (
      SELECT event_id, array_agg(actors.id) AS ids, array_agg(DISTINCT country) AS countries,
        string_agg(name, ' ') AS names
      FROM event_participants JOIN actors ON actors.id = actor_id GROUP BY event_id
    ) taking ON taking.event_id = events.id
    LEFT JOIN (
      SELECT event_id, array_agg(topic_id) AS ids FROM event_topics GROUP BY event_id
    ) about ON about.event_id = events.id
    LEFT JOIN (
      SELECT event_id, array_agg(DISTINCT slug) AS slugs FROM event_articles
      JOIN article_search USING (article_id) JOIN outlets ON outlets.id = outlet_id
      GROUP BY event_id
    ) told ON told.event_id = events.id
    ORDER BY starts_on, events.id`;
  return rows.map(
    ({ countries, importance, lift, text, startsOn, endsOn, ...row }): IndexedEvent => ({
      ...row,
      startsOn: toCalendarDay(startsOn),
      endsOn: toCalendarDay(endsOn),
      lanes: lanesOf(countries),
      weight: weightOf({ importance, lift }),
      words: ` ${foldWords(text).join(" ")}`,
    }),
  );
});

/** The words of a text without accents, in small letters. */
export function foldWords(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** People who took part in events, those in most of them first. */
export const listEventPeople = keptUntilChange(
  "event-people",
  4,
  async (limit: number) =>
    await database.$queryRaw<{ id: string; name: string }[]>`
      SELECT actors.id, name FROM event_participants JOIN actors ON actors.id = actor_id
      WHERE kind = 'person' GROUP BY actors.id ORDER BY count(*) DESC, lower(name) LIMIT ${limit}`,
);
