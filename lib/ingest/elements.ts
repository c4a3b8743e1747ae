/** What a header is made of, before it is known which piece becomes which field of the draft. */
import { cleanText } from "#lib/text/clean.ts";
import type { DateMention } from "#lib/dates/find-dates.ts";
import type { DraftByline, Found, ParseOptions, Span } from "./types.ts";

export type DateElement = {
  kind: "date";
  /** What its label says it is; a date without a label is one of publication until another is. */
  meaning: "published" | "modified" | null;
  mention: DateMention;
  /** Which rule chose it and how sure that is, where the format has rules of its own. */
  source?: { rule: string; confidence: number };
};
export type FoundElement = {
  kind:
    | "headline"
    | "summary"
    | "role"
    | "note"
    | "credit"
    | "caption"
    | "outlet"
    | "url"
    | "language"
    | "furniture";
  found: Found<string>;
};
export type HeaderElement = DateElement | FoundElement | { kind: "byline"; byline: DraftByline };

/** A stretch of text within one line of the masked original, and where it begins there. */
export type Stretch = { text: string; base: number };

/** A value as it stands at `[start, end)` of a stretch, cleaned. */
export function foundIn(
  { text, base }: Stretch,
  start: number,
  end: number,
  rule: string,
  confidence: number,
): Found<string> {
  const span = { start: base + start, end: base + end };
  return { value: cleanText(text.slice(start, end)), span, rule, confidence };
}

/** The same day with its places counted from the original's start. */
export function shiftMention(mention: DateMention, base: number): DateMention {
  const shift = ({ start, end }: Span) => ({ start: start + base, end: end + base });
  const { span, time } = mention;
  return { ...mention, span: shift(span), time: time && { ...time, span: shift(time.span) } };
}

/** The same element with its places counted from the original's start. */
export function shiftElement(element: HeaderElement, base: number): HeaderElement {
  const shift = (found: Found<string>): Found<string> => ({
    ...found,
    span: found.span && { start: found.span.start + base, end: found.span.end + base },
  });
  if (element.kind === "date") return { ...element, mention: shiftMention(element.mention, base) };
  if (element.kind !== "byline") return { ...element, found: shift(element.found) };
  const { name, role, note } = element.byline;
  return {
    kind: "byline",
    byline: { name: shift(name), role: role && shift(role), note: note && shift(note) },
  };
}

/** Parse options as the date finder takes them. */
export function toDateOptions({ capturedOn, dateOrder }: ParseOptions) {
  return {
    ...(capturedOn === undefined ? {} : { today: capturedOn }),
    ...(dateOrder === undefined ? {} : { order: dateOrder }),
  };
}
