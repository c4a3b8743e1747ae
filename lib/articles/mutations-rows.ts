/** The rows that an article consists of, written inside a caller's transaction. */
import type { PlacedMention } from "#lib/articles/carry-mentions.ts";
import { DEFAULT_TIME_ZONE, getArticleState, PARAGRAPH_BREAK } from "#lib/articles/data-state.ts";
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import type { ArticleFields, Judgement } from "#lib/articles/schema.ts";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { toInstant } from "#lib/dates/zoned-time.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import type { ComparedArticle } from "#lib/duplicates/types.ts";

export type OutletRow = {
  id: string;
  name: string;
  timeZone: string;
  defaultRights: ArticleFields["rights"];
};
type WeighedTopic = Judgement & { confidence?: number };

/** The outlet of this name, however it is capitalised; one not known yet is added. Null for no name. */
export async function findOrAddOutlet(
  tx: Transaction,
  name: string | null,
): Promise<OutletRow | null> {
  if (!name) return null;
  const slug = toSlug(name);
  const similar = await tx.outlet.findMany({
    where: { slug: { startsWith: slug } },
    select: { slug: true },
  });
  const taken = new Set(similar.map((outlet) => outlet.slug));
  const known = await findOutlet(tx, name);
  if (known) return known;
  // Someone else may add it in this moment: then theirs is the one.
  await tx.outlet.createMany({
    data: [{ name, slug: firstFreeSlug(slug, (candidate) => taken.has(candidate)) }],
    skipDuplicates: true,
  });
  return await findOutlet(tx, name);
}

async function findOutlet(tx: Transaction, name: string): Promise<OutletRow | null> {
  const [outlet] = await tx.$queryRaw<OutletRow[]>`
    SELECT outlets.id, outlets.time_zone AS "timeZone",
      outlets.default_rights::text AS "defaultRights"
    FROM outlets AS named JOIN outlets ON outlets.id = coalesce(named.merged_into_id, named.id)
    WHERE lower(named.name) = lower(${name}) ORDER BY named.name = ${name} DESC LIMIT 1`;
  return outlet ?? null;
}

/** The columns of the article itself that its fields give. */
export function toColumns(fields: ArticleFields, outlet: OutletRow | null) {
  const { publishedOn, publishedTime, modifiedOn } = fields;
  return {
    headline: fields.headline,
    headlineProposed: fields.headline !== null && fields.headlineProposed,
    summary: fields.summary,
    dateline: fields.dateline,
    language: fields.language,
    rights: fields.rights,
    sourceUrl: fields.sourceUrl,
    outletId: outlet?.id ?? null,
    body: fields.paragraphs.join(PARAGRAPH_BREAK),
    publishedOn: publishedOn ? toDateColumn(publishedOn) : null,
    publishedAt:
      publishedOn && publishedTime
        ? toInstant(publishedOn, publishedTime, outlet?.timeZone ?? DEFAULT_TIME_ZONE)
        : null,
    modifiedOn: modifiedOn ? toDateColumn(modifiedOn) : null,
  } satisfies Prisma.ArticleUncheckedUpdateInput;
}

/** What of an article's fields tells whether it is a repeat of another. */
export function toComparedArticle(fields: ArticleFields): ComparedArticle {
  const { headline, outlet, publishedOn, sourceUrl, paragraphs } = fields;
  return { headline, outlet, publishedOn, sourceUrl, body: paragraphs.join(PARAGRAPH_BREAK) };
}

type Lists = Pick<ArticleFields, "bylines" | "mediaCredits" | "sources">;

/** Adds a new article's by-lines, credits and sources. Of what is not there, nothing is sent. */
export async function insertLists(tx: Transaction, articleId: string, lists: Lists): Promise<void> {
  const { bylines, mediaCredits, sources } = lists;
  const numbered = <T>(items: T[]) =>
    items.map((item, position) => ({ articleId, position, ...item }));
  if (bylines.length > 0) await tx.byline.createMany({ data: numbered(bylines) });
  if (mediaCredits.length > 0) await tx.mediaCredit.createMany({ data: numbered(mediaCredits) });
  if (sources.length > 0) await tx.articleSource.createMany({ data: numbered(sources) });
}

/** Replaces an article's lists of by-lines, credits and sources. */
export async function writeLists(tx: Transaction, articleId: string, lists: Lists): Promise<void> {
  const where = { articleId };
  await tx.byline.deleteMany({ where });
  await tx.mediaCredit.deleteMany({ where });
  await tx.articleSource.deleteMany({ where });
  await insertLists(tx, articleId, lists);
}

/** Adds the record of where each field of a new article was read. */
export async function insertPlaces(
  tx: Transaction,
  articleId: string,
  places: FieldPlace[],
): Promise<void> {
  if (places.length === 0) return;
  await tx.fieldSpan.createMany({ data: places.map((place) => ({ articleId, ...place })) });
}

/** Replaces the record of where each field was read. */
export async function writePlaces(
  tx: Transaction,
  articleId: string,
  places: FieldPlace[],
): Promise<void> {
  await tx.fieldSpan.deleteMany({ where: { articleId } });
  await insertPlaces(tx, articleId, places);
}

/** Adds a new article's mentions. */
export async function insertMentions(
  tx: Transaction,
  articleId: string,
  mentions: PlacedMention[],
): Promise<void> {
  if (mentions.length === 0) return;
  await tx.mention.createMany({ data: mentions.map((mention) => ({ articleId, ...mention })) });
}

/** Replaces an article's mentions. */
export async function writeMentions(
  tx: Transaction,
  articleId: string,
  mentions: PlacedMention[],
): Promise<void> {
  await tx.mention.deleteMany({ where: { articleId } });
  await insertMentions(tx, articleId, mentions);
}

/**
 * Adds what stands about a new article's topics. One that a person chose and no rule had found is
 * as sure as can be; topics that do not exist (any more) are left out.
 */
export async function insertTopics(
  tx: Transaction,
  articleId: string,
  topics: WeighedTopic[],
): Promise<void> {
  if (topics.length === 0) return;
  const ids = topics.map(({ id }) => id);
  const existing = await tx.topic.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const known = new Set(existing.map(({ id }) => id));
  await tx.articleTopic.createMany({
    data: topics
      .filter(({ id }) => known.has(id))
      .map(({ id, status, confidence = 1 }) => ({ articleId, topicId: id, status, confidence })),
  });
}

/** Replaces what stands about an article's topics; suggestions keep how sure they were. */
export async function writeTopics(
  tx: Transaction,
  articleId: string,
  topics: WeighedTopic[],
): Promise<void> {
  const before = await tx.articleTopic.findMany({
    where: { articleId },
    select: { topicId: true, confidence: true },
  });
  const confidences = new Map(before.map(({ topicId, confidence }) => [topicId, confidence]));
  await tx.articleTopic.deleteMany({ where: { articleId } });
  await insertTopics(
    tx,
    articleId,
    topics.map((topic) => ({ confidence: confidences.get(topic.id), ...topic })),
  );
}

/** Records the article as it now stands as the revision of its present version. */
export async function writeRevision(
  tx: Transaction,
  articleId: string,
  actor: Actor,
  note: string | null,
): Promise<void> {
  const state = await getArticleState(articleId, tx);
  if (!state) throw new RangeError(`No article ${articleId} to record`);
  await tx.revision.create({
    data: {
      articleId,
      number: state.version,
      snapshot: state.fields,
      note,
      savedById: actor.userId,
    },
    select: { id: true },
  });
}
