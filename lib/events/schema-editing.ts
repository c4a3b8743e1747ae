/** What an editor may say of an event. */
import { z } from "zod";
import { parseEdtf } from "#lib/dates/edtf.ts";
import { eventKindSchema } from "#lib/events/schema.ts";
import { isWebAddress } from "#lib/text/web-address.ts";

const LINE_CHARACTERS = 300;
const FACT_CHARACTERS = 1_000;
const MAX_FACTS = 60;
const MAX_PARTICIPANTS = 80;
const MAX_SOURCES = 80;
const MAX_LINKS = 60;
const MAX_ID_CHARACTERS = 120;
const MAX_ARTICLES = 5_000;
export const MAX_LIFT = 2;

const line = z.string().trim().max(LINE_CHARACTERS, `At most ${LINE_CHARACTERS} characters.`);
const lineOrNone = line.transform((text) => text || null);
const ids = z
  .array(z.string().trim().max(MAX_ID_CHARACTERS))
  .transform((all) => [...new Set(all.filter(Boolean))])
  .refine((all) => all.length <= MAX_LINKS, `At most ${MAX_LINKS}.`);

/** An id as it stands in the address of an event. */
export const eventIdSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "This is not an event.")
  .max(MAX_ID_CHARACTERS);

const degrees = (most: number) =>
  z
    .string()
    .trim()
    .refine((text) => /^(-?\d{1,3}(\.\d{1,10})?)?$/.test(text), "Degrees, such as 50.45 or -0.12.")
    .refine((text) => Math.abs(Number(text)) <= most, `From -${most} to ${most}.`)
    .transform((text) => (text === "" ? null : Number(text)));

const participantSchema = z
  .object({ actorId: line, role: lineOrNone })
  .refine(({ actorId, role }) => actorId || !role, { path: ["actorId"], error: "Who?" });

const sourceSchema = z
  .object({
    publisher: line,
    title: line,
    url: lineOrNone.refine((url) => url === null || isWebAddress(url), "This is no web address."),
    stateMedia: z.boolean(),
  })
  .refine(
    ({ publisher, title, url }) =>
      (publisher !== "" && title !== "") || (!publisher && !title && !url),
    {
      path: ["publisher"],
      error: "A source has a publisher and a title.",
    },
  );

/** An event as its form sends it. Participants are named by id or name, events and topics by id. */
export const eventFieldsSchema = z
  .object({
    title: line.min(1, "Please give a title."),
    kind: eventKindSchema,
    date: z
      .string()
      .trim()
      .refine(
        (text) => parseEdtf(text) !== null,
        "Extended Date/Time Format, please: 2025-02-27, 2025-02, 2025, 2025-02-14/2025-02-16; with ~ about, with ? uncertain.",
      ),
    placeName: lineOrNone,
    placeCountry: lineOrNone,
    latitude: degrees(90),
    longitude: degrees(180),
    participants: z
      .array(participantSchema)
      .transform((all) => all.filter(({ actorId }) => actorId))
      .refine((all) => all.length <= MAX_PARTICIPANTS, `At most ${MAX_PARTICIPANTS}.`),
    facts: z
      .array(
        z.string().trim().max(FACT_CHARACTERS, `At most ${FACT_CHARACTERS} characters a fact.`),
      )
      .transform((all) => [...new Set(all.filter(Boolean))])
      .refine((all) => all.length <= MAX_FACTS, `At most ${MAX_FACTS} facts.`),
    topics: ids,
    related: ids,
    sources: z
      .array(sourceSchema)
      .transform((all) => all.filter(({ publisher }) => publisher))
      .refine((all) => all.length <= MAX_SOURCES, `At most ${MAX_SOURCES}.`),
    lift: z.coerce.number().int().min(-MAX_LIFT).max(MAX_LIFT),
  })
  .refine(({ latitude, longitude }) => (latitude === null) === (longitude === null), {
    path: ["latitude"],
    error: "Latitude and longitude go together.",
  });

export type EventFields = z.infer<typeof eventFieldsSchema>;

/** A saved state: the fields, and the articles that were linked. */
export const eventSnapshotSchema = z.object({
  title: z.string(),
  kind: eventKindSchema,
  date: z.string(),
  placeName: z.string().nullable(),
  placeCountry: z.string().nullable(),
  latitude: z.number().nullable(),
  longitude: z.number().nullable(),
  participants: z.array(z.object({ actorId: z.string(), role: z.string().nullable() })),
  facts: z.array(z.string()),
  topics: z.array(z.string()),
  related: z.array(z.string()),
  sources: z.array(
    z.object({
      publisher: z.string(),
      title: z.string(),
      url: z.string().nullable(),
      stateMedia: z.boolean(),
    }),
  ),
  lift: z.number(),
  articles: z.array(z.uuid()).max(MAX_ARTICLES),
});

export type EventSnapshot = z.infer<typeof eventSnapshotSchema>;

export const eventLinkSchema = z.object({ eventId: eventIdSchema, articleId: z.uuid() });
export const eventRevisionSchema = z.object({
  eventId: eventIdSchema,
  number: z.coerce.number().int().min(1),
});
export const baseVersionSchema = z.coerce.number().int().min(1);

const word = z.string().trim().min(1).max(LINE_CHARACTERS).optional().catch(undefined);

/** What the address of the admin's list asks for. Never throws: what cannot be read is left out. */
export const eventAdminQuerySchema = z.object({
  q: word,
  kind: eventKindSchema.optional().catch(undefined),
  sort: z.enum(["date", "weight", "updated"]).catch("date"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type EventAdminQuery = z.infer<typeof eventAdminQuerySchema>;

/** What the address of an event's admin page asks for: articles to link, and what was just done. */
export const eventAdminPageSchema = z.object({
  find: word,
  done: z.enum(["saved", "added", "linked", "unlinked", "restored"]).optional().catch(undefined),
});

/** The address of the admin's list so narrowed. */
export function eventAdminPath(query: EventAdminQuery): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `/admin/events?${new URLSearchParams(given)}`;
}
