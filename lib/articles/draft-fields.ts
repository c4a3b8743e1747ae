/** From what was read of an original to what an editor can change, each field with its place. */
import type { ArticleFields, Judgement } from "#lib/articles/schema.ts";
import { toZonedTime } from "#lib/dates/zoned-time.ts";
import type { Understanding } from "#lib/ingest/pipeline.ts";
import type { ArticleDraft, Found } from "#lib/ingest/types.ts";

/** Where in the original a field was read (both null: not read there), by which rule, how surely. */
export type FieldPlace = {
  /** `publishedOn`, `bylines.0.name`, `paragraphs.3`. */
  field: string;
  startsAt: number | null;
  endsAt: number | null;
  rule: string;
  confidence: number;
};

type OutletDefaults = {
  timeZone: string;
  rights: ArticleFields["rights"];
  /** Chosen by a person, so not suggested. */
  topicIds?: readonly string[];
};
type Captioned = { credit: Found<string> | null; caption: Found<string> | null };

/** The fields of a fresh draft; `publishedTime` is on the clocks of the outlet's zone. */
export function toArticleFields(
  draft: ArticleDraft,
  understanding: Understanding | null,
  { timeZone, rights, topicIds = [] }: OutletDefaults,
): ArticleFields {
  return {
    headline: valueOf(draft.headline),
    headlineProposed: draft.headlineProposed,
    summary: valueOf(draft.summary),
    outlet: valueOf(draft.outlet),
    publishedOn: valueOf(draft.publishedOn),
    publishedTime: timeOf(draft, timeZone),
    modifiedOn: valueOf(draft.modifiedOn),
    language: draft.language.value,
    rights,
    dateline: valueOf(draft.dateline),
    sourceUrl: valueOf(draft.sourceUrl),
    bylines: draft.bylines.map(({ name, role, note }) => ({
      name: name.value,
      role: valueOf(role),
      note: valueOf(note),
    })),
    mediaCredits: pairCaptions(draft).map(({ credit, caption }) => ({
      credit: credit?.value ?? "",
      caption: valueOf(caption),
    })),
    sources: [],
    paragraphs: draft.paragraphs.map(({ value }) => value),
    topics: [
      ...topicIds.map((id) => ({ id, status: "confirmed" as const })),
      ...(understanding?.topics ?? [])
        .filter(({ topicId }) => !topicIds.includes(topicId))
        .map(({ topicId }) => suggested(topicId)),
    ],
    people: [...new Set(understanding?.mentions.map(({ actorId }) => actorId))].map(suggested),
  };
}

/** The places of all fields of a draft, page furniture (`furniture.0` …) among them. */
export function listPlaces(draft: ArticleDraft): FieldPlace[] {
  return [
    ...places("headline", draft.headline),
    ...places("summary", draft.summary),
    ...places("publishedOn", draft.publishedOn),
    ...places("publishedTime", draft.publishedAt),
    ...places("modifiedOn", draft.modifiedOn),
    ...places("outlet", draft.outlet),
    ...places("language", draft.language),
    ...places("dateline", draft.dateline),
    ...places("sourceUrl", draft.sourceUrl),
    ...draft.bylines.flatMap(({ name, role, note }, i) => [
      ...places(`bylines.${i}.name`, name),
      ...places(`bylines.${i}.role`, role),
      ...places(`bylines.${i}.note`, note),
    ]),
    ...pairCaptions(draft).flatMap(({ credit, caption }, i) => [
      ...places(`mediaCredits.${i}.credit`, credit),
      ...places(`mediaCredits.${i}.caption`, caption),
    ]),
    ...draft.paragraphs.flatMap((paragraph, i) => places(`paragraphs.${i}`, paragraph)),
    ...draft.furniture.flatMap((piece, i) => places(`furniture.${i}`, piece)),
  ];
}

function valueOf(found: Found<string> | null): string | null {
  return found?.value ?? null;
}

function places(field: string, found: Found<string> | null): FieldPlace[] {
  if (!found) return [];
  const { span, rule, confidence } = found;
  // A field read from no character has no place, whatever rule supplied it.
  const place = span && span.end > span.start ? span : null;
  return [{ field, startsAt: place?.start ?? null, endsAt: place?.end ?? null, rule, confidence }];
}

function suggested(id: string): Judgement {
  return { id, status: "suggested" };
}

/** A time without an offset is on the outlet's clocks already. */
function timeOf({ publishedAt, publishedOn }: ArticleDraft, timeZone: string): string | null {
  if (!publishedAt || !publishedOn) return null;
  const [, time, offset] =
    /T(\d{2}:\d{2})(?::[\d.]+)?(Z|[+-]\d{2}:?\d{2})?$/.exec(publishedAt.value) ?? [];
  if (!time || !offset) return time ?? null;
  const local = toZonedTime(new Date(publishedAt.value), timeZone);
  // On another day there than the one printed, the two cannot be told as one: the day counts.
  return local.day === publishedOn.value ? local.time : null;
}

/** Each caption with the credit that follows it before the next caption; the rest alone, in order. */
function pairCaptions({ captions, mediaCredits }: ArticleDraft): Captioned[] {
  const inOrder = [
    ...captions.map((caption) => ({ caption, credit: null })),
    ...mediaCredits.map((credit) => ({ caption: null, credit })),
  ].sort((a, b) => startOf(a) - startOf(b));
  const pairs: Captioned[] = [];
  for (const piece of inOrder) {
    const last = pairs.at(-1);
    if (piece.credit && last?.caption && !last.credit) last.credit = piece.credit;
    else pairs.push({ ...piece });
  }
  return pairs;
}

function startOf({ caption, credit }: Captioned): number {
  return (caption ?? credit)?.span?.start ?? 0;
}
