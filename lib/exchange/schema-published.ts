import { z } from "zod";
import {
  count,
  day,
  instant,
  offset,
  rights,
  sha256,
  sources,
  uuid,
  verification,
} from "#lib/exchange/schema-values.ts";

/** A published article as far as its rights let readers see it: `contents` is `published`. */
export const publishedLineSchema = z.object({
  id: uuid,
  /** Its permanent address on the site that it comes from: `/2025/02/27/slug`. */
  path: z.string(),
  headline: z.string(),
  headlineProposed: z.boolean(),
  summary: z.string().nullable(),
  outlet: z.strictObject({ slug: z.string(), name: z.string() }).nullable(),
  publishedOn: day,
  publishedAt: instant.nullable(),
  modifiedOn: day.nullable(),
  verification,
  language: z.string(),
  dateline: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  updatedAt: instant,
  rights,
  paragraphs: z.array(z.string()),
  isShortened: z.boolean(),
  bylines: z.array(
    z.object({ name: z.string(), role: z.string().nullable(), note: z.string().nullable() }),
  ),
  mediaCredits: z.array(z.object({ credit: z.string(), caption: z.string().nullable() })),
  sources: z.array(sources.element.omit({ position: true })),
  topics: z.array(
    z.object({ id: z.string(), label: z.string(), status: z.enum(["suggested", "confirmed"]) }),
  ),
  /** Places in the paragraphs, joined by a blank line. */
  mentions: z.array(
    z.strictObject({
      actorId: z.string(),
      name: z.string(),
      startsAt: offset,
      endsAt: offset,
      status: z.enum(["suggested", "confirmed"]),
    }),
  ),
  statements: z.array(
    z.strictObject({
      id: uuid,
      kind: z.enum(["direct", "mixed", "indirect"]),
      status: z.enum(["suggested", "confirmed"]),
      words: z.string(),
      spans: z.array(z.strictObject({ startsAt: offset, endsAt: offset })),
      speakerId: z.string().nullable(),
      speakerText: z.string().nullable(),
      isAnonymous: z.boolean(),
      venue: z.string().nullable(),
      saidOn: z.string().nullable(),
    }),
  ),
  events: z.array(z.string()),
  /** What the text was read from, which is not passed on. */
  original: z.strictObject({ sha256, mediaType: z.string(), byteLength: count }),
});
export type PublishedLine = z.infer<typeof publishedLineSchema>;
