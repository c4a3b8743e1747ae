/** The plain reader that the archive's own is measured against: quotation marks and the nearest name. */
import type { Span } from "#lib/text/span.ts";
import type { FoundAttribution } from "./attribution-scores.ts";

const QUOTED = /“[^“”\n]+”|"[^"\n]+"/g;
const SAID =
  "(?:said|says|told|added|wrote|tweeted|asked|replied|argued|explained|noted|continued|insisted|warned|announced)";
const NAME = "(?:[Hh]e|[Ss]he|[Tt]hey|(?:\\p{Lu}[\\p{L}.'’-]+ ?){1,5})";
const NAME_SAID = new RegExp(
  `(${NAME})\\s*(?:,[^,.“”"]{1,60},\\s*)?(?:also |has |had )?${SAID}\\b`,
  "gu",
);
const SAID_NAME = new RegExp(`\\b${SAID} (${NAME})`, "gu");
const REPORTED = new RegExp(`(${NAME})\\s*${SAID} ((?:that )?[^.“”"\\n]{15,400})\\.`, "gu");
const REACH = 150;
const MIN_LETTERS = 5;

/** Quoted strings of more than a syllable with the nearest "X said" or "said X", and "X said that …". */
export function findByFloor(text: string): FoundAttribution[] {
  const quoted = [...text.matchAll(QUOTED)].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
  const direct = quoted
    .filter(({ start, end }) => end - start >= MIN_LETTERS)
    .map((span): FoundAttribution => ({
      kind: "direct",
      content: [span],
      source: speaker(text, span),
    }));
  const indirect = [...text.matchAll(REPORTED)].map((match): FoundAttribution => {
    const end = match.index + match[0].length - 1;
    const start = end - (match[2]?.length ?? 0);
    const source = { start: match.index, end: match.index + (match[1]?.trimEnd().length ?? 0) };
    return { kind: "indirect", content: [{ start, end }], source };
  });
  return [...direct, ...indirect];
}

function speaker(text: string, { start, end }: Span): Span | null {
  const after = namesIn(text, end, Math.min(text.length, end + REACH))[0];
  const before = namesIn(text, Math.max(0, start - REACH), start).at(-1);
  return after ?? before ?? null;
}

function namesIn(text: string, from: number, to: number): Span[] {
  const part = text.slice(from, to);
  return [NAME_SAID, SAID_NAME]
    .flatMap((pattern) => [...part.matchAll(pattern)])
    .map((match) => {
      const start = from + match.index + match[0].lastIndexOf(match[1] ?? "");
      return { start, end: start + (match[1]?.trimEnd().length ?? 0) };
    })
    .sort((a, b) => a.start - b.start);
}
