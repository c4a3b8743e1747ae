import { KINDS, type KindName } from "#lib/exchange/export-tables.ts";
import type { Line } from "#lib/exchange/types.ts";

export type Reference = { kind: KindName; id: string };
type Visit = (kind: KindName, id: string) => string;

/** Everything that a line names, lines of its own kind included; the same one may come twice. */
export function listReferences(name: KindName, line: Line): Reference[] {
  const found: Reference[] = [];
  mapReferences(name, line, (kind, id) => {
    found.push({ kind, id });
    return id;
  });
  return found;
}

/** The line with every id that it names given by `visit`. */
export function mapReferences(name: KindName, line: Line, visit: Visit): Line {
  const { references = {}, parts = {} } = KINDS[name];
  const mapped = mapColumns(line, references, visit);
  for (const [property, part] of Object.entries(parts)) {
    if (!part.references) continue;
    const [onlyKind] = Object.values(part.references) as [KindName];
    const list = line[property] as unknown[];
    mapped[property] = part.only
      ? list.map((id) => visit(onlyKind, String(id)))
      : list.map((row) => mapColumns(row as Line, part.references ?? {}, visit));
  }
  return mapped;
}

function mapColumns(row: Line, references: Readonly<Record<string, KindName>>, visit: Visit): Line {
  const mapped = { ...row };
  for (const [column, kind] of Object.entries(references)) {
    const id = row[column];
    if (id !== null) mapped[column] = visit(kind, String(id));
  }
  return mapped;
}
