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
import { checkChoices, noArticleColumns, toHeader, toRowRecord } from "./table-header.ts";
import { failedItem, recordItem, type ItemStream } from "./unpacked-item.ts";

const SHEET = /^xl\/worksheets\/sheet(\d+)\.xml$/;
const NEEDED = /^xl\/(?:sharedStrings|workbook)\.xml$|^xl\/worksheets\/sheet\d+\.xml$/;
const MAX_COLUMN = 500;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Days are counted from here; Excel takes 1900 for a leap year, so it is a day early. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** A number in a column of dates is one of days from 1954 to 2119. */
const DAYS = { from: 20_000, to: 80_000 };

type Workbook = { sheets: [number: number, xml: string][]; strings: string[]; epoch: number };

/**
 * The rows of every sheet whose first row names an article's columns, counted from 1 below it. A
 * failed item where there is no such sheet, or the workbook is damaged.
 */
export async function* spreadsheetItems(
  bytes: Buffer,
  path: string,
  columns: ColumnChoices | undefined,
): ItemStream {
  const workbook = await readWorkbook(bytes);
  let isEmpty = true;
  const seen: string[] = [];
  for (const [number, xml] of workbook.sheets) {
    const rows = readRows(xml, workbook);
    const first = rows.next();
    const header = first.done ? [] : toHeader(first.value);
    seen.push(...header);
    if (!areArticleColumns([...header, ...chosenFields(header, columns)])) continue;
    isEmpty = false;
    checkChoices(header, columns);
    const isDate = mapColumns(header).map(
      ({ field }) => field === "published" || field === "modified",
    );
    let count = 0;
    for (const cells of rows) {
      const shown = cells.map((cell, i) => (isDate[i] ? toDate(cell, workbook.epoch) : cell));
      const record = applyColumnChoices(toRowRecord(header, shown), columns);
      if (Object.keys(record).length > 0)
        yield recordItem(record, `${path}/sheet${number}#${++count}`);
    }
  }
  if (isEmpty) yield failedItem(noArticleColumns("The workbook", seen), path);
}

/** The columns of the first sheet of articles, else of the first with any. */
export async function readSpreadsheetHeader(
  bytes: Buffer,
  columns: ColumnChoices | undefined,
): Promise<string[]> {
  const workbook = await readWorkbook(bytes);
  const headers = workbook.sheets.map(([, xml]) => {
    const first = readRows(xml, workbook).next();
    return first.done ? [] : toHeader(first.value);
  });
  const isOfArticles = (header: string[]) =>
    areArticleColumns([...header, ...chosenFields(header, columns)]);
  return headers.find(isOfArticles) ?? headers.find(({ length }) => length > 0) ?? [];
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
    epoch: /^(?:1|true)$/i.test(is1904 ?? "") ? EPOCH_1904 : EPOCH_1900,
  };
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

function cellText(cell: XmlNode, { strings }: Workbook): string {
  const [inline] = childrenNamed(cell, "is");
  if (inline) return richText(inline);
  const [value] = childrenNamed(cell, "v");
  const text = value ? textOf(value) : "";
  return cell.attributes.t === "s" ? (strings[Number(text)] ?? "") : text;
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
