/** What stands at places of an article's text: who is named, and who says what. */
import { OFFICE_HOLDER_SELECT, OFFICES, officesOn } from "#lib/articles/data-offices.ts";
import type {
  ArticleMention,
  ArticleStatement,
  Certainty,
  Paragraph,
} from "#lib/articles/types.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { statementPartsSchema } from "#lib/statements/schema.ts";

const NOT_REJECTED = { status: { not: "rejected" } } as const;
export const PLACED_SELECT = {
  mentions: {
    where: NOT_REJECTED,
    select: {
      startsAt: true,
      endsAt: true,
      status: true,
      actor: { select: OFFICE_HOLDER_SELECT },
    },
    orderBy: [{ startsAt: "asc" }, { endsAt: "desc" }],
  },
  statements: {
    where: NOT_REJECTED,
    select: {
      ...{ id: true, kind: true, status: true, words: true, parts: true, day: true },
      ...{ speakerText: true, isAnonymous: true, venue: true, saidOn: true },
      speaker: { select: { id: true, name: true, offices: OFFICES } },
    },
    orderBy: [{ startsAt: "asc" }, { endsAt: "desc" }, { id: "asc" }],
  },
} satisfies Prisma.ArticleSelect;

type PlacedRow = Prisma.ArticleGetPayload<{ select: typeof PLACED_SELECT }>;

/** Those that may be read, of an article of this day. */
export function toMentions(
  rows: PlacedRow["mentions"],
  paragraphs: Paragraph[],
  day: string,
): ArticleMention[] {
  const isShown = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }) =>
    paragraphs.some((p) => startsAt >= p.startsAt && endsAt <= p.startsAt + p.text.length);
  return rows.filter(isShown).map(({ actor, startsAt, endsAt, status }) => {
    const { id, name, kind, country } = actor;
    return {
      ...{ actorId: id, name, kind, country, startsAt, endsAt },
      offices: officesOn(actor.offices, day),
      status: certaintyOf(status),
    };
  });
}

/** Those of which the whole may be read. */
export function toStatements(
  rows: PlacedRow["statements"],
  paragraphs: Paragraph[],
  publishedOn: string,
): ArticleStatement[] {
  const last = paragraphs.at(-1);
  const shownUntil = last ? last.startsAt + last.text.length : 0;
  return rows.flatMap(({ parts, day, speaker, status, ...statement }) => {
    const { content } = statementPartsSchema.parse(parts);
    const spans = content.map(({ start, end }) => ({ startsAt: start, endsAt: end }));
    if (spans.some(({ endsAt }) => endsAt > shownUntil)) return [];
    const saidOn = day ? toCalendarDay(day) : publishedOn;
    return {
      ...statement,
      status: certaintyOf(status),
      spans,
      speaker: speaker && { ...speaker, offices: officesOn(speaker.offices, saidOn) },
    };
  });
}

export function certaintyOf(status: "suggested" | "confirmed" | "rejected"): Certainty {
  return status === "confirmed" ? "confirmed" : "suggested";
}
