import { KINDS, type KindName } from "#lib/exchange/export-tables.ts";
import type { Line } from "#lib/exchange/types.ts";

export type Reference = { kind: KindName; id: string };
type Visit = (kind: KindName, id: string) => string;

/** Everything that a line names, those of its own kind included; the same one may come twice. */
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

/** Lists in which lines of a kind name others of the same kind, as events related ones. */
function ownLists(name: KindName): string[] {
  return Object.entries(KINDS[name].parts ?? {}).flatMap(([property, { references = {} }]) =>
    Object.values(references).includes(name) ? [property] : [],
  );
}

/** The line with only those of its kind in its lists for which `isThere` holds, and the others. */
export function splitOwnLists(
  name: KindName,
  line: Line,
  isThere: (id: string) => boolean,
): { line: Line; missing: string[] } {
  const kept = { ...line };
  const missing: string[] = [];
  for (const property of ownLists(name)) {
    const ids = line[property] as string[];
    kept[property] = ids.filter(isThere);
    missing.push(...ids.filter((id) => !isThere(id)));
  }
  return { line: kept, missing };
}

/** The line without what it names of its own kind. */
export function withoutOwnKind(name: KindName, line: Line): Line {
  const alone = splitOwnLists(name, line, () => false).line;
  for (const [column, kind] of Object.entries(KINDS[name].references ?? {})) {
    if (kind === name) alone[column] = null;
  }
  return alone;
}

function mapColumns(row: Line, references: Readonly<Record<string, KindName>>, visit: Visit): Line {
  const mapped = { ...row };
  for (const [column, kind] of Object.entries(references)) {
    const id = row[column];
    if (id !== null) mapped[column] = visit(kind, String(id));
  }
  return mapped;
}
