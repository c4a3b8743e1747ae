/** What was read from each original of an article. */
import type { ArticleState } from "#lib/articles/data-state.ts";
import type { FieldPlace } from "#lib/articles/draft-fields.ts";
import { fieldPlaceSchema, parseSnapshot, type ArticleFields } from "#lib/articles/schema.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";
import { draftWarningSchema } from "#lib/ingest/schema.ts";

/** What was read from an original of the article, each field with its place in it. */
export type Reading = {
  originalId: string;
  fields: ArticleFields;
  places: FieldPlace[];
  warnings: Prisma.InputJsonValue;
};

/** What the article's present original read as before anyone corrected it. */
export async function getBaseReading(
  tx: Transaction,
  { id, originalId }: Pick<ArticleState, "id" | "originalId">,
): Promise<ArticleFields> {
  const { fields } = await tx.articleOriginal.findUniqueOrThrow({
    where: { originalId },
    select: { fields: true },
  });
  if (fields !== null) return parseSnapshot(fields);
  const first = await tx.revision.findFirstOrThrow({
    where: { articleId: id },
    orderBy: { number: "asc" },
    select: { snapshot: true },
  });
  return parseSnapshot(first.snapshot);
}

/** The reading of an original of the article; null where it has none such or nothing was kept. */
export async function findReading(
  tx: Transaction,
  articleId: string,
  originalId: string,
): Promise<(Reading & { state: string }) | null> {
  const row = await tx.articleOriginal.findFirst({
    where: { articleId, originalId, fields: { not: Prisma.DbNull } },
    select: { fields: true, places: true, warnings: true, state: true },
  });
  if (!row) return null;
  return {
    ...{ originalId, state: row.state, fields: parseSnapshot(row.fields) },
    ...parsePlaced(row),
  };
}

/**
 * What an earlier revision was read from, where that is another original than the article's present
 * one: its fields as they last stood there, for which the places were kept. Else undefined.
 */
export async function findReadingOfRevision(
  tx: Transaction,
  state: ArticleState,
  number: number,
): Promise<Reading | undefined> {
  const articleId = state.id;
  const revision = await tx.revision.findUnique({
    where: { articleId_number: { articleId, number } },
    select: { originalId: true },
  });
  const originalId = revision?.originalId;
  if (!originalId || originalId === state.originalId) return undefined;
  const [last, row] = [
    await tx.revision.findFirstOrThrow({
      where: { articleId, originalId },
      orderBy: { number: "desc" },
      select: { snapshot: true },
    }),
    await tx.articleOriginal.findUniqueOrThrow({
      where: { originalId },
      select: { places: true, warnings: true },
    }),
  ];
  return { originalId, fields: parseSnapshot(last.snapshot), ...parsePlaced(row) };
}

function parsePlaced({ places, warnings }: { places: unknown; warnings: unknown }) {
  return {
    places: fieldPlaceSchema.array().parse(places ?? []),
    warnings: draftWarningSchema.array().parse(warnings ?? []),
  };
}
