import { Parser } from "htmlparser2";
import { unreadable } from "../reader.ts";

/** Elements inside each other; real documents stay below 100. */
const MAX_DEPTH = 1_000;

export type Attributes = Record<string, string>;
export type MarkupHandler = {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(data: string): void;
};

/** Namespaces whose names are told by their usual prefix, whatever prefix a file gives them. */
const USUAL_PREFIXES: readonly [pattern: RegExp, prefix: string][] = [
  [/\/wordprocessingml\/(?:2006\/)?main$/, "w"],
  [/\/markup-compatibility\/2006$/, "mc"],
  [/opendocument:xmlns:text:1\.0$/, "text"],
  [/opendocument:xmlns:office:1\.0$/, "office"],
  [/opendocument:xmlns:table:1\.0$/, "table"],
  [/opendocument:xmlns:style:1\.0$/, "style"],
  [/opendocument:xmlns:meta:1\.0$/, "meta"],
  [/^http:\/\/purl\.org\/dc\/elements\/1\.1\/$/, "dc"],
  [/^http:\/\/purl\.org\/dc\/terms\/$/, "dcterms"],
];

/**
 * Walks the elements and the text of XML in order; entities of a DTD are never expanded. Returns false
 * where the text stops in the middle of an element. Throws `unreadable` when nested beyond `MAX_DEPTH`.
 */
export function walkXml(xml: string, handler: MarkupHandler): boolean {
  const renamed = new Map<string, string>();
  const usual = (name: string) => {
    const colon = name.indexOf(":");
    const prefix = renamed.get(colon < 0 ? "" : name.slice(0, colon));
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`;
  };
  return walk(xml, true, {
    open(name, attributes) {
      for (const [key, uri] of Object.entries(attributes)) {
        if (key.startsWith("xmlns")) noteNamespace(renamed, key, uri);
      }
      const entries = Object.entries(attributes);
      const plain =
        renamed.size === 0
          ? entries
          : entries.map(([key, v]) => [key.includes(":") ? usual(key) : key, v] as const);
      handler.open(usual(name), Object.fromEntries(plain));
    },
    close: (name) => handler.close(usual(name)),
    text: (data) => handler.text(data),
  });
}

/** Walks HTML as it comes, however it is written; scripts and styles are left out. */
export function walkHtml(html: string, handler: MarkupHandler): void {
  walk(html, false, handler);
}

function noteNamespace(renamed: Map<string, string>, key: string, uri: string): void {
  const written = key.slice("xmlns".length).replace(/^:/, "");
  const found = USUAL_PREFIXES.find(([pattern]) => pattern.test(uri))?.[1];
  if (found !== undefined && found !== written) renamed.set(written, found);
}

function walk(source: string, xmlMode: boolean, handler: MarkupHandler): boolean {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        if (depth > MAX_DEPTH) throw tooDeep();
        handler.open(name, attributes);
      },
      onclosetag(name) {
        depth--;
        handler.close(name);
      },
      ontext: (data) => handler.text(data),
    },
    { xmlMode },
  );
  parser.write(source);
  const isWhole = depth === 0;
  parser.end();
  return isWhole;
}

function tooDeep() {
  return unreadable(
    `The file has elements nested more than ${MAX_DEPTH} deep, which no article has.`,
    "Please paste the article's text.",
  );
}
