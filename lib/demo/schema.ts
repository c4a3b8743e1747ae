/** The files of `prisma/demo`, as they are written. */
import { z } from "zod";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { parseEdtf } from "#lib/dates/edtf.ts";

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().trim().min(1);
const edtf = z.string().refine((value) => parseEdtf(value) !== null, "is not an EDTF date");
const calendarDay = z.string().refine(isCalendarDay, "is not a calendar day");
const wikidata = z
  .string()
  .regex(/^Q\d+$/)
  .nullable();

export const topicsFileSchema = z.array(
  z.strictObject({
    id,
    label: text,
    definition: text,
    iptc: z
      .string()
      .regex(/^medtop:\d{8}$/)
      .nullable(),
    broader: id.nullable(),
    keywords: z.array(text),
  }),
);

const actorShape = { id, name: text, aliases: z.array(text), wikidata };

export const actorsFileSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      ...actorShape,
      country: text,
      offices: z.array(z.strictObject({ title: text, from: edtf.nullable(), to: edtf.nullable() })),
    }),
  ),
  organisations: z.array(z.strictObject({ ...actorShape, country: text.nullable() })),
  countries: z.array(z.strictObject(actorShape)),
});

export const eventSchema = z.strictObject({
  id,
  date: edtf,
  title: text,
  kind: z.enum([
    "agreement",
    "aid",
    "call",
    "meeting",
    "military",
    "negotiation",
    "sanction",
    "statement",
    "summit",
    "visit",
    "vote",
    "other",
  ]),
  place: z.strictObject({
    name: text,
    country: text,
    lat: z.number().nullable(),
    lon: z.number().nullable(),
  }),
  participants: z.array(
    z.strictObject({ name: text, role: text, country: text, wikidata: wikidata.optional() }),
  ),
  organisations: z.array(text),
  topics: z.array(id),
  facts: z.array(text),
  quotations: z.array(
    z.strictObject({
      speaker: text,
      words: text,
      venue: text,
      saidOn: text,
      sourceUrl: z.url().nullish(),
      publisher: text.nullish(),
    }),
  ),
  sources: z.array(
    z.strictObject({
      publisher: text,
      title: text,
      url: z.url().nullable(),
      stateMedia: z.boolean().optional(),
    }),
  ),
  /** True: every fact was seen in a source listed. */
  checked: z.boolean(),
  related: z.array(id),
});

/** What stands above a piece besides what any article has: how it hangs together with the rest. */
export const frontMatterSchema = z.strictObject({
  slug: id,
  event: id,
  date: calendarDay,
  headline: text,
  summary: text,
  topics: z.array(id).min(1),
  background: z.array(id),
});

/** A story: each step tells of an event, and may cite other events and pieces by their addresses. */
export const storiesFileSchema = z.array(
  z.strictObject({
    slug: id,
    title: text,
    summary: text,
    steps: z
      .array(z.strictObject({ event: id, heading: text, body: text, cites: z.array(text) }))
      .min(1),
  }),
);

const evidence = z.array(
  z.union([
    z.strictObject({ event: id }),
    z.strictObject({
      source: z.strictObject({ publisher: text, title: text, url: z.url().nullable() }),
    }),
  ]),
);

/** A commitment: made at an event by and to actors, and what became of it. */
export const commitmentsFileSchema = z.array(
  z.strictObject({
    id,
    title: text,
    detail: text,
    madeOn: edtf,
    event: id,
    by: z.array(id).min(1),
    to: z.array(id),
    topics: z.array(id),
    due: edtf.nullable(),
    evidence,
    changes: z.array(
      z.strictObject({
        state: z.enum(["open", "kept", "missed", "superseded"]),
        day: calendarDay,
        note: text,
        evidence: evidence.min(1),
      }),
    ),
  }),
);
