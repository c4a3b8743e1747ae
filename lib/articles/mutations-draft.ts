/** Writes originals and the drafts read from them, inside a caller's transaction. */
import { DEFAULT_TIME_ZONE, PARAGRAPH_BREAK } from "#lib/articles/data-state.ts";
import { doubtOf, isBeyondDoubt } from "#lib/articles/doubt.ts";
import { listPlaces, toArticleFields } from "#lib/articles/draft-fields.ts";
import { findOrAddOutlets, type OutletRow } from "#lib/articles/mutations-outlet.ts";
import {
  insertLists,
  insertMentions,
  insertPlaces,
  insertTopics,
  toComparedArticle,
} from "#lib/articles/mutations-rows.ts";
import {
  insertArticles,
  insertFirstRevisions,
  insertOriginals,
} from "#lib/articles/mutations-first-rows.ts";
import type { ArticleFields } from "#lib/articles/schema.ts";
import type { Actor, Transaction } from "#lib/db/transaction.ts";
import { uuid7 } from "#lib/db/uuid7.ts";
import type { ComparedArticle } from "#lib/duplicates/types.ts";
import type { Understanding } from "#lib/ingest/pipeline.ts";
import type { ArticleStatements, SuggestedStatement } from "#lib/statements/types.ts";
import type { ArticleDraft } from "#lib/ingest/types.ts";

export type ReceivedOriginal = {
  bytes: Uint8Array;
  draft: ArticleDraft;
  /** What the gazetteer suggests; its spans index into the draft's paragraphs joined by a blank line. */
  understanding: Understanding | null;
  mediaType: string;
  /** The encoding of `bytes`. */
  encoding: string;
  /** True: `draft.text` was taken out of a format and is kept beside the bytes. */
  isExtracted?: boolean;
  fileName?: string | null;
  receivedVia: "paste" | "upload" | "api" | "command_line" | "demo" | "fetch";
  /** The address at which a fetched page was found. */
  fetchedFrom?: string;
  rules?: ArrivalRules;
};

/** What holds for an article because of the way it came; where nothing is said, its outlet's rules do. */
export type ArrivalRules = {
  rights?: ArticleFields["rights"];
  /** Besides those of its outlet. */
  topicIds?: readonly string[];
  publishesItself?: boolean;
};

export type HashedOriginal = ReceivedOriginal & { sha256: string };

/** An article as it was written: what finding its repeats and publishing it need. */
export type InsertedDraft = {
  articleId: string;
  article: ComparedArticle;
  /** Its outlet, or the way it came, publishes by itself, and nothing about it is in doubt. */
  isTrusted: boolean;
  /** What was understood to be said in it, which is still to be written. */
  said: ArticleStatements<SuggestedStatement>;
};

/**
 * Writes originals, all of different bytes, each with its article and revision 1, in as many
 * statements for a hundred as for one. Returns the articles, in order. Throws `StoredMeanwhile`.
 */
export async function insertDrafts(
  tx: Transaction,
  received: readonly HashedOriginal[],
  actor: Actor,
): Promise<InsertedDraft[]> {
  const originalIds = await insertOriginals(tx, received, actor);
  const names = received.flatMap(({ draft }) => draft.outlet?.value ?? []);
  const outlets = await findOrAddOutlets(tx, names);
  const drafts = received.map((each, i) => ({
    ...toRead(each, outlets.get(each.draft.outlet?.value ?? "")),
    originalId: originalIds[i] as string,
    articleId: uuid7(),
  }));
  const of = <T>(toItems: (draft: (typeof drafts)[number]) => T) =>
    drafts.map((draft) => ({ articleId: draft.articleId, items: toItems(draft) }));
  await insertArticles(tx, drafts);
  await insertLists(
    tx,
    of(({ fields }) => fields),
  );
  await insertPlaces(
    tx,
    of(({ places }) => places),
  );
  await insertTopics(
    tx,
    of(({ understanding, fields }) => chosenAndSuggestedTopics(fields, understanding)),
  );
  await insertMentions(
    tx,
    of(({ understanding }) => suggestedMentions(understanding)),
  );
  await insertFirstRevisions(tx, drafts, actor);
  return drafts.map(({ articleId, fields, outlet, rules, doubt, understanding }) => ({
    articleId,
    article: toComparedArticle(fields),
    said: {
      articleId,
      body: fields.paragraphs.join(PARAGRAPH_BREAK),
      publishedOn: fields.publishedOn,
      statements: understanding?.statements ?? [],
    },
    isTrusted: (rules?.publishesItself ?? outlet?.publishesItself ?? false) && isBeyondDoubt(doubt),
  }));
}

/** What a draft's rows are made of. */
function toRead(
  { draft, understanding, rules }: ReceivedOriginal,
  outlet: OutletRow | null = null,
) {
  const topicIds = new Set([...(outlet?.defaultTopicIds ?? []), ...(rules?.topicIds ?? [])]);
  const read = toArticleFields(draft, understanding, {
    timeZone: outlet?.timeZone ?? DEFAULT_TIME_ZONE,
    rights: rules?.rights ?? outlet?.defaultRights ?? "full_text",
    topicIds: [...topicIds],
  });
  const fields = { ...read, outlet: outlet?.name ?? null };
  const places = listPlaces(draft);
  const doubt = doubtOf({ fields, places, warnings: draft.warnings });
  return { draft, understanding, outlet, rules, fields, places, doubt };
}

function chosenAndSuggestedTopics({ topics }: ArticleFields, understanding: Understanding | null) {
  const confidences = new Map(
    understanding?.topics.map(({ topicId, confidence }) => [topicId, confidence]),
  );
  return topics.map((topic) => ({ ...topic, confidence: confidences.get(topic.id) ?? 1 }));
}

function suggestedMentions(understanding: Understanding | null) {
  return (understanding?.mentions ?? []).map(({ actorId, span }) => {
    return { actorId, startsAt: span.start, endsAt: span.end, status: "suggested" as const };
  });
}
