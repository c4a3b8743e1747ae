/** How the tables of a batch are read: as was decided for it before, as is remembered, or by their names. */
import type { BatchTable, SampledTable, TableAnswer } from "#lib/batches/types.ts";
import {
  faultOfFields,
  fieldsAsSaid,
  fieldsByName,
  shapeOfColumns,
  toChoices,
  type ChooseColumns,
  type SeenTable,
} from "#lib/ingest/pipeline-sources.ts";
import type { ColumnField, JsonObject } from "#lib/ingest/types.ts";
import { toColumnText } from "#lib/text/clean.ts";

/** Of different columns; nobody answers for more, and more are read by their names alone. */
export const MAX_ASKED = 30;
const MAX_NAMED = 20;
const MAX_SAMPLE_CHARACTERS = 200_000;
/** How much of a cell is kept to be shown; less where there are very many. */
const CELL_CHARACTERS = [2_000, 200, 20, 0];
const MAX_LISTED = 20;
const MAX_DEPTH = 4;

type Decided = Pick<BatchTable, "answer" | "fields">;

/**
 * Decides while a batch is read. The same decisions come out however often that begins, as long as
 * `decided` holds what came out before.
 */
export class TableDecisions {
  readonly #decided: ReadonlyMap<string, Decided>;
  readonly #remembered: ReadonlyMap<string, ColumnField[]>;
  readonly #seen = new Map<string, SampledTable>();

  readonly #given: readonly ColumnField[];
  readonly #columns = new Set<string>();

  constructor(
    decided: ReadonlyMap<string, Decided>,
    remembered: ReadonlyMap<string, ColumnField[]> = new Map(),
    given: readonly ColumnField[] = [],
  ) {
    this.#decided = decided;
    this.#remembered = remembered;
    this.#given = given;
  }

  /** Those that were seen, each kind of columns once, in order. */
  get tables(): SampledTable[] {
    return [...this.#seen.values()];
  }

  /** What was said of columns that are in none of the tables seen. */
  get unseen(): string[] {
    return this.#given.map(({ column }) => column).filter((column) => !this.#columns.has(column));
  }

  readonly choose: ChooseColumns = (table) => {
    const shape = shapeOfColumns(table.columns);
    const seen = this.#seen.get(shape);
    const { answer, fields } = seen ?? this.#decide(shape, table);
    if (seen) seen.count++;
    else if (!table.isGuess && !this.#note(shape, table, { answer, fields })) {
      // Nobody is asked about more, but what was said holds.
      return answer === "chosen" ? toChoices(fields) : undefined;
    }
    if (answer === "left_out") return null;
    return answer === "remembered" || answer === "chosen" ? toChoices(fields) : undefined;
  };

  #decide(shape: string, { columns, isClear }: SeenTable): Decided {
    if (this.#given.length > 0) for (const column of columns) this.#columns.add(column);
    const decided = this.#decided.get(shape);
    if (decided && decided.answer !== "asked") return decided;
    const remembered = this.#remembered.get(shape);
    const given = fieldsAsSaid(remembered ?? fieldsByName(columns), this.#given);
    if (given) {
      const isEnough = isClear || remembered !== undefined || !faultOfFields(given);
      return { answer: isEnough ? "chosen" : "asked", fields: given };
    }
    if (remembered) return { answer: "remembered", fields: remembered };
    return { answer: isClear ? "named" : "asked", fields: fieldsByName(columns) };
  }

  /** False where there are too many already. */
  #note(shape: string, { path, sample }: SeenTable, { answer, fields }: Decided): boolean {
    const isNamed = (one: TableAnswer) => one === "named";
    const alike = this.tables.filter((one) => isNamed(one.answer) === isNamed(answer));
    if (alike.length >= (isNamed(answer) ? MAX_NAMED : MAX_ASKED)) return false;
    this.#seen.set(shape, { shape, path, count: 1, answer, fields, sample: shorten(sample) });
    return true;
  }
}

/** Rows with as much of each cell as can be kept. */
function shorten(rows: JsonObject[]): JsonObject[] {
  for (const length of CELL_CHARACTERS) {
    const short = rows.map((row) => shortValue(row, length, 0) as JsonObject);
    if (JSON.stringify(short).length <= MAX_SAMPLE_CHARACTERS) return short;
  }
  return [];
}

type Value = JsonObject[string];

function shortValue(value: Value, length: number, depth: number): Value {
  if (typeof value === "string") return toColumnText(value, length);
  if (typeof value !== "object" || value === null) return value;
  if (depth > MAX_DEPTH) return null;
  if (Array.isArray(value))
    return value.slice(0, MAX_LISTED).map((one) => shortValue(one, length, depth + 1) ?? null);
  const members = Object.entries(value).map(([key, one]) => [
    // Of the columns themselves nothing is cut off, or they would be others.
    depth === 0 ? key : toColumnText(key, length),
    shortValue(one, length, depth + 1),
  ]);
  return Object.fromEntries(depth === 0 ? members : members.slice(0, MAX_LISTED)) as JsonObject;
}
