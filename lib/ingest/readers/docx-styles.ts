import type { BlockKind } from "../running-text.ts";
import { walkXml } from "./markup-walk.ts";

/** What the paragraphs of a style are; styles that are not listed make plain ones. */
export type ParagraphStyles = Map<string, BlockKind>;

const HEADING_NAME = /^(?:title|heading ?\d|headline)$/i;
const LIST_NAME = /^list (?:bullet|number)/i;
const MAX_BASED_ON = 12;

type Style = { name: string; basedOn: string; isOutlined: boolean; isNumbered: boolean };

/** The styles of a Word document by their identifier, which is in its author's language. */
export function readStyles(xml: string): ParagraphStyles {
  const styles = new Map<string, Style>();
  let current: Style | undefined;
  walkXml(xml, {
    open(name, attributes) {
      const value = attributes["w:val"] ?? "";
      if (name === "w:style") {
        current = { name: "", basedOn: "", isOutlined: false, isNumbered: false };
        styles.set(attributes["w:styleId"] ?? "", current);
      } else if (!current) return;
      else if (name === "w:name") current.name = value;
      else if (name === "w:basedOn") current.basedOn = value;
      else if (name === "w:outlineLvl") current.isOutlined = Number(value) < 9;
      else if (name === "w:numId") current.isNumbered = value !== "0";
    },
    close(name) {
      if (name === "w:style") current = undefined;
    },
    text() {},
  });
  const kinds: ParagraphStyles = new Map();
  for (const id of styles.keys()) {
    const kind = kindOf(id, styles);
    if (kind) kinds.set(id, kind);
  }
  return kinds;
}

function kindOf(id: string, styles: Map<string, Style>): BlockKind | null {
  let style = styles.get(id);
  for (let i = 0; style && i < MAX_BASED_ON; i++) {
    if (style.isOutlined || HEADING_NAME.test(style.name)) return "heading";
    if (style.isNumbered || LIST_NAME.test(style.name)) return "list-item";
    style = styles.get(style.basedOn);
  }
  return null;
}
