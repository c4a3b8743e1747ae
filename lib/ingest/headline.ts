/** The headline: the one that stands there, or one proposed from the article's own words. */
import { cleanText } from "#lib/text/clean.ts";
import { countWords, endsLikeSentence, firstSentenceEnd } from "#lib/text/sentences.ts";
import { foundIn, type FoundElement, type Stretch } from "./elements.ts";
import { outletConfidence } from "./outlets.ts";
import type { Found } from "./types.ts";

export const MAX_PROPOSED_LENGTH = 90;
const MAX_HEADLINE_LENGTH = 200;
const MAX_HEADLINE_WORDS = 32;
const OUTLET_SUFFIX = /\s+[|–—-]\s+([^|–—]{2,50})$/;
/** Where a sentence can be cut so that what stands before still says something, best first. */
const CLAUSE_BREAKS = [
  /(?:,| –| —|;)\s+(?=(?:as|after|while|when|amid|despite|although|because|before|following|with|but|and|who|which|where|according|saying|in a|days|hours|weeks|a day|on)\b)/giu,
  /(?:,|;| –| —)\s+/gu,
  /\s+(?=(?:to deter|after|amid|despite|because|before|following|while|when|which|who|where|saying|if|unless|as|so that|in order to|ahead of)\b)/giu,
  /\s+(?=(?:in|on|at|for|with|from|over|during|by|about|against|between|into)\s)/giu,
];
/** A cut after one of these would end in the middle of a phrase. */
const DANGLING =
  /(?:^|\s)(?:a|an|the|and|or|but|of|to|in|on|at|by|for|with|from|as|that|than|his|her|its|their|has|have|had|is|are|was|were|be|been|will|would|could|should|may|might|can|not|no|said|says|more|most|such|this|these|those|between|into|over|about|against|if|so|who|which|when|while|after|before|both|either|mr|mrs|ms|sir|dr|president|minister)$/i;
const MIN_PROPOSED_WORDS = 4;

/** True for a line that could be a headline: some words, no full stop at the end, not too long. */
export function isHeadlineLike(text: string): boolean {
  const words = countWords(text.slice(0, MAX_HEADLINE_LENGTH + 1));
  if (text.length > MAX_HEADLINE_LENGTH || words < 3 || words > MAX_HEADLINE_WORDS) return false;
  if (!/^["'“‘«(]?[\p{Lu}\p{N}]/u.test(text) || /[:;,]$/.test(text)) return false;
  return !endsLikeSentence(text) || /[?!…]["'”’»]?$|\b\p{Lu}\.\p{Lu}\.$/u.test(text);
}

/** The headline of a line, and the outlet where its name follows as `… | The Northmark Courier`. */
export function readHeadlineLine(
  stretch: Stretch,
  rule: string,
  confidence: number,
): FoundElement[] {
  const suffix = OUTLET_SUFFIX.exec(stretch.text);
  const name = suffix?.[1] ?? "";
  const sure = name === "" ? 0 : outletConfidence(cleanText(name));
  const end = sure > 0 && suffix ? suffix.index : stretch.text.length;
  const headline = foundIn(stretch, 0, end, rule, confidence);
  if (sure === 0) return [{ kind: "headline", found: headline }];
  const start = stretch.text.length - name.length;
  const outlet = foundIn(stretch, start, stretch.text.length, "headline-suffix", sure);
  return [
    { kind: "headline", found: headline },
    { kind: "outlet", found: outlet },
  ];
}

/**
 * A headline of at most `MAX_PROPOSED_LENGTH` characters from the first sentence of the first of these
 * paragraphs that has words: the sentence where it is short enough, else its main clause, cut where a
 * clause or phrase ends. Null where there are no words. It has no span: it is proposed, not read.
 */
export function proposeHeadline(paragraphs: readonly string[]): Found<string> | null {
  const paragraph = paragraphs.find((text) => /[\p{L}\p{N}]/u.test(text.slice(0, 1000)));
  if (paragraph === undefined) return null;
  const opening = cleanText(paragraph.slice(0, 1000));
  const sentence = opening.slice(0, firstSentenceEnd(opening)).replace(/[.…,;:]+$/, "");
  const value = balanced(shorten(sentence));
  return { value, span: null, rule: "proposed-from-first-sentence", confidence: 0.4 };
}

function shorten(sentence: string): string {
  if (sentence.length <= MAX_PROPOSED_LENGTH) return sentence;
  for (const pattern of CLAUSE_BREAKS) {
    const cuts = [...sentence.slice(0, MAX_PROPOSED_LENGTH + 2).matchAll(pattern)];
    const cut = cuts
      .map((match) => sentence.slice(0, match.index))
      .filter((text) => text.length <= MAX_PROPOSED_LENGTH && isWhole(text))
      .at(-1);
    if (cut !== undefined) return cut;
  }
  return atWord(sentence);
}

function isWhole(text: string): boolean {
  return countWords(text) >= MIN_PROPOSED_WORDS && text.length >= 30 && !DANGLING.test(text);
}

/** As many whole words as fit, with an ellipsis that owns up to the cut. */
function atWord(sentence: string): string {
  let cut = sentence.slice(0, MAX_PROPOSED_LENGTH - 1);
  if (/\s/.test(cut)) cut = cut.replace(/\s+\S*$/, "");
  while (DANGLING.test(cut) && /\s/.test(cut)) cut = cut.replace(/\s+\S+$/, "");
  return `${cut.replace(/[\s,;:–—-]+$/, "").replace(/[\uD800-\uDBFF]$/, "")}…`;
}

/** Drops an opening quotation mark whose closing one was cut off, and the other way round. */
function balanced(text: string): string {
  const opened = (text.match(/“/g) ?? []).length;
  const closed = (text.match(/”/g) ?? []).length;
  const straight = (text.match(/"/g) ?? []).length;
  if (opened !== closed) return text.replace(/[“”]/g, "");
  return straight % 2 === 1 ? text.replaceAll('"', "") : text;
}
