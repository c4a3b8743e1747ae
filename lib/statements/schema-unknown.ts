import { z } from "zod";
import { actorKindSchema } from "#lib/actors/schema.ts";

/** So many of a speaker's statements are named at once; a re-reading finds the rest by the name. */
export const MAX_NAMED = 200;
/** As long as another name may be. */
export const MAX_SPEAKER_CHARACTERS = 200;
const LAST_PAGE = 10_000;
const PATH = "/admin/people/unknown";

/** Who speaks in an article's own words, as statements have it. */
const speakerTextSchema = z.string().min(1).max(MAX_SPEAKER_CHARACTERS);

/** Which speakers the page lists, or the one that it shows; what makes no sense counts as not asked. */
export const unknownQuerySchema = z.object({
  /** Those with a name, or those that are only described. */
  list: z.enum(["named", "described"]).catch("named"),
  speaker: speakerTextSchema.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
});
export type UnknownQuery = z.infer<typeof unknownQuerySchema>;

/** The address of that page; what is as usual is left out. */
export function unknownPath({ list, speaker, page }: Partial<UnknownQuery>): string {
  const search = new URLSearchParams();
  if (list === "described") search.set("list", list);
  if (speaker) search.set("speaker", speaker);
  if (page && page > 1) search.set("page", String(page));
  return search.size > 0 ? `${PATH}?${search}` : PATH;
}

/** Who a speaker is whom articles name and the archive did not know. */
export const speakerNamingSchema = z.object({
  speakerText: speakerTextSchema,
  /** Name or id of somebody the archive knows, or the name to add. */
  speaker: z
    .string()
    .trim()
    .min(1, "Please say who it is.")
    .max(MAX_SPEAKER_CHARACTERS, `At most ${MAX_SPEAKER_CHARACTERS} characters.`),
  /** As what to add a name that the archive does not know. */
  addAs: z.union([z.literal("").transform(() => null), actorKindSchema]),
});
export type SpeakerNaming = z.infer<typeof speakerNamingSchema>;
