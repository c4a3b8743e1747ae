/** Tells a picture's caption from its credit where both stand in one text. */
import { isPhotoCredit, isStandaloneCredit } from "../outlets.ts";
import { readPictureLine } from "../pictures.ts";

export type CaptionParts = { caption: string | null; credit: string | null };

const MAX_CREDIT_LENGTH = 120;
const LABEL =
  /^(?:(?:photo(?:graph)?|picture|image|illustration|video|file)s?\s*(?:credit|source|courtesy(?: of)?)?\s*(?:by(?![\p{L}])|:|courtesy of)|(?:photo|image|picture)?\s*credits?(?![\p{L}])\s*:?|sources?\s*:|copyright(?![\p{L}])\s*:?|©|\(c\))\s*:?\s*/iu;
/** `… in Northtown. (Ada Brook/Agency)`: brackets after the end of a sentence, or after a space. */
const BRACKETS_AT_END = /[\s.!?”"’']{0,6}[(\[]\s*([^()[\]]{2,120}?)\s*[)\]]\s*\.?$/u;
const BARE_AT_END = /^(.*[.!?”"’])\s+(\p{Lu}[^.!?:]{1,60})$/u;
/** What only a credit has: an agency, `via`, `courtesy of`, two names with a stroke. */
const CREDIT_WORD =
  /\b(?:AP|AFP|EPA|PA|Reuters|Getty|Photo|Photograph|Shutterstock|Alamy|iStock|Unsplash|Pexels|Handout|Pool|courtesy|via|Wire|Images?|Media|Supplied|Facebook|Instagram)\b|\p{L}\s?\/\s?\p{Lu}/u;
/** What brackets at a caption's end hold that is no credit. */
const NO_CREDIT =
  /^(?:left|right|cent(?:er|re)|above|below|top|bottom|pictured|file|inset|front|back|second|third|first|l|r|\d)\b|\b(?:left|right|pictured|is|was|are|has|who|which)\b/i;

/** A page's own copyright line, or a date beside the credit. */
const NO_CREDIT_AT_ALL =
  /^(?:\d{4}\b|all rights)|\b(?:LLC|Inc\.?|Ltd\.?|rights reserved|video by)(?![\p{L}])/iu;
const DATE_AFTER = /\s*[|·•–—-]\s*(?:published|updated|posted)\b.*$/i;
/** `Ada Brook/Agency Photo: Ada Brook/Agency`: said twice, for two kinds of reader. */
const LABEL_WITHIN = /^.+\s(?:photo(?:graph)?|image|picture|credit)s?\s*:\s*(?=\S)/iu;

/** The credit without its label and brackets, or null where nothing is left of it. */
export function cleanCredit(text: string): string | null {
  let credit = text.replace(DATE_AFTER, "").replace(LABEL_WITHIN, "");
  for (let turns = 0; turns < 3; turns++) {
    credit = credit
      .replace(/^[\s(\[|/–—-]+|[\s)\]|–—-]+$|(?<=[\p{L}]{2})\.$/gu, "")
      .replace(LABEL, "")
      .trim();
  }
  const isCredit = credit !== "" && credit.length <= MAX_CREDIT_LENGTH;
  return isCredit && !NO_CREDIT_AT_ALL.test(credit) ? credit : null;
}

/**
 * Caption and credit of a text that stands by a picture. Only where that is not known (`isSure` is
 * false) must the credit hold a word that no caption's end has by chance.
 */
export function splitCaption(text: string, isSure: boolean): CaptionParts | null {
  if (isStandaloneCredit(text) || (LABEL.test(text) && text.length <= MAX_CREDIT_LENGTH)) {
    return { caption: null, credit: cleanCredit(text) };
  }
  return inBrackets(text, isSure) ?? labelled(text) ?? (isSure ? bare(text) : null);
}

function inBrackets(text: string, isSure: boolean): CaptionParts | null {
  const match = BRACKETS_AT_END.exec(text);
  const inside = match?.[1];
  if (!match || !inside || NO_CREDIT.test(inside)) return null;
  const isCredit = CREDIT_WORD.test(inside) || isPhotoCredit(inside);
  const endsSentence = /[.!?]/.test(match[0].slice(0, match[0].search(/[(\[]/)));
  if (!isCredit && !(isSure && endsSentence && /^\p{Lu}/u.test(inside))) return null;
  const stop = /^\s*[.!?”"’']*/u.exec(match[0])?.[0].length ?? 0;
  const caption = withoutFirstCredit(text.slice(0, match.index + stop).trim());
  return { caption: caption || null, credit: cleanCredit(inside) };
}

/** `(Photo by Ada Brook) (Photo by Ada Brook/Agency)`: of two the last says most. */
function withoutFirstCredit(caption: string): string {
  const match = BRACKETS_AT_END.exec(caption);
  return match?.[1] && CREDIT_WORD.test(match[1])
    ? caption.slice(0, match.index + 1).trim()
    : caption;
}

function labelled(text: string): CaptionParts | null {
  const elements = readPictureLine({ text, base: 0 }) ?? [];
  const valueOf = (kind: "caption" | "credit") => {
    const found = elements.find((element) => element.kind === kind);
    return found && "found" in found ? found.found.value : null;
  };
  const credit = valueOf("credit");
  return credit ? { caption: valueOf("caption"), credit: cleanCredit(credit) } : null;
}

/** `… in Northtown. Supplied`: a last sentence that names a source of pictures and nothing else. */
function bare(text: string): CaptionParts | null {
  const match = BARE_AT_END.exec(text);
  const [, caption, last] = match ?? [];
  if (!caption || !last) return null;
  const isCredit = isPhotoCredit(last) || /\p{L}\s?\/\s?\p{Lu}/u.test(last);
  return isCredit ? { caption, credit: cleanCredit(last) } : null;
}
