import type { MarkedParagraph } from "#lib/articles/mark-statements.ts";
import type { ArticleMatch } from "#lib/articles/types.ts";

/** A stretch of text; `match` where a search matches it, `isStart` at the beginning of the match. */
export type MatchPart = { text: string; match: ArticleMatch | null; isStart: boolean };

/**
 * A text that begins at `startsAt`, cut where matches begin and end. `matches` stand in order and
 * share no characters; one that runs over the text's ends is marked as far as it stands in it.
 */
export function cutAtMatches(
  text: string,
  startsAt: number,
  matches: readonly ArticleMatch[],
): MatchPart[] {
  const parts: MatchPart[] = [];
  let done = 0;
  for (const match of matches) {
    const start = Math.max(match.startsAt - startsAt, 0);
    const end = Math.min(match.endsAt - startsAt, text.length);
    if (start >= end) continue;
    parts.push({ text: text.slice(done, start), match: null, isStart: false });
    const isStart = match.startsAt >= startsAt;
    parts.push({ text: text.slice(start, end), match, isStart });
    done = end;
  }
  parts.push({ text: text.slice(done), match: null, isStart: false });
  return parts.filter((part) => part.text !== "");
}

/** The matches in a paragraph, and the parts of each segment of each of its runs. */
export function cutParagraph(
  { runs, startsAt }: Pick<MarkedParagraph, "runs" | "startsAt">,
  matches: readonly ArticleMatch[],
): { here: ArticleMatch[]; parts: MatchPart[][][] } {
  let at = startsAt;
  const parts = runs.map(({ segments }) =>
    segments.map(({ text }) => {
      const begin = at;
      at += text.length;
      return cutAtMatches(text, begin, matches);
    }),
  );
  return {
    here: matches.filter((match) => match.startsAt >= startsAt && match.startsAt < at),
    parts,
  };
}
