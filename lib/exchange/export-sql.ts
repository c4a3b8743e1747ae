/** The SQL that reads and writes lines of an export. Its words come from `KINDS`, never from a file. */
import {
  columnsOf,
  partColumnsOf,
  toColumn,
  type Kind,
  type PartTable,
} from "#lib/exchange/export-tables.ts";

/**
 * Reads lines as JSON text in a column `line`, of the rows that `condition` (SQL on `t`) holds for,
 * in an order that does not depend on the database's language.
 */
export function selectLines(kind: Kind, condition: string): string {
  const columns = columnsOf(kind).map((each) => `t.${toColumn(each)} AS "${each}"`);
  const lists = Object.entries(kind.parts ?? {}).map(
    ([property, part]) => `${selectPart(kind, property, part)} AS "${property}"`,
  );
  return `SELECT row_to_json(line)::text AS line FROM (
    SELECT ${[...columns, ...lists].join(", ")} FROM ${kind.table} AS t
    WHERE ${condition} ORDER BY ${orderOf(kind)}) AS line`;
}

/** How a kind's lines follow each other. */
export function orderOf({ orderBy, idType }: Kind): string {
  return orderBy ?? (idType === "text" ? `t.id COLLATE "C"` : "t.id");
}

function selectPart(kind: Kind, property: string, part: PartTable): string {
  const columns = partColumnsOf(kind, property).map((each) => `${toColumn(each)} AS "${each}"`);
  const value = part.only ? `part."${part.only}"` : "part";
  return `(SELECT coalesce(json_agg(${value}), '[]') FROM (
    SELECT ${columns.join(", ")} FROM ${part.table}
    WHERE ${toColumn(part.parent)} = t.id ORDER BY ${part.orderBy}) AS part)`;
}

/** Writes rows, given as a JSON list of lines in `$1`, into a kind's own table. */
export function insertLines(kind: Kind): string {
  return insertRows(kind.table, columnsOf(kind));
}

/** Writes the rows of one of a kind's lists, given in `$1` with the column that names the line. */
export function insertPartRows(kind: Kind, property: string, part: PartTable): string {
  return insertRows(part.table, [part.parent, ...partColumnsOf(kind, property)]);
}

/** Takes away what a trigger wrote into one of a kind's lists for new lines, by their ids in `$1`. */
export function deletePartRows({ idType }: Kind, { table, parent }: PartTable): string {
  return `DELETE FROM ${table} WHERE ${toColumn(parent)} = ANY($1::${idType}[])`;
}

function insertRows(table: string, properties: string[]): string {
  const columns = properties.map(toColumn).join(", ");
  return `INSERT INTO ${table} (${columns})
    SELECT ${columns} FROM json_populate_recordset(NULL::${table}, $1::json)`;
}

/** The ids here (`here`) of other lines than those in `$1` (`given`) that have the same values. */
export function selectClashes(kind: Kind, properties: readonly string[]): string {
  return clashes(kind.table, "id", properties);
}

/** The same for the rows of a list, by the lines that they belong to. */
export function selectPartClashes(part: PartTable): string {
  return clashes(part.table, toColumn(part.parent), part.unique ?? []);
}

function clashes(table: string, owner: string, properties: readonly string[]): string {
  const isSame = properties.map(toColumn).map((column) => `t.${column} = given.${column}`);
  return `SELECT t.${owner}::text AS here, given.${owner}::text AS given FROM ${table} AS t
    JOIN json_populate_recordset(NULL::${table}, $1::json) AS given
      ON ${isSame.join(" AND ")} AND t.${owner} <> given.${owner}`;
}
