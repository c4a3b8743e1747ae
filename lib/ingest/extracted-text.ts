import { findDates } from "#lib/dates/find-dates.ts";
import { cleanText } from "#lib/text/clean.ts";
import {
  shiftElement,
  shiftMention,
  type DateElement,
  type FoundElement,
  type HeaderElement,
} from "./elements.ts";
import type { Declared, DraftByline, Found, Span } from "./types.ts";

const SEPARATOR = "\n\n";

type BylineDetails = { role?: string; note?: string };
type ParagraphRule = "paragraph" | "sub-heading" | "list-item";

/**
 * Writes down what a format with fields of its own says, line by line, so that each value has a
 * place in one text: what is declared first, then the body. Blank values are left out.
 */
export class ExtractedText {
  readonly #lines: string[] = [];
  readonly #elements: HeaderElement[] = [];
  readonly #paragraphs: Found<string>[] = [];
  #length = 0;

  /** A value of one field; of several for one field, the surest is kept. Confidence is 0 to 1. */
  add(kind: FoundElement["kind"], value: string, rule: string, confidence: number): void {
    const found = this.#find(value, rule, confidence);
    if (found) this.#elements.push({ kind, found });
  }

  addByline(name: string, details: BylineDetails, rule: string, confidence: number): void {
    const found = this.#find(name, rule, confidence);
    if (!found) return;
    const detail = (value = "") => this.#find(value, rule, confidence);
    const byline: DraftByline = {
      name: found,
      role: detail(details.role),
      note: detail(details.note),
    };
    this.#elements.push({ kind: "byline", byline });
  }

  /**
   * A date as written, such as `2025-02-27T10:15:00Z`; the day is the one written, in whatever zone.
   * Of several of one meaning the first counts. Returns false where there is no date in it.
   */
  addDate(
    meaning: "published" | "modified",
    written: string,
    source?: DateElement["source"],
  ): boolean {
    // Day and time get places of their own, so that no letter is left between them.
    const value = cleanText(written).replace(/(?<=\d)T(?=\d)/, " ");
    const [mention] = findDates(value);
    if (!mention?.day) return false;
    const { start } = this.#write(value);
    const date = { kind: "date" as const, meaning, mention: shiftMention(mention, start) };
    this.#elements.push(source ? { ...date, source } : date);
    return true;
  }

  addParagraph(value: string, rule: ParagraphRule = "paragraph", confidence = 0.9): void {
    const found = this.#find(value, rule, confidence);
    if (found) this.#paragraphs.push(found);
  }

  finish(): { text: string; declared: Declared } {
    return {
      text: this.#lines.join(SEPARATOR),
      declared: { elements: this.#elements, paragraphs: this.#paragraphs },
    };
  }

  /** The text and its elements as they stand in a longer text, from `start` on. */
  finishAt(start: number): { text: string; elements: HeaderElement[] } {
    const { text, declared } = this.finish();
    return { text, elements: declared.elements.map((element) => shiftElement(element, start)) };
  }

  #find(value: string, rule: string, confidence: number): Found<string> | null {
    const clean = cleanText(value);
    return clean === "" ? null : { value: clean, span: this.#write(clean), rule, confidence };
  }

  #write(line: string): Span {
    const start = this.#length + (this.#lines.length > 0 ? SEPARATOR.length : 0);
    this.#lines.push(line);
    this.#length = start + line.length;
    return { start, end: this.#length };
  }
}
