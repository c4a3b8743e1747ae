import type { Cited } from "#lib/events/types-cited.ts";
import type { EventEntry, EventSource } from "#lib/events/types.ts";

/** What readers see of stories. Days are `YYYY-MM-DD`, instants ISO 8601. */

export type StoryLine = {
  slug: string;
  path: string;
  title: string;
  summary: string;
  stepCount: number;
  /** First day of its earliest event and last of its latest; null while it has none. */
  from: string | null;
  to: string | null;
  publishedOn: string;
  updatedAt: string;
};

/** Words, or the number of a citation that stands between them. */
export type StoryTextPart = { text: string } | { citation: number };

export type StepEvent = EventEntry & { sources: EventSource[] };

export type StoryStep = {
  /** From 1; also its place in the page: `#step-1`. */
  number: number;
  heading: string;
  paragraphs: StoryTextPart[][];
  /** Null: the event is gone. */
  event: StepEvent | null;
  /** In the order of their numbers; null: not there any more, or not public. */
  citations: (Cited | null)[];
};

export type Story = StoryLine & { steps: StoryStep[] };

export type StoryLookup =
  | { state: "found"; story: Story }
  | { state: "moved"; slug: string }
  | { state: "gone"; title: string; withdrawnOn: string; reason: string | null };

export type StoryStatus = "draft" | "published" | "withdrawn";
