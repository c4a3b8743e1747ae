/** What the archive holds that an event's importance is computed from. */
import { OFFICES, officesThroughout } from "#lib/articles/data-offices.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { importanceOf, type Importance, type WeighedEvent } from "#lib/events/importance.ts";
import type { Coverage, Report } from "#lib/events/independence.ts";

/** The events among these ids as they are weighed, by id. Costs six statements, however many they are. */
export async function readWeighed(
  ids: readonly string[],
  reader: Transaction = database,
): Promise<Map<string, WeighedEvent>> {
  // One after the other: a transaction has one connection.
  const events = await readEvents(ids, reader);
  const coverage = await readCoverage(ids, reader);
  const links = await readLinks(ids, reader);
  return new Map(
    events.map(({ id, kind, startsOn, endsOn, participants }) => {
      const [first, last] = [toCalendarDay(startsOn), toCalendarDay(endsOn)];
      const people = participants.map(({ role, actor }) => ({
        name: actor.name,
        offices: [...officesThroughout(actor.offices, first, last), ...(role ? [role] : [])],
      }));
      const own = coverage.get(id) ?? { reports: [], copies: [], publishers: [] };
      return [id, { kind, people, coverage: own, links: links.get(id) ?? 0 }];
    }),
  );
}

/** How important an event is by what is archived now, and why; null where there is no such event. */
export async function getImportance(id: string): Promise<Importance | null> {
  const weighed = (await readWeighed([id])).get(id);
  return weighed ? importanceOf(weighed) : null;
}

function readEvents(ids: readonly string[], reader: Transaction) {
  return reader.event.findMany({
    where: { id: { in: [...ids] } },
    select: {
      id: true,
      kind: true,
      startsOn: true,
      endsOn: true,
      participants: {
        where: { actor: { kind: "person" } },
        select: { role: true, actor: { select: { name: true, offices: OFFICES } } },
        orderBy: { position: "asc" },
      },
    },
  });
}

type ReportRow = Report & { eventId: string };

/** Who reports these events: their published articles, the copies among them, and the listed sources. */
export async function readCoverage(
  ids: readonly string[],
  reader: Transaction = database,
): Promise<Map<string, Coverage>> {
  const wanted = [...ids];
  const reports = await reader.$queryRaw<ReportRow[]>`
      SELECT event_id AS "eventId", articles.id::text AS id, outlets.name AS outlet,
        ARRAY(SELECT DISTINCT publisher FROM article_sources named
          WHERE named.article_id = articles.id ORDER BY publisher) AS sources
      FROM event_articles JOIN articles ON articles.id = article_id
      LEFT JOIN outlets ON outlets.id = outlet_id
      WHERE event_id = ANY(${wanted}) AND status = 'published' AND deleted_at IS NULL
      ORDER BY published_on, articles.id`;
  const copies = await reader.$queryRaw<{ eventId: string; one: string; other: string }[]>`
      SELECT one.event_id AS "eventId", first_id::text AS one, second_id::text AS other
      FROM event_articles one
      JOIN article_pairs pair ON pair.first_id = one.article_id
      JOIN event_articles other ON other.event_id = one.event_id AND other.article_id = second_id
      WHERE one.event_id = ANY(${wanted}) AND pair.status <> 'rejected'
        AND coalesce(decision, kind) IN ('same_text', 'update')`;
  // A listed source of an outlet whose article is linked is that report, not another one.
  const sources = await reader.$queryRaw<{ eventId: string; publisher: string }[]>`
      SELECT event_id AS "eventId", publisher FROM event_sources source
      WHERE event_id = ANY(${wanted}) AND NOT EXISTS (
        SELECT FROM event_articles linked JOIN articles ON articles.id = linked.article_id
        LEFT JOIN outlets ON outlets.id = outlet_id
        WHERE linked.event_id = source.event_id
          AND (outlets.name = publisher OR source_url = url))
      ORDER BY event_id, position`;
  const [reportsOf, copiesOf, sourcesOf] = [byEvent(reports), byEvent(copies), byEvent(sources)];
  return new Map(
    wanted.map((id) => [
      id,
      {
        reports: reportsOf.get(id) ?? [],
        copies: (copiesOf.get(id) ?? []).map(({ one, other }) => [one, other] as const),
        publishers: (sourcesOf.get(id) ?? []).map(({ publisher }) => publisher),
      },
    ]),
  );
}

async function readLinks(
  ids: readonly string[],
  reader: Transaction,
): Promise<Map<string, number>> {
  const rows = await reader.$queryRaw<{ id: string; links: number }[]>`
    SELECT id, count(DISTINCT other)::int AS links FROM (
      SELECT event_id AS id, related_id AS other FROM event_relations
      WHERE event_id = ANY(${[...ids]})
      UNION ALL
      SELECT related_id, event_id FROM event_relations WHERE related_id = ANY(${[...ids]})
    ) linked GROUP BY id`;
  return new Map(rows.map(({ id, links }) => [id, links]));
}

function byEvent<Row extends { eventId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ eventId }) => eventId);
}
