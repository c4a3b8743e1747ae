/** Mends what broken templates leave: raw line breaks in strings, wrong escapes, commas too many. */
export function repairJson(text: string): string {
  const pieces: string[] = [];
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] as string;
    if (!inString) {
      inString = letter === '"';
      if (!isSuperfluous(letter, text, at)) pieces.push(letter);
    } else if (letter === "\\") {
      const escape = ESCAPE.exec(text.slice(at, at + 6))?.[0];
      pieces.push(escape ?? "\\\\");
      at += (escape?.length ?? 1) - 1;
    } else if (letter === '"') {
      inString = !closesString(text, at);
      pieces.push(inString ? '\\"' : letter);
    } else pieces.push(letter < " " ? " " : letter);
  }
  return pieces.join("");
}

const ESCAPE = /^\\(?:["\\/bfnrt]|u[\da-f]{4})/i;
const LOOKAHEAD = 80;

/** A comma before a closing bracket, or the semicolon of a script. */
function isSuperfluous(letter: string, text: string, at: number): boolean {
  if (letter === ",") return /^,\s*[\]},]/.test(text.slice(at, at + LOOKAHEAD));
  return letter === ";" && at === text.length - 1;
}

/** A quotation mark that no mark of JSON follows was meant to stand in the string. */
function closesString(text: string, at: number): boolean {
  return /^"\s*(?:[,:}\]]|$)/.test(text.slice(at, at + LOOKAHEAD));
}
