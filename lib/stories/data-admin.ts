import { database } from "#lib/db/client.ts";
import { listEditRevisions, type EditRevision } from "#lib/db/edit-revisions.ts";
import { addressOfCited, CITED_EVENT_SELECT, type EventChoice } from "#lib/events/data-cited.ts";
import { storyIdSchema } from "#lib/stories/schema.ts";
import type { StoryStatus } from "#lib/stories/types.ts";

const MAX_LISTED = 1_000;

export type StoryAdminItem = {
  id: string;
  slug: string;
  title: string;
  status: StoryStatus;
  stepCount: number;
  updatedAt: Date;
};

/** Every story, the one changed last first. */
export async function listStoriesForAdmin(): Promise<StoryAdminItem[]> {
  const rows = await database.story.findMany({
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    take: MAX_LISTED,
    select: {
      ...{ id: true, slug: true, title: true, status: true, updatedAt: true },
      _count: { select: { steps: true } },
    },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, stepCount: _count.steps }));
}

export type StepForAdmin = {
  event: EventChoice | null;
  heading: string;
  body: string;
  /** What it cites, by the addresses that name it. */
  cites: string[];
};

export type StoryForAdmin = {
  id: string;
  version: number;
  status: StoryStatus;
  title: string;
  slug: string;
  summary: string;
  withdrawnReason: string | null;
  steps: StepForAdmin[];
  revisions: EditRevision[];
};

/** A story as it is edited, or null. */
export async function getStoryForAdmin(id: string): Promise<StoryForAdmin | null> {
  if (!storyIdSchema.safeParse(id).success) return null;
  const row = await database.story.findUnique({
    where: { id },
    select: {
      ...{ id: true, version: true, status: true, title: true, slug: true, summary: true },
      withdrawnReason: true,
      steps: {
        select: {
          ...{ position: true, heading: true, body: true },
          event: { select: CITED_EVENT_SELECT },
        },
        orderBy: { position: "asc" },
      },
      citations: {
        select: { step: true, eventId: true, articleId: true },
        orderBy: [{ step: "asc" }, { position: "asc" }],
      },
    },
  });
  if (!row) return null;
  const { steps, citations, ...story } = row;
  return {
    ...story,
    steps: steps.map(({ position, ...step }) => ({
      ...step,
      cites: citations.filter((each) => each.step === position).map(addressOfCited),
    })),
    revisions: await listEditRevisions({ subject: "story", subjectId: id }),
  };
}
