import { database } from "#lib/db/client.ts";
import type { ColumnMappingLine } from "#lib/columns/types.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { shapeOfColumns, toChoices, type ChooseColumns } from "#lib/ingest/pipeline-sources.ts";
import { columnFieldsSchema } from "#lib/ingest/schema.ts";
import type { ColumnField } from "#lib/ingest/types.ts";

const SELECT = {
  id: true,
  name: true,
  fields: true,
  savedAt: true,
  savedBy: { select: { name: true } },
  removedAt: true,
} satisfies Prisma.ColumnMappingSelect;

/** Every remembered mapping by name, those removed too. */
export async function listColumnMappings(): Promise<ColumnMappingLine[]> {
  const rows = await database.columnMapping.findMany({
    select: SELECT,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(toLine);
}

/** A remembered mapping; null where there is none. */
export async function getColumnMapping(id: string): Promise<ColumnMappingLine | null> {
  const row = await database.columnMapping.findUnique({ where: { id }, select: SELECT });
  return row && toLine(row);
}

/** What is remembered for tables, by their shape. */
export async function getRememberedColumns(): Promise<ReadonlyMap<string, ColumnField[]>> {
  const rows = await database.columnMapping.findMany({
    where: { removedAt: null },
    select: { shape: true, fields: true },
  });
  return new Map(rows.map(({ shape, fields }) => [shape, columnFieldsSchema.parse(fields)]));
}

type Told = {
  /** Told of each table that is read as remembered: where it stands, and how. */
  onRemembered?: (path: string, fields: ColumnField[]) => void;
  /** Told where a table stands of which nobody knows which column is which. */
  onUnclear?: (path: string) => void;
};

/** Reads tables as it is remembered for them now, and all others by the names of their columns. */
export async function getColumnChooser({
  onRemembered,
  onUnclear,
}: Told = {}): Promise<ChooseColumns> {
  const remembered = await getRememberedColumns();
  return ({ path, columns, isClear, isGuess }) => {
    const fields = remembered.get(shapeOfColumns(columns));
    if (fields && !isGuess) onRemembered?.(path, fields);
    if (!fields && !isClear && !isGuess) onUnclear?.(path);
    return fields && toChoices(fields);
  };
}

type Row = Prisma.ColumnMappingGetPayload<{ select: typeof SELECT }>;

function toLine({ fields, savedBy, ...row }: Row): ColumnMappingLine {
  return { ...row, fields: columnFieldsSchema.parse(fields), savedBy: savedBy?.name ?? null };
}
