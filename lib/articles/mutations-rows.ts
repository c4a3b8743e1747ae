/** The rows that an article consists of, written inside a caller's transaction. */
import type { PlacedMention } from "#lib/articles/carry-mentions.ts";
import { DEFAULT_TIME_ZONE, getArticleState, PARAGRAPH_BREAK } from "#lib/articles/data-state.ts";
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import type { ArticleFields, Judgement } from "#lib/articles/schema.ts";
import { pageAddressOf } from "#lib/text/page-address.ts";
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
  publishesItself: boolean;
  defaultTopicIds: string[];
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

/** The outlet of this name, however it is capitalised, or the one it was merged into. */
export async function findOutlet(tx: Transaction, name: string): Promise<OutletRow | null> {
  const [outlet] = await tx.$queryRaw<OutletRow[]>`
    SELECT outlets.id, outlets.name, outlets.time_zone AS "timeZone",
      outlets.default_rights::text AS "defaultRights",
      outlets.publishes_itself AS "publishesItself",
      ARRAY(
        SELECT DISTINCT coalesce(merged_into_id, topics.id)
        FROM outlet_topics JOIN topics ON topics.id = topic_id WHERE outlet_id = outlets.id
      ) AS "defaultTopicIds"
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
    pageAddress: pageAddressOf(fields.sourceUrl),
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

/** Something that belongs to an article, by its id. */
export type Of<T> = { articleId: string; items: T };

/** Adds new articles' by-lines, credits and sources. Of what is not there, nothing is sent. */
export async function insertLists(tx: Transaction, lists: Of<Lists>[]): Promise<void> {
  const numbered = <K extends keyof Lists>(name: K) =>
    lists.flatMap(({ articleId, items }) =>
      items[name].map((item, position) => ({ articleId, position, ...(item as Lists[K][number]) })),
    );
  const [bylines, mediaCredits, sources] = [
    numbered("bylines"),
    numbered("mediaCredits"),
    numbered("sources"),
  ];
  if (bylines.length > 0) await tx.byline.createMany({ data: bylines });
  if (mediaCredits.length > 0) await tx.mediaCredit.createMany({ data: mediaCredits });
  if (sources.length > 0) await tx.articleSource.createMany({ data: sources });
}

/** Replaces an article's lists of by-lines, credits and sources. */
export async function writeLists(tx: Transaction, articleId: string, lists: Lists): Promise<void> {
  const where = { articleId };
  await tx.byline.deleteMany({ where });
  await tx.mediaCredit.deleteMany({ where });
  await tx.articleSource.deleteMany({ where });
  await insertLists(tx, [{ articleId, items: lists }]);
}

/** Adds the record of where each field of new articles was read. */
export async function insertPlaces(tx: Transaction, places: Of<FieldPlace[]>[]): Promise<void> {
  const rows = eachOf(places);
  if (rows.length === 0) return;
  // By hand: a text of many thousand lines has as many places, and the client takes minutes for them.
  await tx.$executeRaw`
    INSERT INTO field_spans (article_id, field, starts_at, ends_at, rule, confidence)
    SELECT * FROM unnest(
      ${rows.map(({ articleId }) => articleId)}::uuid[],
      ${rows.map(({ field }) => field)}::text[],
      ${rows.map(({ startsAt }) => startsAt)}::int[],
      ${rows.map(({ endsAt }) => endsAt)}::int[],
      ${rows.map(({ rule }) => rule)}::text[],
      ${rows.map(({ confidence }) => confidence)}::real[])`;
}

function eachOf<T extends object>(lists: Of<T[]>[]): (T & { articleId: string })[] {
  return lists.flatMap(({ articleId, items }) => items.map((item) => ({ articleId, ...item })));
}

/** Replaces the record of where each field was read. */
export async function writePlaces(
  tx: Transaction,
  articleId: string,
  places: FieldPlace[],
): Promise<void> {
  await tx.fieldSpan.deleteMany({ where: { articleId } });
  await insertPlaces(tx, [{ articleId, items: places }]);
}

/** Adds new articles' mentions. */
export async function insertMentions(
  tx: Transaction,
  mentions: Of<PlacedMention[]>[],
): Promise<void> {
  const data = eachOf(mentions);
  if (data.length > 0) await tx.mention.createMany({ data });
}

/** Replaces an article's mentions. */
export async function writeMentions(
  tx: Transaction,
  articleId: string,
  mentions: PlacedMention[],
): Promise<void> {
  await tx.mention.deleteMany({ where: { articleId } });
  await insertMentions(tx, [{ articleId, items: mentions }]);
}

/**
 * Adds what stands about new articles' topics. One that a person chose and no rule had found is as
 * sure as can be; topics that do not exist (any more) are left out.
 */
export async function insertTopics(tx: Transaction, topics: Of<WeighedTopic[]>[]): Promise<void> {
  const ids = [...new Set(topics.flatMap(({ items }) => items.map(({ id }) => id)))];
  if (ids.length === 0) return;
  const existing = await tx.topic.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const known = new Set(existing.map(({ id }) => id));
  await tx.articleTopic.createMany({
    data: eachOf(topics)
      .filter(({ id }) => known.has(id))
      .map(({ articleId, id, status, confidence = 1 }) => {
        return { articleId, topicId: id, status, confidence };
      }),
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
  const items = topics.map((topic) => ({ confidence: confidences.get(topic.id), ...topic }));
  await insertTopics(tx, [{ articleId, items }]);
}

/**
 * Records the article as it now stands as the revision of its present version; `asRead`: just as
 * its original reads, by no hand.
 */
export async function writeRevision(
  tx: Transaction,
  articleId: string,
  actor: Actor,
  note: string | null,
  { asRead = false } = {},
): Promise<void> {
  const state = await getArticleState(articleId, tx);
  if (!state) throw new RangeError(`No article ${articleId} to record`);
  await tx.revision.create({
    data: {
      articleId,
      number: state.version,
      snapshot: state.fields,
      originalId: state.originalId,
      asRead,
      note,
      savedById: actor.userId,
    },
    select: { id: true },
  });
}
