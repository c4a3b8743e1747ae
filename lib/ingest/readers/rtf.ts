import { unreadable, type Reader } from "../reader.ts";
import { RunningText } from "../running-text.ts";
import { addBlocks } from "./block-collector.ts";
import { damagedPart } from "./damage.ts";
import { RtfDocument } from "./rtf-document.ts";
import { tokenizeRtf } from "./rtf-tokens.ts";

/**
 * A document in the Rich Text Format: its paragraphs, with the rows of tables as lines, footnotes after
 * them, running heads and comments as furniture. Hidden and deleted text is left out.
 */
export const readRtf: Reader = (bytes) => {
  const document = new RtfDocument();
  for (const token of tokenizeRtf(bytes)) document.take(token);
  const { blocks, notes, furniture, info, isWhole } = document.finish();
  const text = new RunningText();
  addBlocks(text, blocks);
  addBlocks(text, notes);
  for (const { rule, value } of furniture) text.addFurniture(value, rule, 0.9);
  if (blocks.length === 0 && notes.length === 0) {
    throw unreadable("The document holds no text.", "Please paste the article's text.");
  }
  return {
    ...text.finish(info),
    mediaType: "application/rtf",
    encoding: document.encoding,
    encodingConfidence: 0.95,
    warnings: isWhole ? [] : [damagedPart()],
  };
};
