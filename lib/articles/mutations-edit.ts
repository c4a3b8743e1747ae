/** Writes an edit of an article, inside a caller's transaction. */
import { carryMentions, type PlacedMention } from "#lib/articles/carry-mentions.ts";
import { carryPlaces } from "#lib/articles/carry-places.ts";
import { PARAGRAPH_BREAK, type ArticleState } from "#lib/articles/data-state.ts";
import { doubtOf } from "#lib/articles/doubt.ts";
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import { claimAddress } from "#lib/articles/mutations-address.ts";
import type { Reading } from "#lib/articles/data-readings.ts";
import { findOrAddOutlet } from "#lib/articles/mutations-outlet.ts";
import {
  toColumns,
  toComparedArticle,
  writeLists,
  writeMentions,
  writePlaces,
  writeTopics,
} from "#lib/articles/mutations-rows.ts";
import type { ArticleFields, Judgement } from "#lib/articles/schema.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { replaceFingerprint } from "#lib/duplicates/mutations.ts";
import type { Understanding } from "#lib/ingest/pipeline.ts";
import { draftWarningSchema } from "#lib/ingest/schema.ts";
import { rewriteStatements } from "#lib/statements/mutations.ts";

/** Names of the fields in which two states of an article differ. */
export function listChanged(before: ArticleFields, after: ArticleFields): (keyof ArticleFields)[] {
  const names = Object.keys(after) as (keyof ArticleFields)[];
  return names.filter((name) => asComparable(before, name) !== asComparable(after, name));
}

/** The order of topics and people says nothing; that of bylines and paragraphs does. */
function asComparable(fields: ArticleFields, name: keyof ArticleFields): string {
  const isSet = name === "topics" || name === "people";
  const value = isSet ? fields[name].toSorted((a, b) => (a.id < b.id ? -1 : 1)) : fields[name];
  return JSON.stringify(value);
}

export type EditOptions = {
  /** Stretches of the original that the edit gives to fields. */
  taken: FieldPlace[];
  understand: (body: string, publishedOn: string | null) => Understanding | null;
  /** Set: the edit comes from another original, which the spans point into from now on. */
  reading?: Reading;
};

/**
 * Writes `next` over the article's rows, its version raised by one. A body or day that changed is
 * understood anew, without touching what a person decided; a public article whose day changed
 * gets an address there.
 */
export async function applyEdit(
  tx: Transaction,
  state: ArticleState,
  next: ArticleFields,
  { taken, understand, reading }: EditOptions,
): Promise<void> {
  const { id, fields: before } = state;
  const body = next.paragraphs.join(PARAGRAPH_BREAK);
  const isNewText = body !== state.body || next.publishedOn !== before.publishedOn;
  const understanding = isNewText ? understand(body, next.publishedOn) : null;

  if (reading) await leaveOriginal(tx, state);
  const outlet = await findOrAddOutlet(tx, next.outlet);
  const { fields: placed, places: read } = reading ?? { fields: before, places: state.places };
  const places = carryPlaces(placed, next, read, taken);
  const warnings = draftWarningSchema.array().parse(reading?.warnings ?? state.warnings);
  await tx.article.update({
    where: { id },
    data: {
      ...toColumns(next, outlet),
      ...(reading && { originalId: reading.originalId, warnings: reading.warnings }),
      slug: await slugAfterEdit(tx, state, next),
      doubt: doubtOf({ fields: next, places, warnings }),
      version: state.version + 1,
    },
    select: { id: true },
  });
  await writePlaces(tx, id, places);
  await writeParts(tx, state, next, { body, isNewText, understanding });
}

type NewText = { body: string; isNewText: boolean; understanding: Understanding | null };

/** Writes, of what belongs to the article, only what the edit has changed. */
async function writeParts(
  tx: Transaction,
  state: ArticleState,
  next: ArticleFields,
  { body, isNewText, understanding }: NewText,
): Promise<void> {
  const { id, fields: before } = state;
  const changed = listChanged(before, next);
  const hasChanged = (...names: (keyof ArticleFields)[]) =>
    changed.some((name) => names.includes(name));
  if (hasChanged("bylines", "mediaCredits", "sources")) await writeLists(tx, id, next);
  if (understanding || hasChanged("topics")) {
    await writeTopics(tx, id, judgeTopics(before.topics, next.topics, understanding));
  }
  if (understanding || hasChanged("people")) {
    await writeMentions(tx, id, mentionsAfterEdit(state, body, next.people, understanding));
  }
  if (isNewText) {
    const text = { before: state.body, after: body, publishedOn: next.publishedOn };
    await rewriteStatements(tx, { articleId: id, ...text }, understanding?.statements ?? []);
  }
  if (hasChanged("headline", "outlet", "publishedOn", "sourceUrl", "paragraphs")) {
    await replaceFingerprint(tx, id, toComparedArticle(next));
  }
}

/** Keeps where fields stand in the original that the article leaves, for when it comes back to it. */
async function leaveOriginal(tx: Transaction, state: ArticleState): Promise<void> {
  const { originalId, places } = state;
  const warnings = draftWarningSchema.array().parse(state.warnings);
  await tx.articleOriginal.update({
    where: { originalId },
    data: { places, warnings },
    select: { originalId: true },
  });
}

async function slugAfterEdit(tx: Transaction, state: ArticleState, next: ArticleFields) {
  const { id, slug, status, fields } = state;
  if (status === "draft" || next.publishedOn === fields.publishedOn) return slug;
  if (!next.publishedOn || !next.headline) return slug;
  return await claimAddress(tx, {
    id,
    slug,
    publishedOn: next.publishedOn,
    headline: next.headline,
  });
}

/** A topic that was taken out is rejected, so that no rule brings it back; new suggestions join. */
function judgeTopics(
  before: Judgement[],
  wanted: Judgement[],
  understanding: Understanding | null,
): (Judgement & { confidence?: number })[] {
  const kept = new Set(wanted.map(({ id }) => id));
  const takenOut = before
    .filter(({ id }) => !kept.has(id))
    .map(({ id }) => ({ id, status: "rejected" as const }));
  const judged = [...wanted, ...takenOut];
  const known = new Set(judged.map(({ id }) => id));
  const found = (understanding?.topics ?? []).filter(({ topicId }) => !known.has(topicId));
  return [
    ...judged,
    ...found.map(({ topicId, confidence }) => ({
      id: topicId,
      status: "suggested" as const,
      confidence,
    })),
  ];
}

function mentionsAfterEdit(
  state: ArticleState,
  body: string,
  people: Judgement[],
  understanding: Understanding | null,
): PlacedMention[] {
  const judged = judgeMentions(state, people);
  if (!understanding) return judged;
  const suggestions = understanding.mentions.map(({ actorId, span }) => ({
    actorId,
    startsAt: span.start,
    endsAt: span.end,
  }));
  return carryMentions({ before: state.body, after: body }, judged, suggestions);
}

/** A judgement that changed counts for every mention of the actor; one taken out is rejected. */
function judgeMentions({ fields, mentions }: ArticleState, people: Judgement[]): PlacedMention[] {
  const before = new Map(fields.people.map(({ id, status }) => [id, status]));
  const after = new Map(people.map(({ id, status }) => [id, status]));
  return mentions.map((mention) => {
    const status = after.get(mention.actorId) ?? "rejected";
    return status === before.get(mention.actorId) ? mention : { ...mention, status };
  });
}
