/**
 * Stands in a mask for characters that belong to no word: Markdown marks, zero-width characters. It
 * matches `\s`, so patterns pass over it, and is no ordinary space, so cleaning can drop it whole.
 */
export const FILLER = "\uFEFF";

/** Text for reading: fillers dropped, every run of white space one space, ends trimmed. */
export function cleanText(masked: string): string {
  return masked.replaceAll(FILLER, "").replace(/\s+/g, " ").trim();
}

/** `ADA O'BROOK-HALE` as `Ada O'Brook-Hale`; text that is not all in capitals comes back unchanged. */
export function withoutShouting(name: string): string {
  if (name !== name.toUpperCase() || name.length < 4) return name;
  return name
    .toLowerCase()
    .replace(/(?<![\p{L}\p{N}])(?:mc|[od]['’])?\p{L}/gu, (start) =>
      start.replace(/^\p{L}|\p{L}$/gu, (letter) => letter.toUpperCase()),
    );
}

/** Text for a column, cut to a length: PostgreSQL holds no NUL, and no half of a character. */
export function toColumnText(text: string, maxCharacters: number): string {
  return text.replaceAll("\0", "").slice(0, maxCharacters).toWellFormed();
}
