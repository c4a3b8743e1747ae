/** Texts as `ts_headline` is to read them: in the spelling of the index, and back again. */
import type { TextPart } from "#lib/search/types.ts";

// Control characters: any that a text holds is taken out first, so that these are always ours. To no
// server are they letters.
const MATCH_START = "\u0002";
const MATCH_END = "\u0003";
const SPELLED_START = "\u0004";
const ORIGINAL_START = "\u0005";
const ORIGINAL_END = "\u0006";
/** What `toMarkable` takes out of a text. */
export const TAKEN_OUT = /[\0\u0002-\u0006]/;
const ALL_TAKEN_OUT = new RegExp(TAKEN_OUT, "g");
const SPELLED = /\u0004([^\u0005]*)\u0005([^\u0006]*)\u0006/g;
/** Sixteen signs in which the original is written, unread by the server. */
const FIRST_SIGN = 0x10;
const SIGNS_OF_UNIT = 4;

/** Options of `ts_headline` under which it marks every match and cuts nothing. */
export const HEADLINE_OPTIONS = `HighlightAll=true, StartSel=${MATCH_START}, StopSel=${MATCH_END}`;

// What the index spells otherwise: U.S., US, Kyiv’s, cease-fire, 1,000, ﬁnance; and signs, which some
// servers take for letters, or for a tag.
const JOINT = String.raw`['‘’ʼ‐‑–\-\u00AD\u200B-\u200D\u2060]`;
const LETTERS = String.raw`[\p{L}\p{M}\p{N}]`;
const OTHERWISE = new RegExp(
  [
    String.raw`(?<!${LETTERS})(?:\p{L}\.){2,}(?:\p{L}(?!${LETTERS}))?`,
    String.raw`(?<!${LETTERS})US(?!${LETTERS}|${JOINT})`,
    String.raw`\d{1,3}(?:,\d{3})+(?!${LETTERS})`,
    String.raw`${LETTERS}+(?:${JOINT}${LETTERS}+)+`,
    String.raw`[<&/]|(?![\p{L}\p{M}\p{N}])[^\0-\u007F]+`,
  ].join("|"),
  "gu",
);

/** A text for `ts_headline`, from which `partsOfMarked` makes it again. */
export function toMarkable(text: string): string {
  return text
    .replace(ALL_TAKEN_OUT, "")
    .replace(
      OTHERWISE,
      (original) =>
        `${SPELLED_START}${spelledForms(original)}${ORIGINAL_START}${toSigns(original)}${ORIGINAL_END}`,
    );
}

/** The parts of what `ts_headline` made of `toMarkable` text; a word spelled otherwise is marked whole. */
export function partsOfMarked(marked: string): TextPart[] {
  return marked
    .replace(SPELLED, (_, spelled: string, signs: string) =>
      spelled.includes(MATCH_START)
        ? `${MATCH_START}${fromSigns(signs)}${MATCH_END}`
        : fromSigns(signs),
    )
    .split(/(\u0002[^\u0003]*\u0003)/)
    .filter((part) => part !== "")
    .map((part) =>
      part.startsWith(MATCH_START)
        ? { text: part.slice(1, -1), isMatch: true }
        : { text: part, isMatch: false },
    );
}

/** In what spelling the index has a word (`archive_text`), in parts and in one. */
function spelledForms(word: string): string {
  const plain = word
    .normalize("NFKC")
    .replace(/[\u00AD\u200B-\u200D\u2060]/g, "")
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐‑–]/g, "-")
    .replace(/'(?:s|d|m|ll|re|ve)$/i, "")
    .replace(/[.,']/g, "")
    .replace(/(?<![\p{L}\p{N}])US(?![\p{L}\p{N}])/gu, "USA")
    .replace(/^([A-Z][A-Za-z]{0,7})-?(\d{1,3})s?$/, "$1$2")
    .replace(/[^\p{L}\p{M}\p{N}-]+/gu, " ");
  return plain.includes("-") ? `${plain.replaceAll("-", " ")} ${plain.replaceAll("-", "")}` : plain;
}

function toSigns(original: string): string {
  const digits = Array.from({ length: original.length }, (_, i) =>
    original.charCodeAt(i).toString(16).padStart(SIGNS_OF_UNIT, "0"),
  ).join("");
  return digits.replace(/./g, (digit) => String.fromCharCode(FIRST_SIGN + parseInt(digit, 16)));
}

function fromSigns(signs: string): string {
  const digits = Array.from(signs, (sign) => (sign.charCodeAt(0) - FIRST_SIGN).toString(16));
  const units = digits.join("").match(/.{4}/g) ?? [];
  return units.map((unit) => String.fromCharCode(parseInt(unit, 16))).join("");
}
