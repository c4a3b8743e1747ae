import { Prisma } from "#lib/db/generated/client.ts";
import type { Transaction } from "#lib/db/transaction.ts";

type Value = string | number | boolean | null;
export type RowsToInsert<Column extends string> = {
  table: string;
  /** The columns that are written, with their types in SQL. */
  columns: Readonly<Record<Column, string>>;
  rows: readonly Readonly<Record<Column, Value>>[];
  /** Leaves out rows that a unique index knows already, instead of rejecting. */
  skipDuplicates?: boolean;
};

/**
 * Inserts rows in one statement with one parameter a column, and returns how many; of none, nothing
 * is sent. The client takes longer to put many rows into words than the database to store them, and
 * a statement that is the same for any number of rows is planned once. `table` and `columns` are
 * constants of the program. Arrays are given as `arrayLiteral`, bytes as `bytesLiteral`.
 */
export async function insertRows<Column extends string>(
  tx: Transaction,
  { table, columns, rows, skipDuplicates = false }: RowsToInsert<Column>,
): Promise<number> {
  if (rows.length === 0) return 0;
  const names = Object.keys(columns) as Column[];
  // An array of arrays would have to have rows of one length: those travel as text.
  const travelType = (name: Column) => (columns[name].endsWith("[]") ? "text" : columns[name]);
  const parameters = names.map((name) => {
    const values = arrayLiteral(rows.map((row) => row[name]));
    return Prisma.sql`${values}::${raw(travelType(name))}[]`;
  });
  const selected = names.map((name) => raw(`${name}::${columns[name]}`));
  return await tx.$executeRaw`
    INSERT INTO ${raw(table)} (${raw(names.join(", "))})
    SELECT ${Prisma.join(selected)} FROM unnest(${Prisma.join(parameters)})
      AS given (${raw(names.join(", "))})
    ${raw(skipDuplicates ? "ON CONFLICT DO NOTHING" : "")}`;
}

/**
 * An array as PostgreSQL writes it. Given to the client as an array, each of its values would pass
 * through as many hands as a parameter of its own.
 */
export function arrayLiteral(values: Iterable<Value>): string {
  return `{${Array.from(values, elementLiteral).join(",")}}`;
}

function elementLiteral(value: Value): string {
  if (value === null) return "NULL";
  return typeof value === "string" ? `"${value.replace(/["\\]/g, "\\$&")}"` : String(value);
}

/** Bytes as PostgreSQL writes them. */
export function bytesLiteral(bytes: Uint8Array): string {
  const { buffer, byteOffset, byteLength } = bytes;
  return `\\x${Buffer.from(buffer, byteOffset, byteLength).toString("hex")}`;
}

function raw(sql: string): Prisma.Sql {
  return Prisma.raw(sql);
}
