/**
 * Builds a page's tree from its tokens. htmlparser2 cuts the text into tokens in linear time; the
 * tree is built here, because no tree builder at hand bounds the depth, and all of them take
 * quadratic time over what is nested hundreds of thousands deep.
 */
import { Tokenizer, type QuoteType, type TokenizerCallbacks } from "htmlparser2";
import { VOID_NAMES, openAfterEnd, openAfterStart } from "./nesting.ts";
import type { ElementNode, HtmlTree } from "./tree.ts";

/** As in browsers, what is nested deeper becomes a child of the deepest; news pages reach 60. */
const MAX_DEPTH = 256;
const FOREIGN_DEPTH = 12;
/** A long news page has some 10,000. */
const MAX_ELEMENTS = 150_000;
const MAX_ATTRIBUTES = 200;

/** Without a prototype, so that no attribute's name can reach one. */
const emptyAttributes = () => Object.create(null) as Record<string, string>;
const NO_ATTRIBUTES: Readonly<Record<string, string>> = Object.freeze(emptyAttributes());

/** The tree of a page, whatever its markup is like. Never throws; linear in the length of the text. */
export function buildTree(html: string): HtmlTree {
  const builder = new TreeBuilder(html);
  const tokenizer = new Tokenizer({ decodeEntities: true }, builder);
  tokenizer.write(html);
  tokenizer.end();
  return builder.finish();
}

class TreeBuilder implements TokenizerCallbacks {
  readonly #html: string;
  readonly #elements: ElementNode[] = [];
  readonly #open: ElementNode[] = [];
  readonly #openNames: string[] = [];
  /** Spares the search for what is not open at all. */
  readonly #openCounts = new Map<string, number>();
  #text: string[] = [];
  #name = "";
  #attributes: Record<string, string> = NO_ATTRIBUTES;
  #attributeCount = 0;
  #attributeName = "";
  #attributeValue: string[] = [];

  constructor(html: string) {
    this.#html = html;
    this.#push("#document", NO_ATTRIBUTES);
  }

  finish(): HtmlTree {
    this.#flushText();
    this.#closeTo(0);
    return { root: this.#elements[0] as ElementNode, elements: this.#elements };
  }

  ontext(start: number, end: number): void {
    this.#text.push(this.#html.slice(start, end));
  }

  ontextentity(codePoint: number): void {
    this.#text.push(String.fromCodePoint(codePoint));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.ontext(start, end - endOffset);
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#html.slice(start, end).toLowerCase();
    this.#attributes = NO_ATTRIBUTES;
    this.#attributeCount = 0;
  }

  onattribname(start: number, end: number): void {
    this.#attributeName = this.#html.slice(start, end).toLowerCase();
    this.#attributeValue = [];
  }

  onattribdata(start: number, end: number): void {
    this.#attributeValue.push(this.#html.slice(start, end));
  }

  onattribentity(codePoint: number): void {
    this.#attributeValue.push(String.fromCodePoint(codePoint));
  }

  onattribend(_quote: QuoteType, _end: number): void {
    if (this.#attributeName in this.#attributes || this.#attributeCount >= MAX_ATTRIBUTES) return;
    if (this.#attributeCount === 0) this.#attributes = emptyAttributes();
    this.#attributes[this.#attributeName] = this.#attributeValue.join("");
    this.#attributeCount++;
  }

  onopentagend(): void {
    this.#start(VOID_NAMES.has(this.#name));
  }

  onselfclosingtag(): void {
    this.#start(VOID_NAMES.has(this.#name) || this.#name === "svg" || this.isInForeignContext());
  }

  onclosetag(start: number, end: number): void {
    const name = this.#html.slice(start, end).toLowerCase();
    this.#flushText();
    if (this.#isOpen(name)) this.#closeTo(openAfterEnd(this.#openNames, name));
  }

  /** In drawings and formulas a tag may close itself. */
  isInForeignContext(): boolean {
    return this.#openNames.slice(-FOREIGN_DEPTH).some((name) => name === "svg" || name === "math");
  }

  onend(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  #start(isEmpty: boolean): void {
    this.#flushText();
    if (this.#elements.length >= MAX_ELEMENTS) return;
    const isRepeated = (this.#name === "html" || this.#name === "body") && this.#isOpen(this.#name);
    if (isRepeated) return;
    this.#closeTo(openAfterStart(this.#openNames, this.#name, this.#isOpen));
    this.#push(this.#name, this.#attributes);
    if (isEmpty || this.#open.length > MAX_DEPTH) this.#closeTo(this.#open.length - 1);
  }

  #push(name: string, attributes: Record<string, string>): void {
    const parent = this.#open.at(-1) ?? null;
    const order = this.#elements.length;
    const element = { name, attributes, parent, children: [], order, endOrder: order + 1 };
    parent?.children.push(element);
    this.#elements.push(element);
    this.#open.push(element);
    this.#openNames.push(name);
    this.#openCounts.set(name, (this.#openCounts.get(name) ?? 0) + 1);
  }

  #closeTo(count: number): void {
    while (this.#open.length > count) {
      const element = this.#open.pop() as ElementNode;
      this.#openNames.pop();
      this.#openCounts.set(element.name, (this.#openCounts.get(element.name) ?? 1) - 1);
      element.endOrder = this.#elements.length;
    }
  }

  readonly #isOpen = (name: string): boolean => (this.#openCounts.get(name) ?? 0) > 0;

  #flushText(): void {
    if (this.#text.length === 0) return;
    this.#open.at(-1)?.children.push(this.#text.join(""));
    this.#text = [];
  }
}
