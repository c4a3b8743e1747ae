/** What readers may see, for passing on to others. */
import { listPublishedArticles } from "#lib/articles/data-article.ts";
import type { Article } from "#lib/articles/types.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { countLines, listVocabularies, type ReadGroup } from "#lib/exchange/data-export-groups.ts";
import { publishedLineSchema, type PublishedLine } from "#lib/exchange/schema-published.ts";
import type { ExportedCounts } from "#lib/exchange/types.ts";

const ARTICLES_IN_GROUP = 100;
const VOCABULARIES = ["topics", "outlets", "actors", "events"] as const;
/** An outlet that only drafts name is nobody's business yet. */
const CONDITIONS = {
  outlets: `EXISTS (
    SELECT FROM article_search WHERE outlet_id IN (t.id, t.merged_into_id))`,
};
const LOWEST_UUID = "00000000-0000-0000-0000-000000000000";

/** How many lines of each kind there are. */
export async function countPublished(tx: Transaction): Promise<ExportedCounts> {
  const counts = await countLines(tx, VOCABULARIES, CONDITIONS);
  const published = await tx.article.count({ where: { status: "published", deletedAt: null } });
  return { ...counts, published };
}

/** Vocabularies, then published articles as far as their rights let readers see them. */
export async function* listPublishedGroups(tx: Transaction): AsyncGenerator<ReadGroup> {
  yield* listVocabularies(tx, VOCABULARIES, CONDITIONS);
  let after = LOWEST_UUID;
  for (let number = 1; ; number++) {
    const articles = await listPublishedArticles(after, ARTICLES_IN_GROUP, tx);
    if (articles.length === 0) return;
    yield { number, lines: { published: articles.map(toPublishedLine) }, originals: [] };
    after = articles.at(-1)?.id ?? after;
  }
}

function toPublishedLine(article: Article): PublishedLine {
  const { paragraphs, mentions, statements, events, original } = article;
  const { sha256, mediaType, byteLength } = original;
  return publishedLineSchema.parse({
    ...article,
    paragraphs: paragraphs.map(({ text }) => text),
    mentions: mentions.map(({ actorId, name, startsAt, endsAt, status }) => {
      return { actorId, name, startsAt, endsAt, status };
    }),
    statements: statements.map(({ speaker, ...statement }) => {
      return { ...statement, speakerId: speaker?.id ?? null };
    }),
    events: events.map(({ id }) => id),
    original: { sha256, mediaType, byteLength },
  });
}
