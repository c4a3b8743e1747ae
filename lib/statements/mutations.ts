/** Writes statements at their places in articles, inside a caller's transaction. */
import { arrayLiteral, insertRows } from "#lib/db/insert-rows.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { uuid7 } from "#lib/db/uuid7.ts";
import { carryStatements, joinSuggestions } from "#lib/statements/carry-statements.ts";
import { deriveStatement, type Derived } from "#lib/statements/derived.ts";
import { statementPartsSchema } from "#lib/statements/schema.ts";
import type {
  ArticleStatements,
  KnownStatement,
  NewStatement,
  SuggestedStatement,
} from "#lib/statements/types.ts";

const KNOWN_SELECT = {
  id: true,
  kind: true,
  status: true,
  parts: true,
  speakerId: true,
  speakerText: true,
  isAnonymous: true,
  venue: true,
  saidOn: true,
  confidence: true,
  sourcePublisher: true,
  sourceUrl: true,
  createdAt: true,
  decidedAt: true,
  decidedById: true,
  topics: { select: { topicId: true, status: true, confidence: true } },
} as const;

type Row = { articleId: string; statement: NewStatement; id: string; derived: Derived };

type UnderstoodArticle = ArticleStatements<SuggestedStatement> & {
  /** What is known besides, whose words nothing is suggested of. */
  decided?: readonly NewStatement[];
};

/** Adds what was found in new articles: as many statements of SQL for a hundred of them as for one. */
export async function insertSuggestions(
  tx: Transaction,
  articles: readonly UnderstoodArticle[],
): Promise<void> {
  await insertStatements(
    tx,
    articles.map(({ statements, decided = [], ...article }) => ({
      ...article,
      statements: joinSuggestions(decided, statements),
    })),
  );
}

/** Adds statements to articles; one whose place holds no words is left out. */
export async function insertStatements(
  tx: Transaction,
  articles: readonly ArticleStatements<NewStatement>[],
): Promise<void> {
  const rows = articles.flatMap(({ articleId, body, publishedOn, statements }) =>
    statements.flatMap((statement): Row[] => {
      const derived = deriveStatement(body, publishedOn, statement);
      return derived ? [{ articleId, statement, id: statement.id ?? uuid7(), derived }] : [];
    }),
  );
  await insertStatementRows(tx, rows);
  await insertTopicRows(tx, rows);
}

export type EditedText = {
  articleId: string;
  /** The body before and after; the same where it is only understood anew. */
  before: string;
  after: string;
  publishedOn: string | null;
};

/**
 * Brings an article's statements from a body to the one that it has now, as `carryStatements` says.
 * The caller holds the article.
 */
export async function rewriteStatements(
  tx: Transaction,
  { articleId, before, after, publishedOn }: EditedText,
  suggestions: readonly SuggestedStatement[],
): Promise<void> {
  const known = await listKnown(tx, articleId);
  const statements = carryStatements({ before, after }, known, suggestions);
  await tx.statement.deleteMany({ where: { articleId } });
  await insertStatements(tx, [{ articleId, body: after, publishedOn, statements }]);
}

async function listKnown(tx: Transaction, articleId: string): Promise<KnownStatement[]> {
  const rows = await tx.statement.findMany({
    where: { articleId },
    select: KNOWN_SELECT,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ ...row, parts: statementPartsSchema.parse(row.parts) }));
}

async function insertStatementRows(tx: Transaction, rows: readonly Row[]): Promise<void> {
  const now = new Date();
  await insertRows(tx, {
    table: "statements",
    columns: {
      id: "uuid",
      article_id: "uuid",
      kind: "statement_kind",
      status: "suggestion_status",
      starts_at: "int",
      ends_at: "int",
      parts: "jsonb",
      words: "text",
      passage: "text",
      passage_at: "int",
      speaker_id: "text",
      speaker_text: "text",
      is_anonymous: "boolean",
      venue: "text",
      said_on: "text",
      day: "date",
      confidence: "real",
      group_id: "uuid",
      keys: "int[]",
      source_publisher: "text",
      source_url: "text",
      created_at: "timestamptz",
      decided_at: "timestamptz",
      decided_by_id: "uuid",
    },
    rows: rows.map((row) => toColumns(row, now)),
  });
}

function toColumns({ id, articleId, statement, derived }: Row, now: Date) {
  return {
    id,
    article_id: articleId,
    kind: statement.kind,
    status: statement.status ?? "suggested",
    starts_at: derived.startsAt,
    ends_at: derived.endsAt,
    parts: JSON.stringify(statement.parts),
    words: derived.words,
    passage: derived.passage,
    passage_at: derived.passageAt,
    speaker_id: statement.speakerId,
    speaker_text: statement.speakerText,
    is_anonymous: statement.isAnonymous,
    venue: statement.venue,
    said_on: statement.saidOn,
    day: derived.day,
    confidence: statement.confidence,
    group_id: derived.groupId ?? id,
    keys: arrayLiteral(derived.keys),
    source_publisher: statement.sourcePublisher ?? null,
    source_url: statement.sourceUrl ?? null,
    created_at: (statement.createdAt ?? now).toISOString(),
    decided_at: statement.decidedAt?.toISOString() ?? null,
    decided_by_id: statement.decidedById ?? null,
  };
}

/** Topics that do not exist (any more) are left out. */
async function insertTopicRows(tx: Transaction, rows: readonly Row[]): Promise<void> {
  const topics = rows.flatMap(({ id, statement }) =>
    statement.topics.map((topic) => ({ statementId: id, ...topic })),
  );
  const ids = [...new Set(topics.map(({ topicId }) => topicId))];
  if (ids.length === 0) return;
  const existing = await tx.topic.findMany({ where: { id: { in: ids } }, select: { id: true } });
  const known = new Set(existing.map(({ id }) => id));
  await insertRows(tx, {
    table: "statement_topics",
    columns: {
      statement_id: "uuid",
      topic_id: "text",
      status: "suggestion_status",
      confidence: "real",
    },
    rows: topics
      .filter(({ topicId }) => known.has(topicId))
      .map(({ statementId, topicId, status, confidence }) => {
        return { statement_id: statementId, topic_id: topicId, status, confidence };
      }),
  });
}
