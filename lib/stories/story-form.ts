/** What the form of a story says, and what its buttons do with its steps. */
import { textOf, textsOf } from "#lib/http/answer-form.ts";

/** A step as typed. */
export type TypedStep = {
  position: string;
  eventId: string | null;
  heading: string;
  body: string;
  /** Addresses of what it cites. */
  cites: string[];
};

export type TypedStory = { title: string; slug: string; summary: string; steps: TypedStep[] };

export type StoryIntent =
  | { kind: "save" | "search" }
  | { kind: "add"; eventId: string }
  | { kind: "up" | "down" | "out"; index: number };

/** The whole form, its steps in the order in which they stand in it. */
export function readStoryForm(form: FormData): TypedStory {
  const [eventIds, headings, bodies, cites, positions] = [
    ...["eventId", "heading", "body", "cites", "position"],
  ].map((name) => textsOf(form, name)) as [string[], string[], string[], string[], string[]];
  return {
    title: textOf(form, "title"),
    slug: textOf(form, "slug"),
    summary: textOf(form, "summary"),
    steps: headings.map((heading, i) => ({
      heading,
      position: positions[i] ?? "",
      eventId: eventIds[i] || null,
      body: bodies[i] ?? "",
      cites: (cites[i] ?? "").split(/\s+/).filter(Boolean),
    })),
  };
}

/**
 * What the button that sent the form asks for: `add:EVENT`, `up:2`; a plain save where unclear. Enter in
 * a field, `enter`, looks for events while there are words to look for.
 */
export function readStoryIntent(text: string, words = ""): StoryIntent {
  const [kind = "", rest = ""] = text.split(":");
  if (kind === "search" || (kind === "enter" && words !== "")) return { kind: "search" };
  if (kind === "add" && /^[a-z0-9-]{1,120}$/.test(rest)) return { kind, eventId: rest };
  if ((kind === "up" || kind === "down" || kind === "out") && /^\d{1,3}$/.test(rest))
    return { kind, index: Number(rest) };
  return { kind: "save" };
}

/**
 * The steps in the order that their numbers say, the one whose button was pressed moved by one or
 * taken out. `steps` are in the order of the form, in which `index` counts.
 */
export function arrangeSteps<Step>(
  steps: readonly Step[],
  positions: readonly string[],
  intent: StoryIntent,
): Step[] {
  const numberOf = (i: number) => {
    const number = Number.parseFloat(positions[i] ?? "");
    return Number.isFinite(number) ? number : i + 1;
  };
  const order = steps.map((_, i) => i).sort((a, b) => numberOf(a) - numberOf(b) || a - b);
  if ("index" in intent) {
    const at = order.indexOf(intent.index);
    if (at >= 0 && intent.kind === "out") order.splice(at, 1);
    const to = at + (intent.kind === "up" ? -1 : 1);
    if (at >= 0 && intent.kind !== "out" && to >= 0 && to < order.length) {
      [order[at], order[to]] = [order[to] as number, order[at] as number];
    }
  }
  return order.map((i) => steps[i] as Step);
}
