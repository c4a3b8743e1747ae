import { BlockCollector, type Block } from "./block-collector.ts";
import { walkXml, type Attributes } from "./markup-walk.ts";
import type { ParagraphStyles } from "./docx-styles.ts";

export type { ParagraphStyles } from "./docx-styles.ts";
export type StoryBlock = Block & { standsOut: boolean };

/** What is in the file and not on the page, or twice: the older drawing format repeats text boxes. */
const UNREAD = new Set([
  "w:del",
  "w:moveFrom",
  "w:instrText",
  "w:delText",
  "mc:Fallback",
  "w:rt",
  "w:sectPr",
]);
const SPACES: Record<string, string> = {
  "w:tab": " ",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "-",
};
const LARGE_HALF_POINTS = 30;
const BOX = "w:txbxContent";

type Paragraph = { letters: number; boldLetters: number };

/** The paragraphs of one part of a Word document: the document itself, its notes, its comments. */
export function readStory(
  xml: string,
  styles: ParagraphStyles,
): { blocks: StoryBlock[]; isWhole: boolean } {
  const story = new Story(styles);
  const isWhole = walkXml(xml, story);
  return { blocks: story.finish(), isWhole };
}

class Story {
  readonly #collector = new BlockCollector();
  readonly #styles: ParagraphStyles;
  readonly #outstanding = new WeakSet<Block>();
  readonly #paragraphs: Paragraph[] = [];
  #skipping = 0;
  #inText = 0;
  #inRunStyle = false;
  #isHidden = false;
  #standsOut = false;

  constructor(styles: ParagraphStyles) {
    this.#styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#skipping > 0 || UNREAD.has(name) || isSeparatorNote(name, attributes)) {
      this.#skipping++;
    } else if (name === "w:p") {
      this.#collector.openBlock("paragraph");
      this.#paragraphs.push({ letters: 0, boldLetters: 0 });
    } else if (name === "w:r") {
      this.#isHidden = this.#standsOut = false;
    } else if (name === "w:rPr") this.#inRunStyle = true;
    else if (name === "w:t") this.#inText++;
    else if (name === "w:tr") this.#collector.openRow();
    else if (name === "w:tc") this.#collector.openCell();
    else this.#openDetail(name, attributes);
  }

  #openDetail(name: string, attributes: Attributes): void {
    const value = attributes["w:val"];
    const space = SPACES[name];
    if (space !== undefined) this.#write(space);
    else if (this.#inRunStyle) this.#takeRunStyle(name, value);
    else this.#takeParagraphStyle(name, value ?? "");
  }

  #takeRunStyle(name: string, value: string | undefined): void {
    const isOn = value === undefined || !/^(?:0|false|none|off)$/.test(value);
    if (name === "w:vanish") this.#isHidden = isOn;
    else if (name === "w:b") this.#standsOut ||= isOn;
    else if (name === "w:sz") this.#standsOut ||= Number(value) >= LARGE_HALF_POINTS;
  }

  #takeParagraphStyle(name: string, value: string): void {
    const block = this.#collector.current;
    if (!block) return;
    if (name === "w:pStyle") block.kind = this.#styles.get(value) ?? block.kind;
    else if (name === "w:outlineLvl" && Number(value) < 9) block.kind = "heading";
    else if (name === "w:numId" && value !== "0" && block.kind === "paragraph")
      block.kind = "list-item";
  }

  close(name: string): void {
    if (this.#skipping > 0) {
      this.#skipping--;
    } else if (name === "w:p") this.#closeParagraph();
    else if (name === "w:rPr") this.#inRunStyle = false;
    else if (name === "w:t") this.#inText--;
    else if (name === "w:tr") this.#collector.closeRow();
    else if (name === BOX) this.#isHidden = this.#standsOut = false;
  }

  text(data: string): void {
    if (this.#inText > 0 && this.#skipping === 0) this.#write(data);
  }

  finish(): StoryBlock[] {
    return this.#collector
      .finish()
      .map((block) => ({ ...block, standsOut: this.#outstanding.has(block) }));
  }

  #write(data: string): void {
    if (this.#isHidden) return;
    this.#collector.text(data);
    const paragraph = this.#paragraphs.at(-1);
    if (!paragraph) return;
    const letters = data.trim().length;
    paragraph.letters += letters;
    paragraph.boldLetters += this.#standsOut ? letters : 0;
  }

  #closeParagraph(): void {
    const block = this.#collector.current;
    const paragraph = this.#paragraphs.pop();
    if (block && paragraph && paragraph.letters === paragraph.boldLetters) {
      this.#outstanding.add(block);
    }
    this.#collector.closeBlock();
  }
}

/** The lines that Word draws between text and notes are notes to it. */
function isSeparatorNote(name: string, attributes: Attributes): boolean {
  return (
    (name === "w:footnote" || name === "w:endnote") && /eparator/.test(attributes["w:type"] ?? "")
  );
}
