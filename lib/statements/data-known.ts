import { database } from "#lib/db/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { statementPartsSchema } from "#lib/statements/schema.ts";
import type { KnownStatement } from "#lib/statements/types.ts";

export {
  compareStatements,
  type StatementsDifference,
} from "#lib/statements/compare-statements.ts";

const KNOWN_SELECT = {
  id: true,
  articleId: true,
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

/** All that is known of the statements of articles, in the order of each text, by article. */
export async function listKnownStatements(
  articleIds: readonly string[],
  tx: Transaction = database,
): Promise<Map<string, KnownStatement[]>> {
  const rows = await tx.statement.findMany({
    where: { articleId: { in: [...articleIds] } },
    select: KNOWN_SELECT,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  const groups = Map.groupBy(rows, ({ articleId }) => articleId);
  return new Map([...groups].map(([articleId, all]) => [articleId, all.map(toKnown)]));
}

type Row = Omit<KnownStatement, "parts"> & { articleId: string; parts: unknown };

function toKnown({ articleId: _, parts, ...row }: Row): KnownStatement {
  return { ...row, parts: statementPartsSchema.parse(parts) };
}
