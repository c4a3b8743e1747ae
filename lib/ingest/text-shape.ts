/** What a text is by its look: XML of a known root, JSON, a table with columns of articles. */
import type { ColumnChoices } from "./records/column-choices.ts";
import { areArticleColumns } from "./records/columns.ts";

export type TextShape =
  "feed" | "newsml-list" | "newsml" | "nitf" | "json" | "json-array" | "json-lines" | "table";

const PROLOGUE =
  /^(?:\s|<\?[^>]{0,1000}>|<!--(?:(?!-->)[^]){0,10000}-->|<!DOCTYPE[^>[]{0,1000}(?:\[[^\]]{0,20000}\]\s{0,100})?>)*/i;
const ROOT = /^<(?:[\w.-]{1,60}:)?(?<name>[A-Za-z][\w.-]{0,60})(?=[\s/>])/;
const SHAPE_BY_ROOT: Record<string, TextShape> = {
  rss: "feed",
  rdf: "feed",
  feed: "feed",
  entry: "feed",
  channel: "feed",
  newsmessage: "newsml-list",
  packageitem: "newsml",
  newsitem: "newsml",
  nitf: "nitf",
};
const DELIMITERS = [",", "\t", ";", "|"];
const MAX_HEADER_LENGTH = 10_000;

/**
 * The shape of a text, from its beginning; null for anything else, prose above all. `isWhole` says
 * that the beginning is all there is.
 */
export function shapeOf(beginning: string, isWhole: boolean): TextShape | null {
  const text = beginning.replace(/^\uFEFF/, "").trimStart();
  if (text.startsWith("<")) return xmlShape(text);
  if (text.startsWith("{")) return objectShape(text, isWhole);
  if (text.startsWith("[")) return arrayShape(text, isWhole);
  return findDelimiter(text) === null ? null : "table";
}

/**
 * What parts the cells of a table of articles, or null where the first line is no header of one, even
 * with the fields that were chosen for its columns.
 */
export function findDelimiter(text: string, choices: ColumnChoices = {}): string | null {
  const [line = "", next = ""] = text.slice(0, MAX_HEADER_LENGTH).split(/\r\n|[\n\r]/, 3);
  // Excel writes down what it parted the cells with.
  const declared = /^"?sep=(.)"?$/i.exec(line)?.[1];
  if (declared) return isHeader(next, declared, choices) ? declared : null;
  return DELIMITERS.find((delimiter) => isHeader(line, delimiter, choices)) ?? null;
}

/**
 * What parts the cells of a first line that names no article's columns, and the names that makes, for
 * someone who knows them; null where it has only one.
 */
export function guessTable(text: string): { delimiter: string; columns: string[] } | null {
  const [line = ""] = text.slice(0, MAX_HEADER_LENGTH).split(/\r\n|[\n\r]/, 1);
  const rows = DELIMITERS.map((delimiter) => ({ delimiter, columns: cellsOf(line, delimiter) }));
  const widest = rows.reduce((a, b) => (b.columns.length > a.columns.length ? b : a));
  return widest.columns.length > 1 ? widest : null;
}

function isHeader(line: string, delimiter: string, choices: ColumnChoices): boolean {
  const cells = cellsOf(line, delimiter);
  const chosen = cells.flatMap((cell) => (Object.hasOwn(choices, cell) && choices[cell]) || []);
  return cells.length > 1 && areArticleColumns([...cells, ...chosen]);
}

function cellsOf(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, "$1"));
}

function xmlShape(text: string): TextShape | null {
  const name = ROOT.exec(text.slice(PROLOGUE.exec(text)?.[0].length ?? 0))?.groups?.name;
  return SHAPE_BY_ROOT[name?.toLowerCase() ?? ""] ?? null;
}

function objectShape(text: string, isWhole: boolean): TextShape | null {
  const end = text.search(/[\n\r]/);
  const first = end < 0 ? text : text.slice(0, end);
  const rest = end < 0 ? "" : text.slice(end).trim();
  if (isJson(first)) return rest === "" && isWhole ? "json" : "json-lines";
  // One that is broken, in the first line or later, is still JSON to anyone who looks at it.
  return /^\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\}$)/.test(text) ? "json" : null;
}

function arrayShape(text: string, isWhole: boolean): TextShape | null {
  if (isWhole && !isJson(text)) return /^\[\s*\{\s*"/.test(text) ? "json-array" : null;
  return /^\[\s*(?:[{\]])/.test(text) ? "json-array" : null;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
