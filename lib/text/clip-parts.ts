import type { MarkedPart } from "#lib/text/differences.ts";

/** Kept of what did not change, on the side where a change stands. */
const MAX_AROUND_CHARACTERS = 160;
/** Kept of what did. */
const MAX_CHANGED_CHARACTERS = 900;

/** A long sentence cut to what changed in it and the words around; cuts are shown by `…`. */
export function clipParts(parts: readonly MarkedPart[]): MarkedPart[] {
  return parts.map(({ text, substance }, i) => {
    if (substance) return { text: clipEnd(text, MAX_CHANGED_CHARACTERS), substance };
    const [isFirst, isLast] = [i === 0, i === parts.length - 1];
    if (isFirst && !isLast) return { text: clipStart(text, MAX_AROUND_CHARACTERS), substance };
    if (isLast) return { text: clipEnd(text, MAX_AROUND_CHARACTERS), substance };
    if (text.length <= 2 * MAX_AROUND_CHARACTERS) return { text, substance };
    const [head, tail] = [text.slice(0, MAX_AROUND_CHARACTERS), text.slice(-MAX_AROUND_CHARACTERS)];
    return { text: `${head} … ${tail}`, substance };
  });
}

function clipEnd(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max).replace(/\s+\S*$/, "")} …`;
}

function clipStart(text: string, max: number): string {
  return text.length <= max ? text : `… ${text.slice(-max).replace(/^\S*\s+/, "")}`;
}
