/** "The British prime minister" on a day: who that was, where the day leaves only one person. */
import type { GazetteerActor, Understanding } from "./gazetteer.ts";

type Country = "United Kingdom" | "United States" | "Ukraine";

const ADJECTIVES: Record<string, Country> = {
  uk: "United Kingdom",
  british: "United Kingdom",
  us: "United States",
  american: "United States",
  ukrainian: "Ukraine",
};
/** Offices that only one of the three countries has, so that the bare words say whose it is. */
const SOLE_OFFICES: Record<string, Country> = {
  "foreign secretary": "United Kingdom",
  "defence secretary": "United Kingdom",
  "secretary of state": "United States",
};
const PHRASE =
  /(?<![\p{L}\p{N}])(?:(?<adjective>UK|British|US|American|Ukrainian)\s+)?(?<office>(?:prime minister|president|foreign secretary|foreign minister|defence secretary|secretary of state))(?![\p{L}\p{N}])/giu;
const FORMER = /(?:former|ex-|deputy|vice|then|acting|next|previous)[\s-]*$/i;

/** Mentions of people by office alone. None without a day, since offices change hands. */
export function findOfficeHolders(
  body: string,
  day: string | null,
  actors: GazetteerActor[],
): Understanding["mentions"] {
  if (day === null) return [];
  const holders = new Map<string, string | null>();
  return [...body.matchAll(PHRASE)].flatMap((match) => {
    const { adjective = "", office = "" } = match.groups ?? {};
    const title = office.toLowerCase().replace(/\s+/g, " ");
    const country = ADJECTIVES[adjective.toLowerCase()] ?? SOLE_OFFICES[title];
    const before = body.slice(Math.max(0, match.index - 12), match.index);
    const after = body.slice(match.index + match[0].length, match.index + match[0].length + 4);
    // "Prime minister Ada Brook" names its holder; the name itself is the mention.
    if (!country || FORMER.test(before) || /^\s+\p{Lu}/u.test(after)) return [];
    const key = `${country} ${title}`;
    if (!holders.has(key)) holders.set(key, soleHolder(title, country, day, actors));
    const actorId = holders.get(key);
    const span = { start: match.index, end: match.index + match[0].length };
    return actorId ? [{ actorId, span, text: match[0] }] : [];
  });
}

function soleHolder(
  title: string,
  country: Country,
  day: string,
  actors: GazetteerActor[],
): string | null {
  const holders = actors.filter(
    (actor) =>
      actor.country === country &&
      actor.offices.some(
        (office) =>
          isOffice(office.title, title) &&
          (office.from ?? "9999") <= day &&
          (office.to ?? "9999") > day,
      ),
  );
  return holders.length === 1 ? (holders[0]?.id ?? null) : null;
}

/** `UK Foreign Secretary` is the foreign secretary; `Former …` and `Deputy …` are not. */
function isOffice(held: string, title: string): boolean {
  const text = held.toLowerCase();
  return (
    text.includes(title) &&
    !/\b(?:former|deputy|vice|shadow|assistant|acting|adviser|elect|first)\b/.test(text)
  );
}
