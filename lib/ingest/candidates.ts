/** What a file says of itself beside its text: title, author and day of making, often left as they were. */
import { cleanText } from "#lib/text/clean.ts";
import type { HeaderElement } from "./elements.ts";
import type { Found, Span } from "./types.ts";

/** The elements of a text with those candidates that fill a field which it leaves empty. */
export function withCandidates(
  elements: HeaderElement[],
  candidates: HeaderElement[],
  text: string,
): HeaderElement[] {
  const has = (kind: HeaderElement["kind"]) => elements.some((element) => element.kind === kind);
  const hasDate = elements.some(
    (element) => element.kind === "date" && element.meaning !== "modified" && element.mention.day,
  );
  const added = candidates.flatMap((candidate): HeaderElement[] => {
    const isNeeded = candidate.kind === "date" ? !hasDate : !has(candidate.kind);
    if (isNeeded) return [candidate];
    return spansOfElements([candidate]).map((span) => ({
      kind: "furniture",
      found: unneeded(span, text),
    }));
  });
  return [...elements, ...added];
}

/** The places of header elements, in order. */
export function spansOfElements(elements: HeaderElement[]): Span[] {
  return elements
    .flatMap((element): (Span | null | undefined)[] => {
      if (element.kind === "date") return [element.mention.span, element.mention.time?.span];
      if (element.kind !== "byline") return [element.found.span];
      const { name, role, note } = element.byline;
      return [name.span, role?.span, note?.span];
    })
    .filter((span) => span !== null && span !== undefined)
    .sort((a, b) => a.start - b.start);
}

function unneeded(span: Span, text: string): Found<string> {
  const value = cleanText(text.slice(span.start, span.end));
  return { value, span, rule: "unneeded-property", confidence: 0.8 };
}
