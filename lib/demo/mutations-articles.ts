import type { Transaction } from "#lib/db/transaction.ts";
import {
  DESK,
  eventIdsOf,
  sha256Of,
  toArticleRow,
  toFieldSpans,
  toGazetteer,
  toMentions,
  toRevisionSnapshot,
  toSources,
} from "#lib/demo/article-rows.ts";
import { quotationsIn } from "#lib/demo/quotations.ts";
import { readActorIds, readTopicIds } from "#lib/demo/mutations-vocabularies.ts";
import type { DemoArchive, DemoArticle } from "#lib/demo/types.ts";
import { addFingerprints } from "#lib/duplicates/mutations.ts";
import { bodyOf, understand } from "#lib/ingest/pipeline.ts";
import { insertSuggestions } from "#lib/statements/mutations.ts";
import { toDateColumn } from "#lib/dates/calendar-day.ts";

type Placed = DemoArticle & { id: string };

/**
 * Adds the pieces whose original the archive has never received and whose address is free, with
 * everything that belongs to them, and returns how many. Topics, actors and events must be there.
 */
export async function addArticles(tx: Transaction, archive: DemoArchive): Promise<number> {
  const missing = await readMissing(tx, archive.articles);
  if (missing.length === 0) return 0;
  const articles = await insertArticles(tx, archive, missing);
  await insertParts(tx, archive, articles);
  await insertLinks(tx, archive, articles);
  await addFingerprints(
    tx,
    articles.map(({ id, draft, frontMatter: { headline, date } }) => ({
      articleId: id,
      article: {
        ...{ headline, body: bodyOf(draft), publishedOn: date },
        ...{ outlet: DESK.name, sourceUrl: null },
      },
    })),
  );
  return articles.length;
}

async function readMissing(tx: Transaction, articles: DemoArticle[]): Promise<DemoArticle[]> {
  const originals = await tx.original.findMany({
    where: { sha256: { in: articles.map(({ bytes }) => sha256Of(bytes)) } },
    select: { sha256: true },
  });
  const addresses = await tx.articleAddress.findMany({
    where: { slug: { in: articles.map(({ frontMatter }) => frontMatter.slug) } },
    select: { publishedOn: true, slug: true },
  });
  const received = new Set(originals.map(({ sha256 }) => sha256));
  const taken = new Set(addresses.map((each) => addressKey(each.publishedOn, each.slug)));
  return articles.filter(
    ({ bytes, frontMatter: { date, slug } }) =>
      !received.has(sha256Of(bytes)) && !taken.has(addressKey(toDateColumn(date), slug)),
  );
}

function addressKey(publishedOn: Date, slug: string): string {
  return `${publishedOn.getTime()} ${slug}`;
}

async function insertArticles(
  tx: Transaction,
  archive: DemoArchive,
  articles: DemoArticle[],
): Promise<Placed[]> {
  const originals = await tx.original.createManyAndReturn({
    data: articles.map(({ bytes, fileName }) => ({
      bytes,
      sha256: sha256Of(bytes),
      byteLength: bytes.length,
      mediaType: "text/markdown",
      encoding: "utf-8",
      fileName,
      receivedVia: "demo" as const,
    })),
    select: { id: true, sha256: true },
  });
  const originalIds = new Map(originals.map(({ id, sha256 }) => [sha256, id]));
  const events = new Map(archive.events.map((event) => [event.id, event]));
  const outletId = await requireDesk(tx);
  const releasedAt = new Date();
  const rows = await tx.article.createManyAndReturn({
    data: articles.map((article) => ({
      ...toArticleRow(article, events, releasedAt),
      originalId: required(originalIds.get(sha256Of(article.bytes))),
      outletId,
    })),
    select: { id: true, originalId: true },
  });
  const ids = new Map(rows.map(({ id, originalId }) => [originalId, id]));
  return articles.map((article) => ({
    ...article,
    id: required(ids.get(required(originalIds.get(sha256Of(article.bytes))))),
  }));
}

async function requireDesk(tx: Transaction): Promise<string> {
  const known = await tx.outlet.findFirst({
    where: { OR: [{ slug: DESK.slug }, { name: DESK.name }] },
    select: { id: true },
  });
  if (known) return known.id;
  const { id } = await tx.outlet.create({
    data: { ...DESK, country: "United Kingdom", defaultRights: "full_text" },
    select: { id: true },
  });
  return id;
}

/** What belongs to each piece alone. */
async function insertParts(tx: Transaction, archive: DemoArchive, articles: Placed[]) {
  const events = new Map(archive.events.map((event) => [event.id, event]));
  const rowsOf = <Row extends object>(toRows: (article: Placed) => Row[]) =>
    articles.flatMap((article) =>
      toRows(article).map((row) => ({ articleId: article.id, ...row })),
    );
  await tx.byline.createMany({ data: rowsOf(() => [{ position: 0, name: DESK.name }]) });
  await tx.articleSource.createMany({ data: rowsOf((article) => toSources(article, events)) });
  await tx.fieldSpan.createMany({ data: rowsOf(toFieldSpans) });
  await tx.articleAddress.createMany({
    data: rowsOf(({ frontMatter: { date, slug } }) => [{ publishedOn: toDateColumn(date), slug }]),
  });
}

/** What joins the pieces to topics, actors, statements and events, and the revision that lists it all. */
async function insertLinks(tx: Transaction, archive: DemoArchive, articles: Placed[]) {
  const linked = await resolveLinks(tx, archive, articles);
  await tx.articleTopic.createMany({
    data: linked.flatMap(({ article: { id }, topicIds }) =>
      topicIds.map((topicId) => ({
        articleId: id,
        topicId,
        status: "confirmed" as const,
        confidence: 1,
      })),
    ),
  });
  await tx.mention.createMany({
    data: linked.flatMap(({ article: { id }, mentions }) =>
      mentions.map((mention) => ({ articleId: id, ...mention })),
    ),
  });
  await tx.eventArticle.createMany({
    data: linked.flatMap(({ article }) =>
      eventIdsOf(article).map((eventId) => ({ eventId, articleId: article.id })),
    ),
  });
  await insertSuggestions(
    tx,
    linked.map(({ article, decided, suggested }) => ({
      ...{ articleId: article.id, body: bodyOf(article.draft), decided, statements: suggested },
      publishedOn: article.frontMatter.date,
    })),
  );
  const events = new Map(archive.events.map((event) => [event.id, event]));
  await tx.revision.createMany({
    data: linked.map(({ article, topicIds, mentions }) => {
      const actorIds = [...new Set(mentions.map(({ actorId }) => actorId))];
      const snapshot = toRevisionSnapshot(article, events, { topicIds, actorIds });
      return { articleId: article.id, number: 1, snapshot };
    }),
  });
}

/** Which topics, actors and statements each piece is joined to, where some have been merged since. */
async function resolveLinks(tx: Transaction, archive: DemoArchive, articles: Placed[]) {
  const topicIdOf = await readTopicIds(tx, archive);
  const actorIdOf = await readActorIds(tx);
  const gazetteer = toGazetteer(archive);
  const now = new Date();
  const asNow = <T extends SpokenOf>(statement: T): T => ({
    ...statement,
    speakerId: statement.speakerId && actorIdOf(statement.speakerId),
    topics: withoutRepeats(
      statement.topics.map((topic) => ({ ...topic, topicId: topicIdOf(topic.topicId) })),
    ),
  });
  return articles.map((article) => {
    const understood = understand(article.draft, gazetteer);
    return {
      article,
      topicIds: [...new Set(article.frontMatter.topics.map(topicIdOf))].sort(),
      mentions: toMentions(understood).map(({ actorId, ...place }) => ({
        ...place,
        actorId: actorIdOf(actorId),
      })),
      decided: quotationsIn(article, archive, understood.statements, now).map(asNow),
      suggested: understood.statements.map(asNow),
    };
  });
}

type SpokenOf = { speakerId: string | null; topics: { topicId: string }[] };

/** Two topics may have become one. */
function withoutRepeats<T extends { topicId: string }>(topics: T[]): T[] {
  return [...new Map(topics.map((topic) => [topic.topicId, topic])).values()];
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("The database returned fewer rows than were added.");
  return value;
}
