import type { BlockKind, DocumentProperties } from "../running-text.ts";
import { RtfPages } from "./rtf-pages.ts";
import { decodeBytes, encodingOfCharset, encodingOfCodePage } from "./rtf-charsets.ts";
import type { RtfToken } from "./rtf-tokens.ts";
import { DESTINATIONS, SPECIAL_CHARACTERS, type Destination } from "./rtf-words.ts";

/** What a group inherits from the one around it. */
type State = {
  destination: Destination;
  font: number;
  /** Characters after `\u` that stand for it in older programs. */
  fallback: number;
  isHidden: boolean;
};
type ParagraphState = { outline: number; isListed: boolean; isInTable: boolean; style: number };

const MAX_GROUPS_DEEP = 10_000;
const PLAIN: ParagraphState = { outline: 9, isListed: false, isInTable: false, style: 0 };
const HEADING_STYLE = /^(?:heading \d|title|headline)/i;

/** Takes the text out of RTF, token by token. */
export class RtfDocument {
  readonly #pages = new RtfPages();
  readonly #groups: State[] = [];
  readonly #fontEncodings = new Map<number, string>();
  readonly #headingStyles = new Set<number>();
  readonly #info = { title: "", author: "", created: [] as number[] };
  #state: State = { destination: "text", font: -1, fallback: 1, isHidden: false };
  #paragraph = { ...PLAIN };
  #bytes: number[] = [];
  #bytesEncoding = "";
  #toSkip = 0;
  #isOptional = false;
  #styleNumber = 0;
  #styleName = "";
  #surplusDepth = 0;
  #encoding = "windows-1252";
  #wasClosed = false;

  get encoding(): string {
    return this.#encoding;
  }

  take(token: RtfToken): void {
    if (token.type === "byte") {
      this.#takeByte(token.value);
      return;
    }
    if (token.type === "word" && token.name === "u") {
      this.#takeUnicode(token.parameter ?? 0);
      return;
    }
    this.#flush();
    this.#toSkip = 0;
    if (token.type === "open") this.#openGroup();
    else if (token.type === "close") this.#closeGroup();
    else this.#takeWord(token.name, token.parameter);
  }

  finish() {
    this.#flush();
    this.#pages.endAll(this.#kind());
    const { title, author, created } = this.#info;
    const [year = 0, month = 0, day = 0] = created;
    const pad = (value: number) => String(value).padStart(2, "0");
    const info: DocumentProperties = { title, author };
    if (year > 0) info.created = `${year}-${pad(month)}-${pad(day)}`;
    return { ...this.#pages.result(), info, isWhole: this.#wasClosed };
  }

  #openGroup(): void {
    if (this.#groups.length >= MAX_GROUPS_DEEP) {
      this.#surplusDepth++;
      return;
    }
    this.#groups.push(this.#state);
    this.#state = { ...this.#state };
    this.#isOptional = false;
  }

  #closeGroup(): void {
    if (this.#surplusDepth > 0) {
      this.#surplusDepth--;
      return;
    }
    const closed = this.#state.destination;
    if (closed === "stylesheet") this.#noteStyle();
    this.#state = this.#groups.pop() ?? this.#state;
    if (this.#state.destination !== closed) this.#pages.end(closed, this.#kind());
    this.#wasClosed = this.#groups.length === 0;
  }

  #noteStyle(): void {
    if (HEADING_STYLE.test(this.#styleName.trim())) this.#headingStyles.add(this.#styleNumber);
    this.#styleName = "";
  }

  #noteStyleNumber(number: number): void {
    if (this.#state.destination === "stylesheet") this.#styleNumber = number;
    else this.#paragraph.style = number;
  }

  #takeWord(name: string, parameter: number | null): void {
    if (name === "*") {
      this.#isOptional = true;
      return;
    }
    const destination = DESTINATIONS[name];
    if (destination) this.#enter(destination);
    else if (this.#isOptional) this.#enter("skipped");
    this.#isOptional = false;
    if (destination === "list-mark") this.#paragraph.isListed = true;
    if (destination) return;
    const character = SPECIAL_CHARACTERS[name];
    if (character !== undefined) this.#write(character);
    else if (!this.#takeCharacterWord(name, parameter)) this.#takeParagraphWord(name, parameter);
  }

  #enter(destination: Destination): void {
    if (this.#state.destination !== "skipped") this.#state.destination = destination;
  }

  #takeCharacterWord(name: string, parameter: number | null): boolean {
    const isOn = parameter !== 0;
    const state = this.#state;
    if (name === "f") state.font = parameter ?? 0;
    else if (name === "fcharset") this.#noteFont(parameter ?? 0);
    else if (name === "uc") state.fallback = Math.max(0, Math.min(parameter ?? 1, 8));
    else if (name === "v" || name === "deleted") state.isHidden = isOn;
    else if (name === "plain") state.isHidden = false;
    else if (name === "s") this.#noteStyleNumber(parameter ?? 0);
    else return this.#takeFileWord(name, parameter);
    return true;
  }

  #takeFileWord(name: string, parameter: number | null): boolean {
    if (name === "ansicpg") this.#encoding = encodingOfCodePage(parameter ?? 1252);
    else if (name === "mac") this.#encoding = "macintosh";
    else if (["yr", "mo", "dy"].includes(name) && this.#state.destination === "created")
      this.#info.created.push(parameter ?? 0);
    else return false;
    return true;
  }

  #takeParagraphWord(name: string, parameter: number | null): void {
    const { destination } = this.#state;
    if (name === "pard") this.#paragraph = { ...PLAIN };
    else if (name === "outlinelevel") this.#paragraph.outline = parameter ?? 9;
    else if (name === "ls") this.#paragraph.isListed = true;
    else if (name === "intbl") this.#paragraph.isInTable = true;
    else if (name === "line") this.#write("\n");
    else if (name === "cell" || name === "nestcell") this.#pages.endCell(destination);
    else if (name === "row" || name === "nestrow") this.#pages.endRow(destination);
    else if (name === "par" || name === "sect" || name === "page")
      this.#pages.end(destination, this.#kind(), this.#paragraph.isInTable);
  }

  #kind(): BlockKind {
    const { outline, style, isListed } = this.#paragraph;
    if (outline < 9 || this.#headingStyles.has(style)) return "heading";
    return isListed ? "list-item" : "paragraph";
  }

  #noteFont(charset: number): void {
    const encoding = encodingOfCharset(charset);
    if (encoding) this.#fontEncodings.set(this.#state.font, encoding);
  }

  #takeByte(value: number): void {
    if (this.#toSkip > 0) {
      this.#toSkip--;
      return;
    }
    if (this.#state.destination === "skipped") return;
    const encoding = this.#fontEncodings.get(this.#state.font) ?? this.#encoding;
    if (encoding !== this.#bytesEncoding) this.#flush();
    this.#bytesEncoding = encoding;
    this.#bytes.push(value);
  }

  #takeUnicode(parameter: number): void {
    this.#flush();
    this.#write(String.fromCharCode(parameter & 0xffff));
    this.#toSkip = this.#state.fallback;
  }

  /** Bytes wait until their run ends: a letter may be two of them. */
  #flush(): void {
    if (this.#bytes.length === 0) return;
    const text = decodeBytes(this.#bytes, this.#bytesEncoding);
    this.#bytes = [];
    this.#write(text);
  }

  #write(text: string): void {
    const { destination, isHidden } = this.#state;
    if (isHidden || destination === "skipped") return;
    if (destination === "title" || destination === "author") this.#info[destination] += text;
    else if (destination === "stylesheet") this.#styleName += text;
    else this.#pages.write(destination, text);
  }
}
