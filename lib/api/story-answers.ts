import type { z } from "zod";
import type { storySchema } from "#lib/api/story-schemas.ts";
import { AppError } from "#lib/errors.ts";
import { getStory } from "#lib/stories/data.ts";
import type { StoryTextPart } from "#lib/stories/types.ts";

/**
 * A story as the API gives it. Throws `AppError` "not_found", or "gone" where it was withdrawn or moved
 * to another address, which is in `movedTo`.
 */
export async function requirePublicStory(slug: string): Promise<z.input<typeof storySchema>> {
  const found = await getStory(slug);
  if (!found) throw new AppError("not_found", "There is no story at this address.");
  if (found.state === "moved") {
    const message = `It is at ${found.slug} now.`;
    throw new AppError("gone", message, { details: { movedTo: found.slug } });
  }
  if (found.state === "gone") throw new AppError("gone", "The story was withdrawn.");
  const { steps, ...story } = found.story;
  return {
    ...story,
    steps: steps.map(({ number, heading, paragraphs, event, citations }) => ({
      ...{ number, heading, event, citations },
      paragraphs: paragraphs.map((parts) => parts.map(toText).join("")),
    })),
  };
}

function toText(part: StoryTextPart): string {
  return "text" in part ? part.text : ` [${part.citation}]`;
}
