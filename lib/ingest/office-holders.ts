/** "The British prime minister" on a day: who that was, where the day leaves only one person. */
import type { GazetteerActor, Understanding } from "./gazetteer.ts";
import { createPhraseMatcher } from "./phrase-matcher.ts";
import {
  ANY_POST,
  COUNTRY_OF_POST_NAME,
  FIRST_WORDS_OF_POSTS,
  postNamed,
  soleHolder,
} from "./posts.ts";

const ADJECTIVES: Readonly<Record<string, string>> = {
  uk: "United Kingdom",
  british: "United Kingdom",
  us: "United States",
  american: "United States",
  ukrainian: "Ukraine",
  russian: "Russia",
  french: "France",
  german: "Germany",
  italian: "Italy",
  polish: "Poland",
  turkish: "Turkey",
  finnish: "Finland",
  canadian: "Canada",
};
const ADJECTIVE = `(?:${Object.keys(ADJECTIVES).join("|")})`;
const PHRASE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<adjective>${ADJECTIVE})\\s+)?(?<name>${ANY_POST.replaceAll(" ", "\\s+")})(?![\\p{L}\\p{N}])`,
  "iuy",
);
/** Where a post may be named: to look there alone is several times faster than to look at all letters. */
const findBeginnings = createPhraseMatcher(
  [...Object.keys(ADJECTIVES), ...FIRST_WORDS_OF_POSTS].map((word) => [word, true]),
);
const FORMER = /(?:former|ex-|deputy|vice|then|acting|next|previous)[\s-]*$/i;

/** A post named in a text, as far as the words say whose it is. */
export type NamedPost = { name: string; country: string | null };

/** Mentions of people by office alone. None without a day, since offices change hands. */
export function findOfficeHolders(
  body: string,
  day: string | null,
  actors: GazetteerActor[],
): Understanding["mentions"] {
  if (day === null) return [];
  const holders = new Map<string, string | null>();
  return phrasesIn(body).flatMap((match) => {
    const { name, country } = toNamedPost(match);
    const post = postNamed(name);
    const before = body.slice(Math.max(0, match.index - 12), match.index);
    const after = body.slice(match.index + match[0].length, match.index + match[0].length + 4);
    // "Prime minister Ada Brook" names its holder; the name itself is the mention.
    if (!post || !country || FORMER.test(before) || /^\s+\p{Lu}/u.test(after)) return [];
    const key = `${country} ${post}`;
    if (!holders.has(key)) holders.set(key, soleHolder(actors, post, country, day));
    const actorId = holders.get(key);
    const span = { start: match.index, end: match.index + match[0].length };
    return actorId ? [{ actorId, span, text: match[0] }] : [];
  });
}

function phrasesIn(body: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  let free = 0;
  for (const { span } of findBeginnings(body)) {
    if (span.start < free) continue;
    PHRASE.lastIndex = span.start;
    const match = PHRASE.exec(body);
    if (!match) continue;
    found.push(match);
    free = PHRASE.lastIndex;
  }
  return found;
}

const ONLY_POST = new RegExp(`^(?:the\\s+)?${PHRASE.source}$`, "iu");
const ONLY_COUNTERPART = new RegExp(
  `^(?:his|her|their|the)\\s+(?<adjective>${ADJECTIVE})\\s+(?:counterpart|opposite number)$`,
  "iu",
);

/** The post that words name and nothing besides: "the president", "British prime minister". */
export function namedPost(words: string): NamedPost | null {
  const match = ONLY_POST.exec(words);
  return match && toNamedPost(match);
}

/** The country of whom words call another's counterpart: "his Ukrainian counterpart". */
export function counterpartCountry(words: string): string | null {
  const adjective = ONLY_COUNTERPART.exec(words)?.groups?.adjective?.toLowerCase();
  return (adjective && ADJECTIVES[adjective]) || null;
}

function toNamedPost({ groups }: RegExpExecArray): NamedPost {
  const name = (groups?.name ?? "").toLowerCase().replace(/\s+/g, " ");
  const adjective = groups?.adjective?.toLowerCase() ?? "";
  return { name, country: ADJECTIVES[adjective] ?? COUNTRY_OF_POST_NAME[name] ?? null };
}
