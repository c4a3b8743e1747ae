/** XML as a tree of elements with known names, read leniently: a broken feed is still a feed. */
import { decodeHTMLStrict } from "entities";
import { Parser } from "htmlparser2";
import { canonicalPrefix } from "./namespaces.ts";

export type XmlNode = {
  /** The local name in small letters, after the prefix that we know its namespace by: `dc:creator`. */
  name: string;
  /** The name as written, for markup that is handed on. */
  written: string;
  /** Attributes by their names as written, in small letters. */
  attributes: Record<string, string>;
  children: (XmlNode | string)[];
  parent: XmlNode | null;
  /** Where it stands in the text, `[start, end)`; filled in when it is closed. */
  start: number;
  end: number;
};

/** Called when an element is closed; true takes it out of the tree, so that it can be let go. */
type Take = (node: XmlNode) => boolean;

/** Elements deeper than this are read as part of the one they stand in. */
const MAX_DEPTH = 200;
/** Where reading stops: the parser looks for each closing tag through all that are open. */
const HOPELESS_DEPTH = 5_000;
const CHUNK_LENGTH = 64 * 1024;
const DOCTYPE = /<!DOCTYPE[^>[]{0,1000}\[([^]*?)\]\s{0,100}>/i;
const ENTITY = /<!ENTITY\s+([\w.-]{1,60})\s+(?:"([^"&%]{0,1000})"|'([^'&%]{0,1000})')\s*>/g;
/** The document type may stand only before the first element. */
const HEAD_LENGTH = 64 * 1024;

/** The root of a document, or null where there is no element in it. Never throws, never expands. */
export function parseXml(text: string): XmlNode | null {
  const reading = streamXml(text, () => false);
  let step = reading.next();
  while (!step.done) step = reading.next();
  return step.value;
}

/**
 * The elements that `take` takes, each as soon as it is closed, so that a document of any length
 * needs the memory of its text and of one such element. Returns the root with what was left in it.
 */
export function* streamXml(text: string, take: Take): Generator<XmlNode, XmlNode | null> {
  const builder = new TreeBuilder(text, take);
  yield* builder.run();
  return builder.root;
}

class TreeBuilder {
  root: XmlNode | null = null;
  readonly #text: string;
  readonly #take: Take;
  readonly #entities: Map<string, string>;
  readonly #parser: Parser;
  readonly #taken: XmlNode[] = [];
  #open: XmlNode | null = null;
  #depth = 0;
  #inCdata = false;
  #pending = "";

  constructor(text: string, take: Take) {
    const doctype = DOCTYPE.exec(text.slice(0, HEAD_LENGTH));
    this.#entities = readEntities(doctype?.[1] ?? "");
    // Blanked out, so that places in the text stay as they are.
    this.#text = doctype
      ? text.slice(0, doctype.index) +
        " ".repeat(doctype[0].length) +
        text.slice(doctype.index + doctype[0].length)
      : text;
    this.#take = take;
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#openTag(name, attributes),
        onclosetag: () => this.#closeTag(),
        ontext: (data) => (this.#pending += data),
        oncdatastart: () => this.#switchCdata(true),
        oncdataend: () => this.#switchCdata(false),
      },
      { xmlMode: true, decodeEntities: false },
    );
  }

  *run(): Generator<XmlNode> {
    for (let at = 0; at < this.#text.length && this.#depth < HOPELESS_DEPTH; at += CHUNK_LENGTH) {
      this.#parser.write(this.#text.slice(at, at + CHUNK_LENGTH));
      yield* this.#taken.splice(0);
    }
    this.#parser.end();
    yield* this.#taken.splice(0);
  }

  #openTag(written: string, raw: Record<string, string>): void {
    this.#flushText();
    this.#depth++;
    if (this.#depth > MAX_DEPTH) return;
    const attributes: Record<string, string> = Object.create(null);
    for (const [name, value] of Object.entries(raw))
      attributes[name.toLowerCase()] = this.#decode(value);
    const node: XmlNode = {
      name: "",
      written,
      attributes,
      children: [],
      parent: this.#open,
      start: this.#parser.startIndex,
      end: this.#text.length,
    };
    node.name = canonicalName(node);
    this.#open = node;
    if (!this.root) this.root = node;
  }

  #closeTag(): void {
    this.#flushText();
    const depth = this.#depth--;
    const node = this.#open;
    if (depth > MAX_DEPTH || !node) return;
    node.end = this.#parser.endIndex + 1;
    this.#open = node.parent;
    if (this.#take(node)) this.#taken.push(node);
    else node.parent?.children.push(node);
  }

  #switchCdata(inCdata: boolean): void {
    this.#flushText();
    this.#inCdata = inCdata;
  }

  /** Text comes in pieces that may end within an entity, so it is decoded when it is whole. */
  #flushText(): void {
    const text = this.#inCdata ? this.#pending : this.#decode(this.#pending);
    this.#pending = "";
    const children = this.#open?.children;
    if (!children || text === "") return;
    const last = children.length - 1;
    if (typeof children[last] === "string") children[last] += text;
    else children.push(text);
  }

  #decode(text: string): string {
    if (!text.includes("&")) return text;
    // An entity of the document's own stands for its text once; it is never looked through again.
    const own =
      this.#entities.size === 0
        ? text
        : text.replace(/&([\w.-]{1,60});/g, (all, name: string) => this.#entities.get(name) ?? all);
    return decodeHTMLStrict(own);
  }
}

function readEntities(subset: string): Map<string, string> {
  return new Map(
    [...subset.matchAll(ENTITY)].map(([, name = "", double, single]) => [
      name,
      double ?? single ?? "",
    ]),
  );
}

function canonicalName(node: XmlNode): string {
  const colon = node.written.indexOf(":");
  const prefix = colon < 0 ? "" : node.written.slice(0, colon).toLowerCase();
  const local = node.written.slice(colon + 1).toLowerCase();
  const known = canonicalPrefix(prefix, declaredNamespace(node, prefix));
  return known === "" ? local : `${known}:${local}`;
}

function declaredNamespace(node: XmlNode, prefix: string): string | undefined {
  const attribute = prefix === "" ? "xmlns" : `xmlns:${prefix}`;
  for (let at: XmlNode | null = node; at; at = at.parent) {
    const declared = at.attributes[attribute];
    if (declared !== undefined) return declared;
  }
  return undefined;
}
