/** What a search box suggests while somebody types. */
import { currentContentVersion } from "#lib/db/content-version.ts";
import { countArchive } from "#lib/search/data-found.ts";
import { database } from "#lib/db/client.ts";
import type { NameField } from "#lib/search/query-tree.ts";
import { foldedWords, rankNames, type KnownName, type NameKind } from "#lib/search/rank-names.ts";
import { typedNames, type TypedName } from "#lib/search/typed-name.ts";
import { counted } from "#lib/text/counted.ts";

export type Suggestion = {
  label: string;
  /** What it is, and how much there is of it. */
  note: string;
  /** What a search understands: `topic:us-backstop`. */
  insert: string;
  /** From where on in what was typed `insert` takes its place, in UTF-16 code units. */
  start: number;
};

const MAX_SUGGESTIONS = 8;
/** More than are shown, since some may be of nothing that is public. */
const MAX_CANDIDATES = 24;
const KEPT_MS = 5 * 60_000;
/** While articles come in all the time, names are read anew this seldom. */
const KEPT_AT_LEAST_MS = 10_000;

type KeptNames = { names: Promise<KnownName[]>; version: number; readAt: number };

let kept: KeptNames | null = null;

/**
 * Topics, people, organisations, countries and outlets whose names what has been typed may go on to
 * be; only such as at least one article that the public may see has now. Names are remembered for
 * some seconds, what may be seen never.
 */
export async function suggestNames(text: string): Promise<Suggestion[]> {
  const typed = typedNames(text);
  if (typed.length === 0) return [];
  const list = await readNames();
  const found = new Map<string, { known: KnownName; typed: TypedName }>();
  for (const each of typed) {
    for (const known of rankNames(list, each, MAX_CANDIDATES)) {
      const key = `${known.kind} ${known.id}`;
      if (!found.has(key)) found.set(key, { known, typed: each });
    }
  }
  const candidates = [...found.values()].slice(0, MAX_CANDIDATES);
  const isPublic = await findPublic(candidates.map(toAsked));
  return candidates
    .filter((_, i) => isPublic.has(i + 1))
    .slice(0, MAX_SUGGESTIONS)
    .map(({ known, typed }) => ({
      label: known.label,
      note: noteOf(known),
      insert: `${fieldFor(known, typed)}:${/^[\w-]+$/.test(known.id) ? known.id : `"${known.id}"`}`,
      start: typed.start,
    }));
}

/** Those of which the public may see something now. */
export async function keepPublic(names: readonly KnownName[]): Promise<KnownName[]> {
  const isPublic = await findPublic(names.map((known) => toAsked({ known, typed: NO_FIELD })));
  return names.filter((_, i) => isPublic.has(i + 1));
}

const NO_FIELD = { field: null };
const FIELDS: Readonly<Record<NameKind, NameField>> = {
  topic: "topic",
  person: "person",
  organisation: "person",
  country: "country",
  outlet: "outlet",
};

function fieldFor({ kind }: KnownName, { field }: TypedName): NameField {
  return field ?? FIELDS[kind];
}

function noteOf({ kind, label, name, count }: KnownName): string {
  const also = name === label ? "" : `, also “${name}”`;
  return `${kind}${also}${count > 0 ? `, ${counted(count, "article")}` : ""}`;
}

type Asked = { what: "topic" | "actor" | "speaker" | "outlet"; id: string };

function toAsked({
  known: { kind, id },
  typed: { field },
}: {
  known: KnownName;
  typed: Pick<TypedName, "field">;
}): Asked {
  if (kind === "topic" || kind === "outlet") return { what: kind, id };
  return { what: field === "speaker" ? "speaker" : "actor", id };
}

/** The numbers, from 1, of those that the public may see something of: asked each time. */
async function findPublic(asked: readonly Asked[]): Promise<Set<number>> {
  if (asked.length === 0) return new Set();
  const rows = await database.$queryRaw<{ number: number }[]>`
    SELECT number::int FROM unnest(
      ${asked.map(({ what }) => what)}::text[], ${asked.map(({ id }) => id)}::text[]
    ) WITH ORDINALITY AS asked (what, id, number)
    WHERE CASE what
      WHEN 'topic' THEN EXISTS (
        SELECT FROM article_topics JOIN article_search USING (article_id)
        WHERE topic_id = asked.id AND status <> 'rejected')
      WHEN 'speaker' THEN EXISTS (
        SELECT FROM statements WHERE speaker_id = asked.id AND is_public)
      WHEN 'outlet' THEN EXISTS (
        SELECT FROM outlets JOIN articles ON articles.outlet_id = outlets.id
        JOIN article_search ON article_search.article_id = articles.id
        WHERE outlets.slug = asked.id)
      ELSE EXISTS (
        SELECT FROM mentions JOIN article_search USING (article_id)
        WHERE actor_id = asked.id AND status <> 'rejected')
      END`;
  return new Set(rows.map(({ number }) => number));
}

/** All names, also of what the public may see nothing of; as far as they may be remembered. */
export async function readNames(): Promise<KnownName[]> {
  const version = currentContentVersion();
  if (version === null) return await loadNames();
  const now = performance.now();
  const age = kept ? now - kept.readAt : Infinity;
  if (!kept || age > KEPT_MS || (kept.version !== version && age > KEPT_AT_LEAST_MS)) {
    const fresh = { names: loadNames(), version, readAt: now };
    kept = fresh;
    fresh.names.catch(() => {
      if (kept === fresh) kept = null;
    });
  }
  return await kept.names;
}

type NameRow = Omit<KnownName, "words" | "count"> & { number: number };

/** What was merged away still leads to what it became, by its name. */
async function loadNames(): Promise<KnownName[]> {
  const [rows, { topics, people, outlets }] = await Promise.all([
    database.$queryRaw<NameRow[]>`
      SELECT 'topic' AS kind, now.number, now.id, now.label, topics.label AS name
      FROM topics JOIN topics now ON now.id = coalesce(topics.merged_into_id, topics.id)
      UNION ALL
      SELECT 'outlet', now.number, now.slug, now.name, outlets.name
      FROM outlets JOIN outlets now ON now.id = coalesce(outlets.merged_into_id, outlets.id)
      UNION ALL
      SELECT now.kind::text, now.number, now.id, now.name, names.name
      FROM actors JOIN actors now ON now.id = coalesce(actors.merged_into_id, actors.id)
      CROSS JOIN LATERAL (
        SELECT actors.name UNION ALL SELECT alias FROM actor_aliases WHERE actor_id = actors.id
      ) names`,
    countArchive(),
  ]);
  const countsOf = (kind: NameKind) =>
    kind === "topic" ? topics : kind === "outlet" ? outlets : people;
  return rows.map(({ number, ...row }) => {
    return { ...row, words: foldedWords(row.name), count: countsOf(row.kind).get(number) ?? 0 };
  });
}
