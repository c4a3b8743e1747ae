import { decodeText } from "../decode.ts";
import { unreadable, type Reader } from "../reader.ts";
import { RunningText, type DocumentProperties } from "../running-text.ts";
import type { DraftWarning } from "../types.ts";
import { addBlocks, type Block } from "./block-collector.ts";
import { readProperties } from "./document-properties.ts";
import { readStory, type ParagraphStyles, type StoryBlock } from "./docx-story.ts";
import { readStyles } from "./docx-styles.ts";
import { damagedPart } from "./damage.ts";
import { walkXml } from "./markup-walk.ts";
import { unzipParts } from "./zip-parts.ts";

const MAIN_PART = "word/document.xml";

/**
 * A Word document (ECMA-376): its paragraphs in reading order with text boxes and tables, its foot- and
 * endnotes after them, comments as furniture. Deleted and hidden text is left out, as on the page.
 */
export const readDocx: Reader = (bytes) => {
  const parts = unzipParts(bytes, (name) => /\.(?:xml|rels)$/.test(name));
  const main = findMainPart(parts);
  if (main === null) {
    throw unreadable(
      "The file says that it is a Word document, but has no text part.",
      "Please open it in Word and save it again, or paste its text.",
    );
  }
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const styles = readStyles(xmlOf(parts, `${folder}styles.xml`));
  const warnings: DraftWarning[] = [];
  const text = new RunningText();
  addBlocks(text, markOpening(storyOf(parts, main, styles, warnings)));
  addBlocks(text, storyOf(parts, `${folder}footnotes.xml`, styles, warnings));
  addBlocks(text, storyOf(parts, `${folder}endnotes.xml`, styles, warnings));
  for (const { text: comment } of storyOf(parts, `${folder}comments.xml`, styles, warnings)) {
    text.addFurniture(comment, "comment", 0.95);
  }
  return {
    ...text.finish(propertiesOf(parts)),
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    encoding: "utf-8",
    encodingConfidence: 1,
    warnings: warnings.slice(0, 1),
  };
};

/** The part that the package names as its document; some programs call it by another name. */
function findMainPart(parts: Map<string, Uint8Array>): string | null {
  let target = "";
  walkXml(xmlOf(parts, "_rels/.rels"), {
    open(name, { Type = "", Target = "" }) {
      if (/Relationship$/.test(name) && Type.endsWith("/officeDocument")) target ||= Target;
    },
    close() {},
    text() {},
  });
  const candidates = [target.replace(/^\.?\//, ""), MAIN_PART];
  return candidates.find((name) => parts.has(name)) ?? null;
}

function storyOf(
  parts: Map<string, Uint8Array>,
  name: string,
  styles: ParagraphStyles,
  warnings: DraftWarning[],
): StoryBlock[] {
  if (!parts.has(name)) return [];
  const { blocks, isWhole } = readStory(xmlOf(parts, name), styles);
  if (!isWhole) warnings.push(damagedPart());
  return blocks;
}

/** A first paragraph in bold or large letters is a headline, whatever its style is called. */
function markOpening(blocks: StoryBlock[]): Block[] {
  const [first, ...rest] = blocks;
  if (!first || first.kind !== "paragraph" || !first.standsOut || rest.length === 0) return blocks;
  return [{ ...first, kind: "heading" }, ...rest];
}

function propertiesOf(parts: Map<string, Uint8Array>): DocumentProperties {
  return readProperties(xmlOf(parts, "docProps/core.xml"));
}

function xmlOf(parts: Map<string, Uint8Array>, name: string): string {
  const part = parts.get(name);
  return part ? decodeText(part).text.replace(/^\uFEFF/, "") : "";
}
