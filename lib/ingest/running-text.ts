import { ExtractedText } from "./extracted-text.ts";
import { isName } from "./names.ts";
import { MAX_LINES, tooManyLines } from "./reader.ts";
import type { MarkedSpan, RawArticle } from "./types.ts";
import type { HeaderElement } from "./elements.ts";

export type BlockKind = "paragraph" | "heading" | "list-item";

/** What a file says of itself, as written there; any may be wrong, empty or left from a template. */
export type DocumentProperties = { title?: string; author?: string; created?: string };

const BREAK = "\n\n";
/** No text has these, and the database takes no zeros. */
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;
const PROPERTY = { rule: "document-property", confidence: 0.3 };
/** Titles that programs put in by themselves. */
const NO_TITLE =
  /^(?:untitled|document ?\d*|dokument ?\d*|microsoft word\b.*|.*\.(?:docx?|odt|rtf|pdf|indd|qxd|pages|txt)|powerpoint presentation|(?:slide|page) ?\d*|normal|blank|cover|title|.{0,6})$/i;

/**
 * Writes down the text of a format that is only running text: paragraphs, headings and list items with
 * a blank line between, which are then read like any pasted text, and beside them what the format names.
 */
export class RunningText {
  readonly #pieces: string[] = [];
  readonly #marks: MarkedSpan[] = [];
  readonly #named: HeaderElement[] = [];
  readonly #candidates: HeaderElement[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** A block; its line breaks stay, so that lines of a header in one paragraph stay lines. */
  add(kind: BlockKind, text: string): void {
    const lines = text.split(/[\n\r\u2028\u2029]+/).map((line) => line.replace(/\s+/g, " ").trim());
    const start = this.#write(lines.filter((line) => line !== "").join("\n"));
    if (start === null || kind === "paragraph") return;
    this.#marks.push({ start, end: this.#length, kind });
  }

  /** What was read and is not the article's: a running head, a signature, a comment. */
  addFurniture(text: string, rule: string, confidence: number): void {
    for (const line of text.split(/[\n\r]+/)) {
      const value = line.replace(/\s+/g, " ").trim();
      const start = this.#write(value);
      if (start === null) continue;
      const span = { start, end: this.#length };
      const found = { value: this.#pieces.at(-1) ?? "", span, rule, confidence };
      this.#named.push({ kind: "furniture", found });
    }
  }

  /** Fields that the format names, moved to where they are written: after what was added so far. */
  addNamed(fields: ExtractedText): void {
    this.#named.push(...this.#append(fields));
  }

  /** Fields that count only where the text has none of their own; `source` says so of a date. */
  addCandidates(fields: ExtractedText, source: { rule: string; confidence: number }): void {
    for (const element of this.#append(fields)) {
      this.#candidates.push(element.kind === "date" ? { ...element, source } : element);
    }
  }

  /** The text, with the document's properties as weak candidates at its end; blank where it is empty. */
  finish(
    properties: DocumentProperties = {},
  ): Pick<RawArticle, "text" | "isExtracted" | "marks" | "named" | "candidates"> {
    // Properties alone are no text.
    if (this.#pieces.length > 0) this.addCandidates(toCandidates(properties), PROPERTY);
    return {
      text: this.#pieces.join(BREAK),
      isExtracted: true,
      marks: this.#marks,
      named: this.#named,
      candidates: this.#candidates,
    };
  }

  #append(fields: ExtractedText): HeaderElement[] {
    const start = this.#length + (this.#pieces.length > 0 ? BREAK.length : 0);
    const { text, elements } = fields.finishAt(start);
    if (text !== "") this.#write(text);
    return elements;
  }

  /** Throws `unreadable` for more than `MAX_LINES` pieces. */
  #write(text: string): number | null {
    if (this.#pieces.length >= MAX_LINES) throw tooManyLines();
    const clean = text.replace(CONTROLS, "").toWellFormed();
    if (clean.trim() === "") return null;
    const start = this.#length + (this.#pieces.length > 0 ? BREAK.length : 0);
    this.#pieces.push(clean);
    this.#length = start + clean.length;
    return start;
  }
}

function toCandidates({ title = "", author = "", created = "" }: DocumentProperties) {
  const fields = new ExtractedText();
  const { rule, confidence } = PROPERTY;
  const clean = (text: string) => text.slice(0, 300).replace(CONTROLS, "").toWellFormed().trim();
  if (!NO_TITLE.test(clean(title))) fields.add("headline", clean(title), rule, confidence);
  if (isName(clean(author))) fields.addByline(clean(author), {}, rule, confidence);
  fields.addDate("published", clean(created));
  return fields;
}
