import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { today } from "#lib/dates/today.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import { CITED_ARTICLE_SELECT, CITED_EVENT_SELECT, toCited } from "#lib/events/data-cited.ts";
import { EVENT_ENTRY_SELECT, toEventEntry } from "#lib/events/data-entries.ts";
import { toParagraphs } from "#lib/stories/story-text.ts";
import type { Story, StoryLine, StoryLookup, StoryStep } from "#lib/stories/types.ts";

const MAX_LISTED = 500;

const LINE_SELECT = {
  slug: true,
  title: true,
  summary: true,
  publishedAt: true,
  updatedAt: true,
  steps: {
    select: { event: { select: { startsOn: true, endsOn: true } } },
    orderBy: { position: "asc" },
  },
} satisfies Prisma.StorySelect;

type LineRow = Prisma.StoryGetPayload<{ select: typeof LINE_SELECT }>;

/** Every published story, the latest published first; the first `limit`, or 500. */
export async function listStories(limit = MAX_LISTED): Promise<StoryLine[]> {
  const rows = await database.story.findMany({
    where: { status: "published" },
    orderBy: [{ publishedAt: "desc" }, { slug: "asc" }],
    take: limit,
    select: LINE_SELECT,
  });
  return rows.map(toLine);
}

/** The published stories of which an event is a step, by title. */
export async function listEventStories(eventId: string): Promise<StoryLine[]> {
  const rows = await database.story.findMany({
    where: { status: "published", steps: { some: { eventId } } },
    orderBy: [{ title: "asc" }, { slug: "asc" }],
    take: MAX_LISTED,
    select: LINE_SELECT,
  });
  return rows.map(toLine);
}

/** What stands at a story's address: it, where it moved to, or that it was withdrawn; null: nothing. */
export async function getStory(slug: string): Promise<StoryLookup | null> {
  const address = await database.storyAddress.findUnique({
    where: { slug },
    select: { story: { select: { slug: true, ...WITHDRAWN_SELECT } } },
  });
  if (!address) return null;
  const { story } = address;
  // One that was never published is nobody's business, whatever its state.
  if (!story.publishedAt || story.status === "draft") return null;
  if (story.status === "withdrawn" && story.withdrawnAt) {
    const { title, withdrawnAt, withdrawnReason: reason } = story;
    return { state: "gone", title, withdrawnOn: today(withdrawnAt), reason };
  }
  if (story.slug !== slug) return { state: "moved", slug: story.slug };
  const found = await readStory({ slug });
  return found && { state: "found", story: found };
}

const WITHDRAWN_SELECT = {
  title: true,
  status: true,
  publishedAt: true,
  withdrawnAt: true,
  withdrawnReason: true,
} satisfies Prisma.StorySelect;

/** A story as readers would see it, whatever its state, for its editors; null where there is none. */
export async function getStoryPreview(id: string): Promise<Story | null> {
  return await readStory({ id });
}

const STORY_SELECT = {
  ...LINE_SELECT,
  steps: {
    select: {
      position: true,
      heading: true,
      body: true,
      event: {
        select: {
          ...EVENT_ENTRY_SELECT,
          sources: {
            select: { publisher: true, title: true, url: true, stateMedia: true },
            orderBy: { position: "asc" },
          },
        },
      },
    },
    orderBy: { position: "asc" },
  },
  citations: {
    select: {
      step: true,
      event: { select: CITED_EVENT_SELECT },
      article: { select: CITED_ARTICLE_SELECT },
    },
    orderBy: [{ step: "asc" }, { position: "asc" }],
  },
} satisfies Prisma.StorySelect;

async function readStory(where: { slug: string } | { id: string }): Promise<Story | null> {
  const row = await database.story.findUnique({ where, select: STORY_SELECT });
  if (!row) return null;
  const { steps, citations } = row;
  return {
    ...toLine(row),
    steps: steps.map(({ position, heading, body, event }): StoryStep => {
      const own = citations.filter(({ step }) => step === position).map(toCited);
      return {
        number: position,
        heading,
        paragraphs: toParagraphs(body, own.length),
        event: event && { ...toEventEntry(event), sources: event.sources },
        citations: own,
      };
    }),
  };
}

function toLine(row: LineRow): StoryLine {
  const { slug, title, summary, steps, publishedAt, updatedAt } = row;
  const events = steps.flatMap(({ event }) => event ?? []);
  const days = (pick: "startsOn" | "endsOn") =>
    events.map((event) => toCalendarDay(event[pick])).sort();
  return {
    ...{ slug, title, summary, path: `/stories/${slug}`, stepCount: steps.length },
    ...{ from: days("startsOn")[0] ?? null, to: days("endsOn").at(-1) ?? null },
    publishedOn: today(publishedAt ?? updatedAt),
    updatedAt: updatedAt.toISOString(),
  };
}
