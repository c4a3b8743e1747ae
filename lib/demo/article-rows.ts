import { createHash } from "node:crypto";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { EMPTY_FIELDS, type ArticleFields } from "#lib/articles/schema.ts";
import type { DemoArchive, DemoArticle, DemoEvent } from "#lib/demo/types.ts";
import { bodyOf, type Gazetteer, type Understanding } from "#lib/ingest/pipeline.ts";
import type { Found } from "#lib/ingest/types.ts";

export const DESK = { slug: "archive-desk", name: "Archive desk" } as const;

/** Lower-case hexadecimal SHA-256, by which an original is known. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** What the demo archive's own topics and actors let a text be understood by. */
export function toGazetteer({ topics, actors }: DemoArchive): Gazetteer {
  return { topics, actors };
}

/** The events a piece tells of: its own first, then those in its background. */
export function eventIdsOf({ frontMatter }: DemoArticle): string[] {
  return [...new Set([frontMatter.event, ...frontMatter.background])];
}

/** The piece as its row in `articles`, but for the ids of others. */
export function toArticleRow(
  { draft, frontMatter }: DemoArticle,
  events: ReadonlyMap<string, DemoEvent>,
  releasedAt: Date,
) {
  const isChecked = events.get(frontMatter.event)?.checked ?? false;
  return {
    status: "published" as const,
    rights: "full_text" as const,
    verification: isChecked ? ("verified" as const) : ("to_verify" as const),
    language: draft.language.value,
    headline: frontMatter.headline,
    summary: frontMatter.summary,
    body: bodyOf(draft),
    publishedOn: toDateColumn(frontMatter.date),
    slug: frontMatter.slug,
    releasedAt,
  };
}

/** The piece's editable fields, as its first revision keeps them; ids as the archive has them now. */
export function toRevisionSnapshot(
  article: DemoArticle,
  events: ReadonlyMap<string, DemoEvent>,
  linked: { topicIds: string[]; actorIds: string[] },
): ArticleFields {
  const { draft, frontMatter } = article;
  return {
    ...EMPTY_FIELDS,
    headline: frontMatter.headline,
    summary: frontMatter.summary,
    outlet: DESK.name,
    publishedOn: frontMatter.date,
    language: draft.language.value,
    bylines: [{ name: DESK.name, role: null, note: null }],
    sources: toSources(article, events).map(({ position: _position, ...source }) => source),
    paragraphs: draft.paragraphs.map(({ value }) => value),
    topics: linked.topicIds.map((id) => ({ id, status: "confirmed" })),
    people: linked.actorIds.map((id) => ({ id, status: "suggested" })),
  };
}

/** Every source that its events rest on, each once, in the order of the events. */
export function toSources(article: DemoArticle, events: ReadonlyMap<string, DemoEvent>) {
  const sources = eventIdsOf(article).flatMap((id) => events.get(id)?.sources ?? []);
  const distinct = new Map(
    sources.map((source) => [`${source.publisher}\n${source.title}\n${source.url}`, source]),
  );
  return [...distinct.values()].map(toSourceRow);
}

/** A source as a row of an event's or an article's sources. */
export function toSourceRow(source: DemoEvent["sources"][number], position: number) {
  const { publisher, title, url, stateMedia = false } = source;
  return { position, publisher, title, url, stateMedia };
}

/** Where in the Markdown each field was read; the desk itself stands nowhere in it. */
export function toFieldSpans({ draft }: DemoArticle) {
  const found: [field: string, value: Found<string> | null][] = [
    ["headline", draft.headline],
    ["summary", draft.summary],
    ["publishedOn", draft.publishedOn],
    ["language", draft.language],
    ...numbered("paragraphs", draft.paragraphs),
    ...numbered("furniture", draft.furniture),
  ];
  const byDesk = { startsAt: null, endsAt: null, rule: "archive-desk", confidence: 1 };
  return [
    { field: "outlet", ...byDesk },
    { field: "bylines.0.name", ...byDesk },
    ...found.flatMap(([field, value]) => (value ? [{ field, ...toSpanRow(value) }] : [])),
  ];
}

function numbered(name: string, values: Found<string>[]): [string, Found<string>][] {
  return values.map((value, i) => [`${name}.${i}`, value]);
}

function toSpanRow({ span, rule, confidence }: Found<string>) {
  return { startsAt: span?.start ?? null, endsAt: span?.end ?? null, rule, confidence };
}

/** Who is named where in the body, as suggestions. */
export function toMentions({ mentions }: Pick<Understanding, "mentions">) {
  return mentions.map(({ actorId, span }) => ({
    actorId,
    startsAt: span.start,
    endsAt: span.end,
  }));
}
