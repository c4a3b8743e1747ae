/** The posts that news calls by their name alone ("the prime minister"), and who held them when. */
import type { GazetteerActor } from "./gazetteer.ts";
import { onceFor } from "./once-for.ts";

export type Post =
  "prime minister" | "president" | "foreign minister" | "defence minister" | "chancellor";

/** What each post is called in some country; the Secretary of State is the Americans' foreign minister. */
const POST_NAMES: readonly [Post, string][] = [
  ["prime minister", "prime minister"],
  ["president", "president"],
  ["foreign minister", "foreign (?:minister|secretary)|secretary of state(?! for)"],
  ["defence minister", "defen[cs]e (?:minister|secretary)|secretary of defen[cs]e"],
  ["chancellor", "chancellor"],
];
/** With one of these each of the names begins. */
export const FIRST_WORDS_OF_POSTS =
  "prime president foreign secretary defence defense chancellor".split(" ");
/** Matches the name of any post, in small letters. */
export const ANY_POST = POST_NAMES.map(([, name]) => name).join("|");

const HELD = POST_NAMES.map(
  ([post, name]) => [post, new RegExp(`^(?:\\p{L}+ )?(?:${name})(?![-\\w])`, "u")] as const,
);
const SPOKEN = POST_NAMES.map(([post, name]) => [post, new RegExp(`^(?:${name})$`)] as const);
/** Holds a post like it, held it once, or works for who holds it. */
const NOT_THE_POST =
  /\b(?:former|deputy|vice|shadow|assistant|acting|adviser|aide|elect|designate|first)\b/;

/** Posts that only one of the three countries calls so: the bare words say whose it is. */
export const COUNTRY_OF_POST_NAME: Readonly<Record<string, string>> = {
  "foreign secretary": "United Kingdom",
  "defence secretary": "United Kingdom",
  "secretary of state": "United States",
};

type Tenure = { post: Post; actorId: string; country: string; from: string; to: string };

/** The post that words in small letters name, or null. */
export function postNamed(words: string): Post | null {
  return SPOKEN.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

const listTenures = onceFor((actors: readonly GazetteerActor[]) => {
  const tenures = actors.flatMap(({ id, country, offices }) =>
    offices.flatMap(({ title, from, to }): Tenure[] => {
      const post = country && postHeld(title, country);
      // Without a first day it cannot be said who held it on another.
      return post && from ? [{ post, actorId: id, country, from, to: to ?? "9999" }] : [];
    }),
  );
  return {
    byPost: Map.groupBy(tenures, ({ post, country }) => `${post} ${country}`),
    byActor: Map.groupBy(tenures, ({ actorId }) => actorId),
  };
});

/** Who alone held a country's post on a day (`YYYY-MM-DD`); null where that is not clear. */
export function soleHolder(
  actors: readonly GazetteerActor[],
  post: Post,
  country: string,
  day: string,
): string | null {
  const tenures = listTenures(actors).byPost.get(`${post} ${country}`) ?? [];
  const ids = new Set(tenures.filter(isOn(day)).map(({ actorId }) => actorId));
  const [only = null] = ids;
  return ids.size === 1 ? only : null;
}

/** The post that an actor held on a day, or null. */
export function postHeldBy(
  actors: readonly GazetteerActor[],
  actorId: string,
  day: string,
): Post | null {
  return listTenures(actors).byActor.get(actorId)?.find(isOn(day))?.post ?? null;
}

/** On the day of a change the new holder counts. */
function isOn(day: string) {
  return ({ from, to }: Tenure) => from <= day && day < to;
}

/** `UK Foreign Secretary` is the foreign minister; `President of the European Council` is no country's. */
function postHeld(title: string, country: string): Post | null {
  const text = title.toLowerCase();
  if (NOT_THE_POST.test(text)) return null;
  for (const [post, pattern] of HELD) {
    const name = pattern.exec(text)?.[0];
    if (name === undefined) continue;
    const rest = text.slice(name.length);
    const isCountrys = !/^ of\b/.test(rest) || rest.includes(country.toLowerCase());
    return isCountrys ? post : null;
  }
  return null;
}
