import { z } from "zod";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";

export const MAX_ALIASES = 50;
const MAX_OFFICES = 50;
const LINE_CHARACTERS = 200;

const line = z.string().trim().max(LINE_CHARACTERS, `At most ${LINE_CHARACTERS} characters.`);
const optionalLine = line.transform((text) => text || null);

/** A readable and permanent id, as it stands in addresses. */
export const actorIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "This is not somebody the archive knows.")
  .max(100);

export const actorKindSchema = z.enum(["person", "organisation", "country"], "Please choose.");

const dayOrNone = z
  .string()
  .trim()
  .refine((day) => day === "" || isCalendarDay(day), "This is not a day.")
  .transform((day) => day || null);

const officeSchema = z
  .object({ title: line, heldFrom: dayOrNone, heldTo: dayOrNone })
  .refine(({ title, heldFrom, heldTo }) => title || (!heldFrom && !heldTo), {
    path: ["title"],
    error: "Which office?",
  })
  .refine(({ heldFrom, heldTo }) => !heldFrom || !heldTo || heldFrom <= heldTo, {
    path: ["heldTo"],
    error: "This is before the first day.",
  });

const aliasesSchema = z
  .array(line)
  .transform((lines) => [...new Set(lines.filter(Boolean))])
  .refine((lines) => lines.length <= MAX_ALIASES, `At most ${MAX_ALIASES} other names.`);

/** What a person says about a person, an organisation or a country. Days are `YYYY-MM-DD`. */
export const actorFieldsSchema = z.object({
  kind: actorKindSchema,
  name: line.min(1, "Please give a name."),
  country: optionalLine,
  description: z
    .string()
    .trim()
    .max(2_000, "At most 2000 characters.")
    .transform((t) => t || null),
  wikidataId: z
    .string()
    .trim()
    .regex(/^(Q[1-9]\d*)?$/, "A Wikidata id looks like Q145.")
    .transform((id) => id || null),
  aliases: aliasesSchema,
  offices: z
    .array(officeSchema)
    .transform((offices) => offices.filter(({ title }) => title))
    .refine((offices) => offices.length <= MAX_OFFICES, `At most ${MAX_OFFICES} offices.`),
});

export type ActorFields = z.infer<typeof actorFieldsSchema>;

const dayOrNull = z.string().nullable();

/** What a merge moved, as its audit entry keeps it for undoing. */
export const actorMergeSchema = z.object({
  into: z.string(),
  /** Where the merged actor's mentions begin, by article. */
  movedMentions: z.record(z.uuid(), z.array(z.number())),
  /** Mentions of both at one place; the merged one's is gone. */
  sharedMentions: z.array(
    z.object({
      articleId: z.uuid(),
      startsAt: z.number(),
      endsAt: z.number(),
      status: z.enum(["suggested", "confirmed", "rejected"]),
    }),
  ),
  movedEvents: z.array(z.string()),
  sharedEvents: z.array(
    z.object({ eventId: z.string(), position: z.number(), role: z.string().nullable() }),
  ),
  addedAliases: z.array(z.string()),
  addedOffices: z.array(z.object({ title: z.string(), heldFrom: dayOrNull, heldTo: dayOrNull })),
  mergedBefore: z.array(z.string()),
  /** What the merged actor said. */
  movedStatements: z.array(z.uuid()).default([]),
});

export type ActorMerge = z.infer<typeof actorMergeSchema>;

/** What the address of the admin's list asks for. Never throws: what cannot be read is left out. */
export const actorAdminQuerySchema = z.object({
  q: z.string().trim().min(1).max(LINE_CHARACTERS).optional().catch(undefined),
  kind: actorKindSchema.optional().catch(undefined),
  state: z.literal("merged").optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export type ActorAdminQuery = z.infer<typeof actorAdminQuerySchema>;

/** The address of the admin's list so narrowed. */
export function actorAdminPath(query: ActorAdminQuery): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `/admin/people?${new URLSearchParams(given)}`;
}
