import type { ArticleMention, Paragraph } from "#lib/articles/types.ts";

/** A stretch of a paragraph; `mention` where it names an actor. */
export type TextSegment = { text: string; mention: ArticleMention | null };

export type LinkedParagraph = {
  startsAt: number;
  segments: TextSegment[];
  /** The people and organisations that the article names here for the first time. */
  introduced: ArticleMention[];
};

/**
 * Paragraphs cut at the first mention of each actor, so that a name is linked once. `mentions` stand
 * in the order of the text; one that overlaps another gives way to the earlier.
 */
export function linkMentions(
  paragraphs: readonly Paragraph[],
  mentions: readonly ArticleMention[],
): LinkedParagraph[] {
  const seen = new Set<string>();
  return paragraphs.map(({ text, startsAt }) => {
    const segments: TextSegment[] = [];
    const introduced: ArticleMention[] = [];
    let done = 0;
    for (const mention of mentions) {
      const start = mention.startsAt - startsAt;
      const end = mention.endsAt - startsAt;
      if (start < done || end > text.length || seen.has(mention.actorId)) continue;
      seen.add(mention.actorId);
      if (mention.kind !== "country") introduced.push(mention);
      segments.push({ text: text.slice(done, start), mention: null });
      segments.push({ text: text.slice(start, end), mention });
      done = end;
    }
    segments.push({ text: text.slice(done), mention: null });
    return { startsAt, introduced, segments: segments.filter((segment) => segment.text !== "") };
  });
}
