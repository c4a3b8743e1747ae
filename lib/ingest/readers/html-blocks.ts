import { BlockCollector, type Block } from "./block-collector.ts";
import { walkHtml, type Attributes } from "./markup-walk.ts";

const UNREAD = new Set([
  "script",
  "style",
  "head",
  "title",
  "template",
  "noscript",
  "svg",
  "math",
  "select",
  "button",
  "rp",
  "rt",
]);
const BLOCKS = new Set(
  `address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6
  header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul`.split(/\s+/),
);
const HEADING = /^h[1-6]$/;
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;

/** The paragraphs of a document in HTML, such as an e-mail or a book's chapter, as they read. */
export function blocksOfHtml(html: string): Block[] {
  const walker = new HtmlBlocks();
  walkHtml(html, walker);
  return walker.finish();
}

class HtmlBlocks {
  readonly #collector = new BlockCollector();
  #skipping = 0;
  #headings = 0;
  #items = 0;
  #preformatted = 0;

  open(name: string, attributes: Attributes): void {
    if (this.#skipping > 0 || UNREAD.has(name) || isHidden(attributes)) {
      this.#skipping++;
      return;
    }
    if (name === "br") this.#collector.text("\n");
    if (HEADING.test(name)) this.#headings++;
    if (name === "li") this.#items++;
    if (name === "pre") this.#preformatted++;
    if (BLOCKS.has(name)) this.#collector.closeBlock();
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    if (BLOCKS.has(name)) this.#collector.closeBlock();
    if (HEADING.test(name)) this.#headings--;
    if (name === "li") this.#items--;
    if (name === "pre") this.#preformatted--;
  }

  text(data: string): void {
    if (this.#skipping > 0) return;
    if (!this.#collector.current) {
      if (data.trim() === "") return;
      this.#collector.openBlock(this.#kind());
    }
    this.#collector.text(this.#preformatted > 0 ? data : data.replace(/\s+/g, " "));
  }

  finish(): Block[] {
    return this.#collector.finish();
  }

  #kind(): Block["kind"] {
    if (this.#headings > 0) return "heading";
    return this.#items > 0 ? "list-item" : "paragraph";
  }
}

function isHidden({ style = "", hidden }: Attributes): boolean {
  return hidden !== undefined || HIDDEN.test(style);
}
