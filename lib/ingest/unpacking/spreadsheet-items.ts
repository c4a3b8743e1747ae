/** The rows of an Excel workbook (XLSX), one an article: what its cells show, never what they compute. */
import { AppError } from "#lib/errors.ts";
import type { ColumnChoices } from "../records/column-choices.ts";
import { applyColumnChoices } from "../records/column-choices.ts";
import { areArticleColumns, mapColumns } from "../records/columns.ts";
import { parseXml, streamXml, type XmlNode } from "../xml/xml-tree.ts";
import { childrenNamed, descendantsNamed, textOf } from "../xml/xml-text.ts";
import { zipFiles } from "./archive-files.ts";
import { readWhole } from "./byte-source.ts";
import { MAX_WHOLE_BYTES } from "./limits.ts";
import { chooseFor, noArticleColumns, toHeader, toRowRecord } from "./table-header.ts";
import { failedItem, recordItem, type ItemStream, type UnpackHint } from "./unpacked-item.ts";

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;
const NEEDED = /^xl\/(?:sharedStrings|workbook|styles)\.xml$|^xl\/worksheets\/sheet\d+\.xml$/;
const MAX_COLUMN = 500;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Days are counted from here; Excel takes 1900 for a leap year, so it is a day early. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** A number in a column of dates is one of days from 1954 to 2119. */
const DAYS = { from: 20_000, to: 80_000 };

/** Formats of dates that every workbook has; its own are known by their letters. */
const DATE_FORMATS = new Set([14, 15, 16, 17, 22]);
const DATE_LETTERS = /[dy]/i;
/** So many rows are shown to whoever says which column is which. */
const SAMPLE_ROWS = 5;

type Workbook = {
  sheets: [number: number, xml: string][];
  strings: string[];
  epoch: number;
  /** Styles that show a number as a date. */
  dateStyles: ReadonlySet<number>;
};

/**
 * The rows of every sheet whose first row names an article's columns, or, where none does, of those that
 * somebody knows; counted from 1 below it. A failed item where there is no such sheet, or the workbook
 * is damaged.
 */
export async function* spreadsheetItems(
  bytes: Buffer,
  path: string,
  choosing: Pick<UnpackHint, "columns" | "chooseColumns">,
): ItemStream {
  const { columns, chooseColumns: choose } = choosing;
  const workbook = await readWorkbook(bytes);
  const sheets = workbook.sheets.map(([number, xml]) => readSheet(number, xml, workbook));
  const filled = sheets.filter(({ header, rows }) => header.length > 1 && rows.length > 0);
  const isOfArticles = ({ header }: Sheet) =>
    areArticleColumns([...header, ...chosenFields(header, columns)]);
  const articles = sheets.filter(isOfArticles);
  if (articles.length > 0) for (const sheet of articles) yield* sheetItems(sheet, path, choosing);
  else if (columns || !choose || filled.length === 0)
    yield failedItem(
      noArticleColumns(
        "The workbook",
        sheets.flatMap(({ header }) => header),
      ),
      path,
    );
  else for (const sheet of filled) yield* sheetItems(sheet, path, choosing);
}

/** A sheet with its first rows, and all of them to be read one by one. */
type Sheet = {
  number: number;
  header: string[];
  rows: string[][];
  epoch: number;
  all(): Generator<string[]>;
};

function readSheet(number: number, xml: string, workbook: Workbook): Sheet {
  const rows: string[][] = [];
  for (const cells of readRows(xml, workbook)) if (rows.push(cells) > SAMPLE_ROWS) break;
  const header = toHeader(rows.shift() ?? []);
  return { number, header, rows, epoch: workbook.epoch, all: () => readRows(xml, workbook) };
}

async function* sheetItems(
  { number, header, rows, epoch, all }: Sheet,
  path: string,
  { columns, chooseColumns: choose }: Pick<UnpackHint, "columns" | "chooseColumns">,
): ItemStream {
  const place = `${path}/sheet${number}`;
  const isDate = mapColumns(header).map(
    ({ field }) => field === "published" || field === "modified",
  );
  const toRecord = (cells: string[]) =>
    toRowRecord(
      header,
      cells.map((cell, i) => (isDate[i] ? toDate(cell, epoch) : cell)),
    );
  const sample = rows.map(toRecord);
  const choices = chooseFor(
    { what: "The sheet", path: place, header, sample },
    { columns, choose },
  );
  if (choices === null) return;
  const below = all();
  below.next();
  let count = 0;
  for (const cells of below) {
    const record = applyColumnChoices(toRecord(cells), choices);
    if (Object.keys(record).length > 0) yield recordItem(record, `${place}#${++count}`);
  }
}

function chosenFields(header: string[], columns: ColumnChoices = {}): string[] {
  return header.flatMap((name) => (Object.hasOwn(columns, name) && columns[name]) || []);
}

async function readWorkbook(bytes: Buffer): Promise<Workbook> {
  const parts = new Map<string, string>();
  let left = MAX_WHOLE_BYTES;
  for await (const { name, bytes: content } of zipFiles(bytes)) {
    if (!NEEDED.test(name)) continue;
    if (content instanceof AppError) throw content;
    const part = await readWhole(content, left);
    left -= part.length;
    parts.set(name, part.toString("utf8"));
  }
  const sheets = [...parts].flatMap(([name, xml]): [number, string][] => {
    const number = SHEET.exec(name)?.[1];
    return number === undefined ? [] : [[Number(number), xml]];
  });
  const settings = parseXml(parts.get("xl/workbook.xml") ?? "");
  const is1904 = settings && descendantsNamed(settings, "workbookpr")[0]?.attributes.date1904;
  return {
    sheets: sheets.sort(([a], [b]) => a - b),
    strings: readStrings(parts.get("xl/sharedStrings.xml") ?? ""),
    dateStyles: readDateStyles(parts.get("xl/styles.xml") ?? ""),
    epoch: /^(?:1|true)$/i.test(is1904 ?? "") ? EPOCH_1904 : EPOCH_1900,
  };
}

function readDateStyles(xml: string): Set<number> {
  const styles = parseXml(xml);
  if (!styles) return new Set();
  const own = descendantsNamed(styles, "numfmt").flatMap(({ attributes }) => {
    // What stands in quotation marks or brackets is shown, or is a colour or a language.
    const code = (attributes.formatcode ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
    return DATE_LETTERS.test(code) ? [Number(attributes.numfmtid)] : [];
  });
  const dates = new Set([...DATE_FORMATS, ...own]);
  const [cells] = descendantsNamed(styles, "cellxfs");
  const formats = (cells ? childrenNamed(cells, "xf") : []).map(({ attributes }) =>
    Number(attributes.numfmtid),
  );
  return new Set(formats.flatMap((format, style) => (dates.has(format) ? [style] : [])));
}

function readStrings(xml: string): string[] {
  return [...streamXml(xml, ({ name }) => name === "si")].map(richText);
}

/** A text may be in several runs; how it is to be spoken is not part of it. */
function richText(node: XmlNode): string {
  const runs = childrenNamed(node, "r").flatMap((run) => childrenNamed(run, "t"));
  return [...childrenNamed(node, "t"), ...runs].map(textOf).join("");
}

function* readRows(xml: string, workbook: Workbook): Generator<string[]> {
  for (const row of streamXml(xml, ({ name }) => name === "row")) {
    const cells: string[] = [];
    for (const cell of childrenNamed(row, "c")) {
      const column = columnOf(cell.attributes.r ?? "") ?? cells.length;
      if (column < MAX_COLUMN) cells[column] = cellText(cell, workbook);
    }
    yield Array.from(cells, (cell) => cell ?? "");
  }
}

function cellText(cell: XmlNode, { strings, dateStyles, epoch }: Workbook): string {
  const [inline] = childrenNamed(cell, "is");
  if (inline) return richText(inline);
  const [value] = childrenNamed(cell, "v");
  const text = value ? textOf(value) : "";
  const { t: type = "n", s: style = "0" } = cell.attributes;
  if (type === "s") return strings[Number(text)] ?? "";
  return type === "n" && dateStyles.has(Number(style)) ? toDate(text, epoch) : text;
}

/** `AB12` as the 28th column, counted from 0. */
function columnOf(reference: string): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/i.exec(reference)?.[0].toUpperCase();
  if (!letters) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** A day number as `2025-02-27`, with the time of day where there is one. */
function toDate(cell: string, epoch: number): string {
  const days = /^\d{5}(?:\.\d+)?$/.test(cell) ? Number(cell) : Number.NaN;
  if (!(days >= DAYS.from && days <= DAYS.to)) return cell;
  const iso = new Date(Math.round((epoch + days * DAY_MS) / 1000) * 1000).toISOString();
  return Number.isInteger(days) ? iso.slice(0, 10) : iso.slice(0, 16);
}
