/**
 * Advance widths of IBM Plex Sans at weight 500, in hundredths of its size, from U+0020 to U+007E and
 * from U+0410 to U+044F: as a canvas of Chromium measures them, rounded up.
 */
const LATIN = [
  24, 30, 45, 68, 60, 95, 71, 25, 34, 34, 51, 60, 29, 40, 29, 42, 60, 60, 60, 60, 60, 60, 60, 60,
  60, 60, 31, 31, 60, 60, 60, 49, 90, 66, 66, 63, 68, 59, 57, 71, 71, 41, 53, 66, 51, 82, 71, 71,
  63, 71, 66, 60, 58, 69, 63, 93, 64, 62, 59, 32, 42, 32, 60, 56, 60, 55, 59, 51, 59, 56, 34, 54,
  58, 27, 27, 55, 29, 88, 58, 56, 59, 59, 38, 49, 37, 58, 51, 80, 53, 51, 49, 36, 35, 36, 60,
];
const CYRILLIC = [
  66, 65, 66, 51, 76, 59, 99, 60, 71, 71, 67, 71, 82, 71, 71, 70, 63, 63, 58, 61, 87, 64, 75, 66,
  99, 104, 75, 90, 64, 65, 98, 66, 55, 57, 57, 44, 62, 56, 81, 51, 60, 60, 57, 59, 71, 60, 56, 58,
  59, 51, 48, 51, 77, 53, 61, 56, 82, 85, 61, 76, 54, 52, 80, 56,
];
/** Of any other character: wider than nearly all. */
const OTHER_WIDTH = 90;
const ELLIPSIS = "…";

/** How wide a text of one line is at most, in units of its font size. */
export function widthOf(text: string, fontSize: number): number {
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    sum += LATIN[code - 0x20] ?? CYRILLIC[code - 0x410] ?? OTHER_WIDTH;
  }
  return (sum * fontSize) / 100;
}

/** As much of a text as fits, with an ellipsis where that is not all; "" where nothing does. */
export function cutToWidth(text: string, fontSize: number, width: number): string {
  if (widthOf(text, fontSize) <= width) return text;
  let left = width - widthOf(ELLIPSIS, fontSize);
  let cut = "";
  for (const character of text) {
    left -= widthOf(character, fontSize);
    if (left < 0) break;
    cut += character;
  }
  return cut === "" ? "" : `${cut.trimEnd()}${ELLIPSIS}`;
}
