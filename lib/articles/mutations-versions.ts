/** Stores a new version of an article's page with the article, inside a caller's transaction. */
import { DEFAULT_TIME_ZONE, type ArticleState } from "#lib/articles/data-state.ts";
import { findArticlesAt, toAtAddress, versionOf } from "#lib/articles/data-versions.ts";
import { listPlaces, toArticleFields } from "#lib/articles/draft-fields.ts";
import type { AtAddress } from "#lib/articles/is-version.ts";
import { completeReading } from "#lib/articles/merge-reading.ts";
import type { HashedOriginal, ReceivedOriginal } from "#lib/articles/mutations-draft.ts";
import { insertOriginals } from "#lib/articles/mutations-first-rows.ts";
import { findOutlet } from "#lib/articles/mutations-outlet.ts";
import { getBaseReading, type Reading } from "#lib/articles/data-readings.ts";
import { lockArticle } from "#lib/articles/mutations-change.ts";
import { applyEdit } from "#lib/articles/mutations-edit.ts";
import { writeRevision } from "#lib/articles/mutations-rows.ts";
import { isSameReading } from "#lib/articles/rank-changes.ts";
import { parseSnapshot } from "#lib/articles/schema.ts";
import type { VersionOutcome } from "#lib/articles/types.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import type { Understanding } from "#lib/ingest/pipeline.ts";
import { pageAddressOf } from "#lib/text/page-address.ts";

/** What else was read at this address before is looked through for the same reading. */
const MAX_EARLIER_READINGS = 20;
const TAKEN_AT_ONCE = "A new version of the page, as it was read";

/** An original that is a version of an article, or of another original that comes with it. */
type Version =
  { original: HashedOriginal; articleId: string } | { original: HashedOriginal; of: number };
export type Parted = {
  /** Those that give articles of their own. */
  articles: HashedOriginal[];
  /** `of` is an index into `articles`. */
  versions: Version[];
};

/**
 * Parts originals into those that give an article and those whose page the archive, or one before
 * them, has already. Until the transaction ends, nobody else stores anything from these pages.
 */
export async function partVersions(
  tx: Transaction,
  originals: readonly HashedOriginal[],
): Promise<Parted> {
  const addresses = originals.map(addressOf);
  const distinct = [...new Set(addresses)].filter((address) => address !== null).sort();
  const found = await findLocked(tx, distinct);
  const parted: Parted = { articles: [], versions: [] };
  const before = new Map<string, (AtAddress & { index: number })[]>();
  for (const [i, original] of originals.entries()) {
    const address = addresses[i];
    const text = toAtAddress(original.draft);
    const archived = address ? versionOf(text, found.get(address)) : null;
    const together = address ? versionOf(text, before.get(address)) : null;
    if (archived) parted.versions.push({ original, articleId: archived.id });
    else if (together) parted.versions.push({ original, of: together.index });
    else {
      const index = parted.articles.push(original) - 1;
      if (address) before.set(address, [...(before.get(address) ?? []), { ...text, index }]);
    }
  }
  await lockArticles(tx, parted.versions);
  return parted;
}

async function findLocked(tx: Transaction, addresses: readonly string[]) {
  if (addresses.length === 0) return await findArticlesAt([], tx);
  // All at once and in order, or two who bring the same pages could wait for each other.
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(hashtextextended('page ' || address, 0))
    FROM unnest(${addresses}::text[]) WITH ORDINALITY AS locked (address, position)
    ORDER BY position`;
  return await findArticlesAt(addresses, tx);
}

async function lockArticles(tx: Transaction, versions: readonly Version[]): Promise<void> {
  const ids = versions.flatMap((version) => ("articleId" in version ? version.articleId : []));
  if (ids.length === 0) return;
  await tx.$queryRaw`
    SELECT id FROM articles WHERE id = ANY(${[...new Set(ids)]}::uuid[])
    ORDER BY id FOR NO KEY UPDATE`;
}

function addressOf({ draft }: ReceivedOriginal): string | null {
  return pageAddressOf(draft.sourceUrl?.value ?? null);
}

/**
 * Stores an original as a version of an article's page. Its reading becomes the article's at once
 * where that is a draft just as it was read; else a person is asked. One that says nothing new, or
 * is older, or a version of a page merged into another article, is kept.
 */
export async function addVersion(
  tx: Transaction,
  { articleId, original }: { articleId: string; original: HashedOriginal },
  actor: Actor,
): Promise<VersionOutcome & { articleId: string; originalId: string }> {
  const state = await lockArticle(tx, articleId);
  const [originalId = ""] = await insertOriginals(tx, [original], actor);
  const reading = await toReading(tx, originalId, original, state);
  const outcome = await judge(tx, state, reading);
  if (outcome === "proposed") await replaceProposed(tx, articleId);
  const { fields, places, warnings } = reading;
  await tx.articleOriginal.create({
    data: { originalId, articleId, state: outcome, fields, places, warnings },
    select: { originalId: true },
  });
  if (outcome === "taken") await takeAsRead(tx, state, reading, original.understanding, actor);
  return {
    articleId: state.mergedIntoId ?? articleId,
    originalId,
    outcome,
    number: outcome === "taken" ? state.version + 1 : null,
  };
}

async function toReading(
  tx: Transaction,
  originalId: string,
  { draft, understanding }: ReceivedOriginal,
  { fields }: ArticleState,
): Promise<Reading> {
  const outlet = draft.outlet && (await findOutlet(tx, draft.outlet.value));
  const read = toArticleFields(draft, understanding, {
    timeZone: outlet?.timeZone ?? DEFAULT_TIME_ZONE,
    rights: fields.rights,
  });
  const known = outlet ? { ...read, outlet: outlet.name } : read;
  return {
    originalId,
    fields: completeReading(known, fields),
    places: listPlaces(draft),
    warnings: draft.warnings,
  };
}

async function judge(
  tx: Transaction,
  state: ArticleState,
  { fields }: Reading,
): Promise<VersionOutcome["outcome"]> {
  const latest = await tx.revision.findFirst({
    where: { articleId: state.id },
    orderBy: { number: "desc" },
    select: { asRead: true },
  });
  const earlier = await listEarlierReadings(tx, state);
  if ([state.fields, ...earlier].some((each) => isSameReading(each, fields))) return "unchanged";
  if (state.mergedIntoId || isOlder(fields, state.fields)) return "kept";
  return state.status === "draft" && latest?.asRead ? "taken" : "proposed";
}

/** What the article was read as, and what was read of its page since and is not its text. */
async function listEarlierReadings(tx: Transaction, state: ArticleState) {
  const readings = await tx.articleOriginal.findMany({
    where: { articleId: state.id, state: { in: ["proposed", "set_aside"] } },
    select: { fields: true },
    orderBy: { addedAt: "desc" },
    take: MAX_EARLIER_READINGS,
  });
  return [
    await getBaseReading(tx, state),
    ...readings.flatMap(({ fields }) => (fields === null ? [] : parseSnapshot(fields))),
  ];
}

/** A version says itself when it was changed; where both do, an earlier one brings nothing new. */
function isOlder(
  { modifiedOn }: { modifiedOn: string | null },
  current: { modifiedOn: string | null },
): boolean {
  return modifiedOn !== null && current.modifiedOn !== null && modifiedOn < current.modifiedOn;
}

async function replaceProposed(tx: Transaction, articleId: string): Promise<void> {
  await tx.articleOriginal.updateMany({
    where: { articleId, state: "proposed" },
    data: { state: "kept" },
  });
}

/** Makes a new version's reading the article's, which nobody has edited. The caller holds the article. */
async function takeAsRead(
  tx: Transaction,
  state: ArticleState,
  reading: Reading,
  understanding: Understanding | null,
  actor: Actor,
): Promise<void> {
  const { topics, ...next } = reading.fields;
  // Nobody confirmed what was only suggested of the old text, so it goes with it.
  const found = new Set(understanding?.topics.map(({ topicId }) => topicId));
  const kept = topics.filter(({ id, status }) => status !== "suggested" || found.has(id));
  const isNewText = next.paragraphs.join() !== state.fields.paragraphs.join();
  const stands = isNewText ? { ...state, fields: { ...state.fields, topics: kept } } : state;
  const fields = { ...next, topics: stands.fields.topics };
  await applyEdit(tx, stands, fields, { taken: [], understand: () => understanding, reading });
  await writeRevision(tx, state.id, actor, TAKEN_AT_ONCE, { asRead: true });
}
