/** Who it is that a text names as the source of a statement. */
import { spansBetween, firstEndingAfter } from "#lib/text/spans-between.ts";
import type { Gazetteer, Understanding } from "./gazetteer.ts";
import { counterpartCountry, namedPost, type NamedPost } from "./office-holders.ts";
import { onceFor } from "./once-for.ts";
import { postHeldBy, postNamed, soleHolder, type Post } from "./posts.ts";
import type { Span } from "./types.ts";

type Mention = Understanding["mentions"][number];
/** The actor, and how sure it is that the words mean this one (0–1). */
export type Speaker = { actorId: string; confidence: number };

const BY_NAME = 1;
const BY_OFFICE = 0.9;
const BY_OFFICE_IN_FRAME = 0.75;
const BY_COUNTERPART = 0.8;
/** Who was named further back than this is not who "the president" is. */
const MAX_MENTIONS_BACK = 60;
const TITLE =
  "(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|President|Prime|Minister|Secretary|Chancellor|King|Queen|General|Ambassador|Foreign|Defen[cs]e|UK|US|British|American|Ukrainian|Russian|French|German)\\.?";
/** The end of what stands before a name that somebody else belongs to: "a spokesman for President". */
const GOVERNING = new RegExp(
  `(?:^|\\s)(?:for|of|to|from|with|at|by|under|near|like)\\s+(?:(?:\\p{Ll}[\\p{L}-]*|${TITLE})\\s+)*$`,
  "u",
);
const FORENAME_BEFORE = new RegExp(`(?!${TITLE}\\s)(?<![\\p{L}-])\\p{Lu}[\\p{L}.-]*\\s+$`, "u");
const SPAN_OF = ({ span }: Mention) => span;
const MAX_CHARACTERS_BEFORE = 80;

const kindsById = onceFor(
  (actors: Gazetteer["actors"]) => new Map(actors.map(({ id, kind }) => [id, kind])),
);

/** Who the words at places of one body name: by name, by office, or as somebody's counterpart. */
export class SpeakerFinder {
  readonly #body: string;
  readonly #day: string | null;
  readonly #actors: Gazetteer["actors"];
  readonly #mentions: readonly Mention[];
  #frames: string[] | null = null;

  /** `mentions` are in order and do not overlap; without a `day` nobody is known by office. */
  constructor(
    body: string,
    day: string | null,
    { actors }: Gazetteer,
    mentions: readonly Mention[],
  ) {
    this.#body = body;
    this.#day = day;
    this.#actors = actors;
    this.#mentions = mentions;
  }

  /** The actor that the words at a place name; null where they name none that is known. */
  find(source: Span): Speaker | null {
    const named = this.#byName(source);
    if (named || this.#day === null) return named;
    const words = this.#body.slice(source.start, source.end).trim();
    const post = namedPost(words);
    if (post) return this.#byOffice(post, source.start, this.#day);
    const country = counterpartCountry(words);
    return country ? this.#byCounterpart(country, source.start, this.#day) : null;
  }

  #byName(source: Span): Speaker | null {
    const within = spansBetween(this.#mentions, source, SPAN_OF);
    const head =
      within.find((each) => this.#isPerson(each) && isHead(this.#body, source, each.span)) ??
      within.find((each) => isWhole(this.#body, source, each.span));
    return head ? { actorId: head.actorId, confidence: BY_NAME } : null;
  }

  #byOffice({ name, country }: NamedPost, place: number, day: string): Speaker | null {
    const post = postNamed(name);
    if (!post) return null;
    if (country) return toSpeaker(soleHolder(this.#actors, post, country, day), BY_OFFICE);
    const named = this.#peopleBefore(place).find(
      ({ actorId }) => postHeldBy(this.#actors, actorId, day) === post,
    );
    if (named) return { actorId: named.actorId, confidence: BY_OFFICE };
    for (const frame of this.#listFrames()) {
      const holder = soleHolder(this.#actors, post, frame, day);
      if (holder) return { actorId: holder, confidence: BY_OFFICE_IN_FRAME };
    }
    return null;
  }

  #byCounterpart(country: string, place: number, day: string): Speaker | null {
    for (const { actorId } of this.#peopleBefore(place)) {
      const post = postHeldBy(this.#actors, actorId, day);
      if (post) {
        return toSpeaker(counterpartOf(this.#actors, post, country, day), BY_COUNTERPART);
      }
    }
    return null;
  }

  /** Who was named last before a place, first. */
  #peopleBefore(place: number): Mention[] {
    const index = firstEndingAfter(this.#mentions, place, SPAN_OF);
    const near = this.#mentions.slice(Math.max(0, index - MAX_MENTIONS_BACK), index);
    return near.reverse().filter((each) => this.#isPerson(each));
  }

  /** Whose prime minister it is where nobody is named: the countries, the one most named first. */
  #listFrames(): string[] {
    if (this.#frames) return this.#frames;
    const counts = Map.groupBy(this.#mentions, ({ actorId }) => actorId);
    const byCountry = new Map<string, number>();
    for (const { id, kind, name, country } of this.#actors) {
      const frame = kind === "country" ? name : country;
      const count = counts.get(id)?.length;
      if (frame && count) byCountry.set(frame, (byCountry.get(frame) ?? 0) + count);
    }
    this.#frames = [...byCountry].sort(([, a], [, b]) => b - a).map(([country]) => country);
    return this.#frames;
  }

  #isPerson({ actorId }: Mention): boolean {
    return kindsById(this.#actors).get(actorId) === "person";
  }
}

/** Heads of government meet heads of state where a country has but one of the two. */
function counterpartOf(
  actors: Gazetteer["actors"],
  post: Post,
  country: string,
  day: string,
): string | null {
  const same = soleHolder(actors, post, country, day);
  if (same || (post !== "prime minister" && post !== "president")) return same;
  const other = post === "president" ? "prime minister" : "president";
  return soleHolder(actors, other, country, day);
}

function toSpeaker(actorId: string | null, confidence: number): Speaker | null {
  return actorId === null ? null : { actorId, confidence };
}

/** The name is who speaks, not whom the speaker belongs to ("Trump’s envoy", "a spokesman for Trump"). */
function isHead(body: string, source: Span, name: Span): boolean {
  const from = Math.max(source.start, name.start - MAX_CHARACTERS_BEFORE);
  const before = body.slice(from, name.start);
  const after = body.slice(name.end, Math.max(name.end, source.end));
  const isPossessor = /^['’](?:s(?=\s)|(?=\s))\s+[\p{L}\p{N}]/u.test(after);
  const isOneWord = !/\s/.test(body.slice(name.start, name.end));
  if (isPossessor || GOVERNING.test(before)) return false;
  // "Eve Brook" is not the Brook that the text has named in full.
  return !(isOneWord && FORENAME_BEFORE.test(before));
}

/** The source is this name and nothing more: "the Kremlin". */
function isWhole(body: string, source: Span, name: Span): boolean {
  const before = body.slice(source.start, name.start);
  const after = body.slice(name.end, source.end);
  return /^(?:the\s+)?$/i.test(before) && /^[\s,.]*$/.test(after);
}
