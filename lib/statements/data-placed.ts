import type { ActorKind } from "#lib/actors/types.ts";
import type { Certainty } from "#lib/articles/types.ts";
import { database } from "#lib/db/client.ts";
import { placeHref } from "#lib/statements/place-href.ts";
import type { PlacedStatement } from "#lib/statements/types-positions.ts";

type Row = {
  id: string;
  kind: PlacedStatement["kind"];
  status: Certainty;
  words: string;
  passage: string;
  passageAt: number;
  startsAt: number;
  endsAt: number;
  speakerId: string | null;
  speakerName: string | null;
  speakerKind: ActorKind | null;
  speakerCountry: string | null;
  speakerText: string | null;
  venue: string | null;
  saidOn: string | null;
  day: string;
  path: string;
  headline: string;
  publishedOn: string;
  outletName: string | null;
};

/** The public ones among these statements (UUIDs), by their ids. */
export async function findPlacedStatements(
  ids: readonly string[],
): Promise<Map<string, PlacedStatement>> {
  if (ids.length === 0) return new Map();
  const rows = await database.$queryRaw<Row[]>`
    SELECT statements.id, statements.kind::text, statements.status::text, words, passage,
      passage_at AS "passageAt", starts_at AS "startsAt", ends_at AS "endsAt",
      actors.id AS "speakerId", actors.name AS "speakerName", actors.kind::text AS "speakerKind",
      actors.country AS "speakerCountry", speaker_text AS "speakerText",
      venue, said_on AS "saidOn", coalesce(day, published_on)::text AS day,
      to_char(published_on, '/YYYY/MM/DD/') || articles.slug AS path, headline,
      published_on::text AS "publishedOn", outlets.name AS "outletName"
    FROM statements
    JOIN articles ON articles.id = article_id
    LEFT JOIN outlets ON outlets.id = outlet_id
    LEFT JOIN actors ON actors.id = speaker_id
    WHERE statements.id = ANY(${[...ids]}::uuid[]) AND is_public`;
  return new Map(rows.map((row) => [row.id, toPlaced(row)]));
}

function toPlaced(row: Row): PlacedStatement {
  const { id, kind, status, words, passage, speakerText, venue, saidOn, day } = row;
  const { path, headline, publishedOn, outletName } = row;
  return {
    ...{ id, kind, status, words, passage, speakerText, venue, saidOn, day },
    wordsAt: { start: row.startsAt - row.passageAt, end: row.endsAt - row.passageAt },
    speaker: row.speakerId
      ? {
          ...{ id: row.speakerId, name: row.speakerName ?? row.speakerId },
          ...{ kind: row.speakerKind ?? "person", country: row.speakerCountry },
        }
      : null,
    article: { path, headline, publishedOn, outletName },
    href: placeHref(path, id, words),
  };
}
