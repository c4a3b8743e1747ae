import { decodeText } from "../decode.ts";
import { unreadable, type Reader } from "../reader.ts";
import { RunningText } from "../running-text.ts";
import type { DraftWarning } from "../types.ts";
import { addBlocks } from "./block-collector.ts";
import { damagedPart } from "./damage.ts";
import { readProperties } from "./document-properties.ts";
import { walkXml } from "./markup-walk.ts";
import { OdtStory } from "./odt-story.ts";
import { unzipParts } from "./zip-parts.ts";

const CONTENT = "content.xml";
const META = "meta.xml";
const MANIFEST = "META-INF/manifest.xml";

/**
 * An OpenDocument text: its paragraphs in reading order, its notes after them, comments as furniture.
 * What tracked changes have deleted is left out.
 */
export const readOdt: Reader = (bytes) => {
  const parts = unzipParts(bytes, (name) => [CONTENT, META, MANIFEST].includes(name));
  if (/<manifest:encryption-data/.test(xmlOf(parts, MANIFEST))) {
    throw unreadable(
      "The document is protected by a password.",
      "Please save it without one, or paste its text.",
    );
  }
  if (!parts.has(CONTENT)) {
    throw unreadable(
      "The file says that it is an OpenDocument text, but has no text part.",
      "Please open it in the program it was made with and save it again, or paste its text.",
    );
  }
  const story = new OdtStory();
  const isWhole = walkXml(xmlOf(parts, CONTENT), story);
  const { blocks, notes, comments } = story.finish();
  const text = new RunningText();
  addBlocks(text, blocks);
  addBlocks(text, notes);
  for (const comment of comments) text.addFurniture(comment.text, "comment", 0.95);
  const warnings: DraftWarning[] = isWhole ? [] : [damagedPart()];
  return {
    ...text.finish(readProperties(xmlOf(parts, META))),
    mediaType: "application/vnd.oasis.opendocument.text",
    encoding: "utf-8",
    encodingConfidence: 1,
    warnings,
  };
};

function xmlOf(parts: Map<string, Uint8Array>, name: string): string {
  const part = parts.get(name);
  return part ? decodeText(part).text.replace(/^\uFEFF/, "") : "";
}
