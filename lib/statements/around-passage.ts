import type { Span } from "#lib/text/span.ts";

/** Who “he” is stands before; what comes after seldom tells. */
const MAX_BEFORE_CHARACTERS = 300;
const MAX_AFTER_CHARACTERS = 200;

export type Around = { before: string; after: string };

/** The text before and after a passage, cut between words; `…` stands for what was cut off. */
export function aroundPassage(body: string, { start, end }: Span): Around {
  const from = Math.max(0, start - MAX_BEFORE_CHARACTERS);
  const to = Math.min(body.length, end + MAX_AFTER_CHARACTERS);
  const before = body.slice(from, start);
  const after = body.slice(end, to);
  return {
    before: from === 0 ? before : `… ${before.replace(/^\S*\s+/, "")}`,
    after: to === body.length ? after : `${after.replace(/\s+\S*$/, "")} …`,
  };
}
