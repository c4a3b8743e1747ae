type Lowered = { text: string; lower: string };

let last: Lowered = { text: "", lower: "" };

/**
 * A text in lower case, of the same length: what stands at a place of it stands at the same place of
 * the text. One text is asked for several times in a row and put into lower case once.
 */
export function lowerCaseOf(text: string): string {
  // Of all letters only the dotted capital I grows in lower case.
  if (last.text !== text) last = { text, lower: text.replaceAll("\u0130", "i").toLowerCase() };
  return last.lower;
}
