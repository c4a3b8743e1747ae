/** Keeps the account of a draft: which characters went into which field, and which into none. */
import { FILLER, cleanText } from "#lib/text/clean.ts";
import { wordStretches } from "#lib/text/lines.ts";
import type { ArticleDraft, Found, Span } from "./types.ts";

/** A draft before the account is made up. */
export type FieldsOfDraft = Omit<ArticleDraft, "unused" | "warnings">;

/** Stretches of this much punctuation and nothing else separate fields; longer ones are shown. */
const MAX_SEPARATOR_LENGTH = 40;

/** The places of all fields and furniture of a draft, in order. */
export function listSpans(draft: FieldsOfDraft): Span[] {
  const found: (Found<string> | null)[] = [
    draft.headline,
    draft.summary,
    draft.publishedOn,
    draft.publishedAt,
    draft.modifiedOn,
    draft.outlet,
    draft.language,
    draft.dateline,
    draft.sourceUrl,
    ...draft.bylines.flatMap(({ name, role, note }) => [name, role, note]),
    ...draft.mediaCredits,
    ...draft.captions,
    ...draft.paragraphs,
    ...draft.furniture,
  ];
  return found
    .flatMap((value) => (value?.span ? [value.span] : []))
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The account of a draft: `separators` are stretches between fields that hold only punctuation or
 * Markdown's marks, `unused` are the other non-blank stretches that went into no field.
 */
export function accountFor(draft: FieldsOfDraft, masked: string) {
  const separators: Found<string>[] = [];
  const unused: Span[] = [];
  for (const span of gapsBetween(listSpans(draft), draft.text)) {
    const words = masked.slice(span.start, span.end);
    const isMarkup = /^[\s\uFEFF]*$/.test(words);
    const isPunctuation =
      span.end - span.start <= MAX_SEPARATOR_LENGTH && !/[\p{L}\p{N}]/u.test(words);
    if (isMarkup || isPunctuation) {
      const value = cleanText(draft.text.slice(span.start, span.end).replaceAll(FILLER, ""));
      separators.push({ value, span, rule: isMarkup ? "markup" : "separator", confidence: 0.9 });
    } else {
      unused.push(span);
    }
  }
  return { separators, unused };
}

/** Trimmed, non-blank stretches of the text outside the given spans, one for each line. */
function gapsBetween(spans: Span[], text: string): Span[] {
  const gaps: Span[] = [];
  let free = 0;
  for (const { start, end } of [...spans, { start: text.length, end: text.length }]) {
    // One by one: a spread of very many arguments overflows the stack.
    if (start > free) {
      for (const line of wordStretches(text.slice(free, start)))
        gaps.push({ start: free + line.start, end: free + line.end });
    }
    free = Math.max(free, end);
  }
  return gaps;
}
