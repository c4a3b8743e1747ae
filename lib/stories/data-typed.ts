/** From what an editor typed to what can be saved: names are looked up, nothing is written. */
import { database } from "#lib/db/client.ts";
import { resolveCited } from "#lib/events/data-cited.ts";
import { AppError } from "#lib/errors.ts";
import type { StoryFields } from "#lib/stories/schema.ts";
import type { TypedStory } from "#lib/stories/story-form.ts";

/**
 * The fields of a typed story, with a step more for the event `added`. Throws `AppError`
 * "invalid_input" for addresses that the archive has nothing at.
 */
export async function resolveTypedStory(
  { title, slug, summary, steps }: TypedStory,
  added: string | null,
): Promise<StoryFields> {
  const events = await readTitles([...steps.flatMap(({ eventId }) => eventId ?? []), added ?? []]);
  const unknown: Record<string, string> = {};
  const resolved = await Promise.all(
    steps.map(async ({ heading, body, eventId, cites }, i) => {
      const cited = await resolveCited(cites);
      const missing = cites.filter((_, at) => cited[at] === null);
      if (missing.length > 0)
        unknown[`steps.${i}.citations`] = `Nothing is here at ${missing.join(", ")}.`;
      const citations = cited.filter((each) => each !== null);
      return { heading, body, citations, eventId: eventId && events.has(eventId) ? eventId : null };
    }),
  );
  if (Object.keys(unknown).length > 0) {
    const message = "Some of what is cited is not in the archive.";
    throw new AppError("invalid_input", message, { details: { fields: unknown } });
  }
  const heading = added && events.get(added);
  const step = heading ? [{ eventId: added, heading, body: "", citations: [] }] : [];
  return { title, slug, summary, steps: [...resolved, ...step] };
}

async function readTitles(ids: (string | never[])[]): Promise<Map<string, string>> {
  const rows = await database.event.findMany({
    where: { id: { in: ids.flat() } },
    select: { id: true, title: true },
  });
  return new Map(rows.map(({ id, title }) => [id, title]));
}
