import { z } from "zod";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { EVENT_KINDS, LANE_IDS } from "#lib/events/schema.ts";

/** Past this a reader's page number is a mistake or a probe. */
const MAX_PAGE = 100_000;
const MAX_DATE_CHARACTERS = 80;
const MAX_ID_CHARACTERS = 120;
const MAX_WORDS_CHARACTERS = 300;
const MS_PER_DAY = 86_400_000;

/** What the timeline can show. */
export const SHOWN = ["events", "articles", "statements", "commitments"] as const;
export type Shown = (typeof SHOWN)[number];
export const DEFAULT_SHOWN: readonly Shown[] = ["events", "articles"];

const firstOf = (value: unknown) => (Array.isArray(value) ? (value[0] as unknown) : value);
const text = (max: number) =>
  z.preprocess(
    (value) => {
      const first = firstOf(value);
      // PostgreSQL holds no NUL and no half of a surrogate pair.
      return typeof first === "string" ? first.replaceAll("\0", " ").toWellFormed() : first;
    },
    z
      .string()
      .catch("")
      .default("")
      .transform((given) => given.trim().slice(0, max)),
  );

/** Several values, given one by one or with commas; those that are none of `known` are left out. */
const among = <T extends string>(known: readonly T[]) =>
  z.preprocess(
    (value) => [value ?? []].flat().flatMap((each) => String(each).split(",")),
    z.array(z.string()).transform((values) => known.filter((each) => values.includes(each))),
  );

/** The timeline's address as it comes. What cannot be read counts as not given; nothing throws. */
export const timelineParametersSchema = z.object({
  show: among(SHOWN).transform((shown) => (shown.length > 0 ? shown : [...DEFAULT_SHOWN])),
  lane: among(LANE_IDS),
  topic: text(MAX_ID_CHARACTERS),
  person: text(MAX_ID_CHARACTERS),
  kind: among(EVENT_KINDS),
  outlet: text(MAX_ID_CHARACTERS),
  q: text(MAX_WORDS_CHARACTERS),
  known: text(MAX_DATE_CHARACTERS),
  from: text(MAX_DATE_CHARACTERS),
  to: text(MAX_DATE_CHARACTERS),
  order: z.preprocess(firstOf, z.enum(["newest", "oldest"]).catch("newest").default("newest")),
  page: z.preprocess(firstOf, z.coerce.number().int().min(1).max(MAX_PAGE).catch(1).default(1)),
});

export type TimelineParameters = z.infer<typeof timelineParametersSchema>;

/** The moment that `2025-02-27T06:30` names (UTC); null where it names none. */
export function readTime(text: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})$/.exec(text);
  if (!match || !isCalendarDay(match[1] ?? "")) return null;
  const time = Date.parse(`${text}:00Z`);
  return Number.isNaN(time) ? null : time / MS_PER_DAY;
}
