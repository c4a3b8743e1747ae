/** The paragraphs of a piece of HTML, such as a feed entry's: its words, and nothing that runs. */
import { decodeHTMLStrict } from "entities";
import { Parser } from "htmlparser2";

export type HtmlBlock = {
  rule: "paragraph" | "sub-heading" | "list-item" | "caption";
  text: string;
};

const BLOCKS = new Set(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);
const SKIPPED = new Set(
  "applet audio button canvas embed frame frameset head map math script select style svg template textarea title video".split(
    " ",
  ),
);
const RAW = new Set(["iframe", "noembed", "noframes"]);
const INLINE =
  "a abbr acronym iframe noembed noframes noscript object b bdi bdo big blink br cite code data del dfn em font i img ins kbd label link mark meta q rp rt ruby s samp small span strike strong sub sup time tt u var wbr";
const TAG = new RegExp(
  `</?(?:${[...BLOCKS, ...SKIPPED, ...INLINE.split(" ")].join("|")})(?:\\s[^<>]{0,2000})?/?>|<!--`,
  "i",
);
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i;
const CHUNK_LENGTH = 16 * 1024;
/** A parser looks for each closing tag through all that are open, so there must not be too many. */
const MAX_DEPTH = 2_000;

/** True where text has a tag of HTML or a character written as an entity. */
export function looksLikeHtml(text: string): boolean {
  return TAG.test(text) || ENTITY.test(text);
}

/**
 * The blocks of text in a piece of HTML, in order, white space collapsed. Scripts, styles, frames,
 * forms' contents and embedded objects are left out. Nothing is run or fetched; takes time in
 * proportion to the length, whatever the nesting. Never throws.
 */
export function htmlToBlocks(html: string): HtmlBlock[] {
  const collector = new BlockCollector();
  const parser = new Parser(
    {
      onopentag: (name, { hidden }) => collector.open(name, hidden !== undefined),
      onclosetag: (name) => collector.close(name),
      ontext: (text) => collector.add(text),
    },
    { decodeEntities: true, recognizeCDATA: true },
  );
  let at = 0;
  for (; at < html.length && collector.depth <= MAX_DEPTH; at += CHUNK_LENGTH) {
    parser.write(html.slice(at, at + CHUNK_LENGTH));
  }
  if (at < html.length) collector.add(withoutTags(html.slice(at)));
  else parser.end();
  return collector.finish();
}

/** The words in a piece of HTML on one line. */
export function htmlToLine(html: string): string {
  return htmlToBlocks(html)
    .map(({ text }) => text)
    .join(" ");
}

function withoutTags(html: string): string {
  return decodeHTMLStrict(html.replace(/<[^<>]{0,2000}>/g, " "));
}

class BlockCollector {
  depth = 0;
  readonly #blocks: HtmlBlock[] = [];
  readonly #skipped: number[] = [];
  #rule: HtmlBlock["rule"] = "paragraph";
  #pieces: string[] = [];
  #lineBreaks = 0;
  #rawDepth = 0;

  open(name: string, isHidden: boolean): void {
    this.depth++;
    if (RAW.has(name)) this.#rawDepth++;
    if (SKIPPED.has(name) || isHidden) this.#skipped.push(this.depth);
    if (this.#skipped.length > 0) return;
    if (name === "br") {
      this.#lineBreaks++;
      // Two line breaks are how many a feed writes a paragraph.
      if (this.#lineBreaks > 1) this.#end();
      else this.#pieces.push(" ");
    }
    if (!BLOCKS.has(name)) return;
    this.#end();
    this.#rule = ruleOf(name) ?? this.#rule;
  }

  close(name: string): void {
    const depth = this.depth--;
    if (RAW.has(name)) this.#rawDepth--;
    if (this.#skipped.at(-1) === depth) this.#skipped.pop();
    if (this.#skipped.length > 0 || !BLOCKS.has(name)) return;
    this.#end();
    if (ruleOf(name)) this.#rule = "paragraph";
  }

  add(raw: string): void {
    if (this.#skipped.length > 0) return;
    // What stands in a frame for those without frames is given as it is, tags and all.
    const text = this.#rawDepth > 0 ? withoutTags(raw) : raw;
    if (/\S/.test(text)) this.#lineBreaks = 0;
    this.#pieces.push(text);
  }

  finish(): HtmlBlock[] {
    this.#end();
    return this.#blocks;
  }

  #end(): void {
    const text = this.#pieces.join("").replace(/\s+/g, " ").trim();
    this.#pieces = [];
    if (text !== "") this.#blocks.push({ rule: this.#rule, text });
  }
}

function ruleOf(name: string): HtmlBlock["rule"] | null {
  if (/^h[1-6]$/.test(name)) return "sub-heading";
  if (name === "li") return "list-item";
  return name === "figcaption" || name === "caption" ? "caption" : null;
}
