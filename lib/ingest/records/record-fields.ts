/** A JSON object whose keys name an article's fields: a table's row, a feed's entry, a line of JSON. */
import type { ExtractedText } from "../extracted-text.ts";
import { readNames } from "../bylines.ts";
import type { Found } from "../types.ts";
import { htmlToBlocks, htmlToLine, looksLikeHtml } from "../html-paragraphs.ts";
import { isJsonObject, type Json, type JsonObject } from "./canonical-json.ts";
import { mapColumns, type ArticleField, type ColumnMapping, type TextForm } from "./columns.ts";
import { plainParagraphs } from "./plain-paragraphs.ts";
import { toWrittenDate } from "./written-date.ts";

/** What is kept of a source without filling a field; no key in it is read. */
export const UNREAD_KEY = "other";

type Cell = ColumnMapping & { value: Json };
type Cells = Map<ArticleField | null, Cell[]>;

const MAX_KEYS = 300;
const MAX_VALUES = 60;
/** A member that holds the article's fields, as the answers of news services and search servers do. */
const WRAPPERS = /^(?:fields|attributes|_source|article|post|metadata|meta|data|document|node)$/i;
/** What an object is called by, where a text is asked for: `{"rendered": …}`, `{"name": …}`. */
const NAME_KEYS = [
  "rendered",
  "main",
  "original",
  "name",
  "value",
  "text",
  "title",
  "label",
  "url",
];
const CONFIDENCE = 0.95;
const CONFIDENCE_STEP = 0.01;
const BODY_CONFIDENCE = 0.9;
const TEASER_CONFIDENCE = 0.5;
/** A summary longer than this is the whole text under another name, as many feeds give it. */
const MAX_TEASER_LENGTH = 1_500;

/**
 * Writes down what a record says: a value of one field under the first key for it that has one, others
 * as furniture. Text that has tags in it is read as HTML. Where there is a summary and no body, the
 * summary is the body, and its confidence says that there may be more. Returns false for a record
 * with neither headline nor text.
 */
export function writeRecord(record: JsonObject, extracted: ExtractedText): boolean {
  const cells = Map.groupBy(flatten(record), ({ field }) => field);
  for (const list of cells.values()) list.sort((a, b) => a.rank - b.rank);
  const writer = new RecordWriter(cells, extracted);
  return writer.write();
}

/** True for a draft whose whole body was given as a summary, so that the article has more text. */
export function isTeaser({ paragraphs }: { paragraphs: readonly Found<string>[] }): boolean {
  return (
    paragraphs.length > 0 && paragraphs.every(({ confidence }) => confidence === TEASER_CONFIDENCE)
  );
}

/** The text of a JSON value: its own, or what an object is called by; of a list, that of each. */
export function textsOf(value: Json | undefined): string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  if (typeof value === "number") return [String(value)];
  if (Array.isArray(value)) return value.slice(0, MAX_VALUES).flatMap(textsOf);
  if (!isJsonObject(value)) return [];
  for (const key of NAME_KEYS) {
    const [text] = textsOf(value[key]);
    if (text !== undefined) return [text];
  }
  return [];
}

function flatten(record: JsonObject): Cell[] {
  const toCells = (from: JsonObject, offset: number): Cell[] => {
    const keys = Object.keys(from)
      .filter((key) => key !== UNREAD_KEY)
      .slice(0, MAX_KEYS);
    return mapColumns(keys).flatMap((mapping): Cell[] => {
      const value = from[mapping.column];
      if (isJsonObject(value) && offset === 0 && WRAPPERS.test(mapping.column))
        return toCells(value, 100);
      return value === undefined ? [] : [{ ...mapping, rank: mapping.rank + offset, value }];
    });
  };
  return toCells(record, 0);
}

class RecordWriter {
  readonly #cells: Cells;
  readonly #extracted: ExtractedText;

  constructor(cells: Cells, extracted: ExtractedText) {
    this.#cells = cells;
    this.#extracted = extracted;
  }

  write(): boolean {
    for (const field of ["headline", "outlet", "url", "language"] as const) this.#addSingle(field);
    for (const meaning of ["published", "modified"] as const) this.#addDates(meaning);
    this.#addBylines();
    const hasBody = this.#addBody("body", BODY_CONFIDENCE);
    if (hasBody) this.#addSingle("summary");
    const hasText = hasBody || this.#addBody("summary", TEASER_CONFIDENCE);
    for (const field of ["credit", "caption"] as const) this.#addList(field);
    for (const field of ["topic", "place", "rights", "id"] as const) this.#addAside(field);
    return hasText || this.#has("headline");
  }

  #has(field: ArticleField): boolean {
    return this.#of(field).some(({ value }) => textsOf(value).length > 0);
  }

  #of(field: ArticleField): Cell[] {
    return this.#cells.get(field) ?? [];
  }

  #addSingle(field: "headline" | "outlet" | "url" | "language" | "summary"): void {
    for (const [i, { value, column, form }] of this.#of(field).entries()) {
      const [text] = textsOf(value);
      if (text === undefined) continue;
      // `urn:…` and `tag:…` name an article, and lead nowhere.
      const isName = field === "url" && /^(?!https?:)[a-z][a-z\d+.-]*:(?!\d)/i.test(text.trim());
      const kind = isName ? "furniture" : field;
      this.#extracted.add(kind, toLine(text, form), column, CONFIDENCE - i * CONFIDENCE_STEP);
    }
  }

  #addDates(meaning: "published" | "modified"): void {
    for (const { value } of this.#of(meaning)) {
      const single = typeof value === "number" ? value : textsOf(value)[0];
      const written = single === undefined ? null : toWrittenDate(single);
      if (written !== null) this.#extracted.addDate(meaning, written);
    }
  }

  #addBylines(): void {
    const shared = this.#of("role").flatMap(({ value }) => textsOf(value))[0];
    const [cell] = this.#of("byline").filter(({ value }) => textsOf(value).length > 0);
    if (!cell) return;
    const people = Array.isArray(cell.value) ? cell.value.slice(0, MAX_VALUES) : [cell.value];
    for (const person of people) {
      const own = isJsonObject(person) ? textsOf(person.role)[0] : undefined;
      const role = own ?? shared;
      for (const byline of textsOf(person).flatMap((text) =>
        splitBylines(toLine(text, cell.form)),
      )) {
        const details = { ...byline, ...(role !== undefined && { role }) };
        this.#extracted.addByline(byline.name, details, cell.column, CONFIDENCE);
      }
    }
  }

  #addBody(field: "body" | "summary", shortConfidence: number): boolean {
    // HTML keeps apart what plain text of the same may have run together.
    const cells = this.#of(field).toSorted((a, b) => byForm(a.form) - byForm(b.form));
    return cells.some(({ value, form }) => {
      let added = false;
      const texts = textsOf(value);
      const length = texts.reduce((sum, text) => sum + text.length, 0);
      const confidence = length > MAX_TEASER_LENGTH ? BODY_CONFIDENCE : shortConfidence;
      for (const text of texts) {
        for (const block of toBlocks(text, form)) {
          if (block.rule === "caption") this.#extracted.add("caption", block.text, field, 0.7);
          else this.#extracted.addParagraph(block.text, block.rule, confidence);
          added ||= block.rule !== "caption";
        }
      }
      return added;
    });
  }

  #addList(field: "credit" | "caption"): void {
    for (const { value, column, form } of this.#of(field))
      for (const text of textsOf(value))
        this.#extracted.add(field, toLine(text, form), column, CONFIDENCE);
  }

  /** What the draft has no field for is still shown, under the rule that names it. */
  #addAside(field: "topic" | "place" | "rights" | "id"): void {
    for (const { value, form } of this.#of(field))
      for (const text of textsOf(value))
        this.#extracted.add("furniture", toLine(text, form), `declared-${field}`, CONFIDENCE);
  }
}

function byForm(form: TextForm): number {
  return form === "html" ? 0 : 1;
}

function isHtml(text: string, form: TextForm): boolean {
  return form === "html" || (form === "either" && looksLikeHtml(text));
}

function toLine(text: string, form: TextForm): string {
  return isHtml(text, form) ? htmlToLine(text) : text;
}

function toBlocks(text: string, form: TextForm) {
  if (isHtml(text, form)) return htmlToBlocks(text);
  return plainParagraphs(text).map((line) => ({ rule: "paragraph" as const, text: line }));
}

/** The people in one byline, with their roles where it gives them. */
export function splitBylines(written: string): { name: string; role?: string; note?: string }[] {
  const text = written.replace(/^\s*by:?\s+/i, "").trim();
  const run = readNames({ text, base: 0 }, 0, true);
  if (!run || run.end < text.length) return text === "" ? [] : [{ name: text }];
  return run.elements.flatMap((element) => {
    if (element.kind !== "byline") return [];
    const { name, role, note } = element.byline;
    return [
      { name: name.value, ...(role && { role: role.value }), ...(note && { note: note.value }) },
    ];
  });
}
