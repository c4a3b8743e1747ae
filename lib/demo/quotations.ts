/** The chronology's quotations, each at its words in the pieces that quote it. */
import { eventIdsOf } from "#lib/demo/article-rows.ts";
import { actorIdsByName } from "#lib/demo/read-demo-archive.ts";
import type { DemoArchive, DemoArticle, DemoEvent } from "#lib/demo/types.ts";
import { bodyOf, type Understanding } from "#lib/ingest/pipeline.ts";
import type { Span } from "#lib/ingest/types.ts";
import type { NewStatement } from "#lib/statements/types.ts";

type Quotation = DemoEvent["quotations"][number];
type Understood = Understanding["statements"][number];

/**
 * Those quotations of a piece's events that it has in full, as confirmed statements: they were
 * checked against a source. What the reader `found` of the same words adds cue, source and topics.
 */
export function quotationsIn(
  article: DemoArticle,
  archive: DemoArchive,
  found: readonly Understood[],
  decidedAt: Date,
): NewStatement[] {
  const body = bodyOf(article.draft);
  const actorIdOf = actorIdsByName(archive.actors);
  const events = new Map(archive.events.map((event) => [event.id, event]));
  return eventIdsOf(article).flatMap((id) => {
    const event = events.get(id);
    return (event?.quotations ?? []).flatMap((quotation): NewStatement[] => {
      const place = placeIn(body, quotation.words);
      if (!event || !place) return [];
      const speakerId = actorIdOf(quotation.speaker);
      const read = found.find(({ parts }) => parts.content.some((span) => overlaps(span, place)));
      return [
        {
          ...asRead(read, place, speakerId),
          ...{ kind: "direct", speakerId, isAnonymous: false },
          ...{ venue: quotation.venue, saidOn: quotation.saidOn, confidence: 1 },
          ...{ status: "confirmed", decidedAt, ...sourceOf(quotation, event) },
        },
      ];
    });
  });
}

/** Where the words stand between quotation marks, these included; a last stop may stand outside. */
function placeIn(body: string, words: string): Span | null {
  const said = withPlainApostrophes(words).replace(/[.,]$/, "");
  const start = withPlainApostrophes(body).indexOf(`“${said}`);
  if (start < 0) return null;
  const closing = /^[.,]?”/.exec(body.slice(start + 1 + said.length));
  return closing && { start, end: start + 1 + said.length + closing[0].length };
}

/** As many characters as before, so that places stay the same. */
function withPlainApostrophes(text: string): string {
  return text.replaceAll(/[‘’]/g, "'");
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The words that attribute it count only where they were read to name the same speaker. */
function asRead(read: Understood | undefined, place: Span, speakerId: string) {
  const isSame = read?.speakerId === speakerId;
  const beside = isSame ? read.parts : { cue: null, source: null };
  return {
    parts: {
      ...{ content: [place], quotes: [place], insertions: [] },
      ...{ cue: beside.cue, source: beside.source, venue: null, saidOn: null },
    },
    speakerText: isSame ? read.speakerText : null,
    topics: (read?.topics ?? []).map((topic) => ({ ...topic, status: "suggested" as const })),
  };
}

function sourceOf({ sourceUrl = null, publisher = null }: Quotation, { sources }: DemoEvent) {
  const source = sources.find(({ url }) => url !== null && url === sourceUrl);
  return { sourceUrl, sourcePublisher: publisher ?? source?.publisher ?? null };
}
