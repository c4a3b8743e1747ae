import { columnsOf, KINDS, partColumnsOf, toColumn } from "#lib/exchange/export-tables.ts";
import type { KindName } from "#lib/exchange/export-tables.ts";
import type { Line } from "#lib/exchange/types.ts";

/** Lines as rows of their own table: by the names of its columns. */
export function toRows(name: KindName, lines: Line[]): Line[] {
  const columns = columnsOf(KINDS[name]).map((property) => [property, toColumn(property)] as const);
  return lines.map((line) =>
    Object.fromEntries(columns.map(([property, column]) => [column, line[property]])),
  );
}

/** The rows that stand in one of the lists of lines, each with the line it belongs to. */
export function toPartRows(name: KindName, property: string, lines: Line[]): Line[] {
  const kind = KINDS[name];
  const part = kind.parts?.[property];
  if (!part) throw new RangeError(`${name} have no list ${property}`);
  const columns = partColumnsOf(kind, property).map((each) => [each, toColumn(each)] as const);
  const parent = toColumn(part.parent);
  return lines.flatMap(({ id, [property]: list }) =>
    (list as unknown[]).map((item) => {
      const row = (part.only ? { [part.only]: item } : item) as Line;
      const values = columns.map(([each, column]) => [column, row[each]] as const);
      return { [parent]: id, ...Object.fromEntries(values) };
    }),
  );
}
