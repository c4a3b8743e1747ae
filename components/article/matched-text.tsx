import { cutAtMatches, type MatchPart } from "#lib/articles/cut-at-matches.ts";
import type { ArticleMatch } from "#lib/articles/types.ts";

/** Where the links of a match lead. */
export function matchAnchor(number: number): string {
  return `match-${number}`;
}

/** A text of its own with what a search matches of it marked. */
export function MatchedText({ text, matches }: { text: string; matches: readonly ArticleMatch[] }) {
  return <MatchedParts parts={cutAtMatches(text, 0, matches)} />;
}

/** A match over several parts, such as a name that is a link, is found by the first of them. */
export function MatchedParts({ parts }: { parts: readonly MatchPart[] }) {
  return parts.map(({ text, match, isStart }, i) =>
    match ? (
      <mark key={i} id={isStart ? matchAnchor(match.number) : undefined}>
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
