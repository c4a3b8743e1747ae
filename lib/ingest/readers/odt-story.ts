import { BlockCollector, type Block } from "./block-collector.ts";
import type { Attributes, MarkupHandler } from "./markup-walk.ts";

const UNREAD = new Set([
  "text:tracked-changes",
  "text:note-citation",
  "text:sequence-decls",
  "text:ruby-text",
  "office:forms",
  "dc:creator",
  "dc:date",
  "meta:date-string",
  "svg:title",
  "svg:desc",
]);
const HEADING_STYLE = /^(?:Title|Heading)(?:_20_\d+)?$/i;
const MAX_SPACES = 100;

type Place = "body" | "notes" | "comments";

/** Takes the paragraphs, notes and comments out of the `content.xml` of an OpenDocument text. */
export class OdtStory implements MarkupHandler {
  readonly #collectors = {
    body: new BlockCollector(),
    notes: new BlockCollector(),
    comments: new BlockCollector(),
  };
  /** Where paragraphs go: a note stands inside the paragraph that it belongs to. */
  readonly #places: Place[] = ["body"];
  readonly #parents = new Map<string, string>();
  #skipping = 0;
  #listItems = 0;
  #isInText = false;

  get #collector(): BlockCollector {
    return this.#collectors[this.#places.at(-1) ?? "body"];
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipping > 0 || UNREAD.has(name)) this.#skipping++;
    else if (name === "office:text") this.#isInText = true;
    else if (name === "style:style") {
      this.#parents.set(
        attributes["style:name"] ?? "",
        attributes["style:parent-style-name"] ?? "",
      );
    } else if (name === "text:h") this.#collector.openBlock("heading");
    else if (name === "text:p") this.#collector.openBlock(this.#kindOf(attributes));
    else if (name === "text:list-item") this.#listItems++;
    else if (name === "text:note-body") this.#places.push("notes");
    else if (name === "office:annotation") this.#places.push("comments");
    else if (name === "table:table-row") this.#collector.openRow();
    else if (name === "table:table-cell") this.#collector.openCell();
    else this.#openSpace(name, attributes);
  }

  close(name: string): void {
    if (this.#skipping > 0) this.#skipping--;
    else if (name === "text:p" || name === "text:h") this.#collector.closeBlock();
    else if (name === "text:list-item") this.#listItems--;
    else if (name === "text:note-body" || name === "office:annotation") this.#places.pop();
    else if (name === "table:table-row") this.#collector.closeRow();
  }

  text(data: string): void {
    // Line breaks in the file are spaces on the page.
    if (this.#isInText && this.#skipping === 0) this.#collector.text(data.replace(/\s+/g, " "));
  }

  finish(): { blocks: Block[]; notes: Block[]; comments: Block[] } {
    const { body, notes, comments } = this.#collectors;
    return { blocks: body.finish(), notes: notes.finish(), comments: comments.finish() };
  }

  #openSpace(name: string, attributes: Attributes): void {
    if (name === "text:line-break") this.#collector.text("\n");
    else if (name === "text:tab") this.#collector.text(" ");
    else if (name === "text:s") {
      const count = Math.min(Number(attributes["text:c"] ?? 1) || 1, MAX_SPACES);
      this.#collector.text(" ".repeat(Math.max(1, count)));
    }
  }

  #kindOf(attributes: Attributes): Block["kind"] {
    const style = attributes["text:style-name"] ?? "";
    const isHeading = [style, this.#parents.get(style) ?? ""].some((name) =>
      HEADING_STYLE.test(name),
    );
    if (isHeading) return "heading";
    return this.#listItems > 0 ? "list-item" : "paragraph";
  }
}
