/** The rows that an article consists of, written inside a caller's transaction. */
import type { PlacedMention } from "#lib/articles/carry-mentions.ts";
import { DEFAULT_TIME_ZONE, getArticleState, PARAGRAPH_BREAK } from "#lib/articles/data-state.ts";
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import type { OutletRow } from "#lib/articles/mutations-outlet.ts";
import type { ArticleFields, Judgement } from "#lib/articles/schema.ts";
import { pageAddressOf } from "#lib/text/page-address.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { toInstant } from "#lib/dates/zoned-time.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { insertRows } from "#lib/db/insert-rows.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import type { ComparedArticle } from "#lib/duplicates/types.ts";

type WeighedTopic = Judgement & { confidence?: number };

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

/** Adds new articles' by-lines, credits and sources. */
export async function insertLists(tx: Transaction, lists: Of<Lists>[]): Promise<void> {
  const numbered = <K extends keyof Lists>(name: K) =>
    lists.flatMap(({ articleId, items }) =>
      items[name].map((item, position) => ({
        ...(item as Lists[K][number]),
        ...{ article_id: articleId, position },
      })),
    );
  const place = { article_id: "uuid", position: "smallint" } as const;
  await insertRows(tx, {
    table: "bylines",
    columns: { ...place, name: "text", role: "text", note: "text" },
    rows: numbered("bylines"),
  });
  await insertRows(tx, {
    table: "media_credits",
    columns: { ...place, credit: "text", caption: "text" },
    rows: numbered("mediaCredits"),
  });
  await insertRows(tx, {
    table: "article_sources",
    columns: { ...place, publisher: "text", title: "text", url: "text", state_media: "boolean" },
    rows: numbered("sources").map(({ stateMedia, ...source }) => {
      return { ...source, state_media: stateMedia };
    }),
  });
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
  await insertRows(tx, {
    table: "field_spans",
    columns: {
      article_id: "uuid",
      field: "text",
      starts_at: "int",
      ends_at: "int",
      rule: "text",
      confidence: "real",
    },
    rows: eachOf(places).map(({ articleId, startsAt, endsAt, ...rest }) => {
      return { article_id: articleId, starts_at: startsAt, ends_at: endsAt, ...rest };
    }),
  });
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
  await insertRows(tx, {
    table: "mentions",
    columns: {
      article_id: "uuid",
      actor_id: "text",
      starts_at: "int",
      ends_at: "int",
      status: "suggestion_status",
    },
    rows: eachOf(mentions).map(({ articleId, actorId, startsAt, endsAt, status }) => {
      const span = { starts_at: startsAt, ends_at: endsAt };
      return { article_id: articleId, actor_id: actorId, status, ...span };
    }),
  });
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
  await insertRows(tx, {
    table: "article_topics",
    columns: {
      article_id: "uuid",
      topic_id: "text",
      status: "suggestion_status",
      confidence: "real",
    },
    rows: eachOf(topics)
      .filter(({ id }) => known.has(id))
      .map(({ articleId, id, status, confidence = 1 }) => {
        return { article_id: articleId, topic_id: id, status, confidence };
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
