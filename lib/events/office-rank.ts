/** How high an office stands, by its title alone. */

/** `head`: of a state, a government or one of the bodies that states act through. */
export type OfficeRank = "head" | "minister" | "other";

/** Whoever has left an office, is yet to hold it or works for its holder does not hold it. */
const NOT_HELD =
  /\b(?:former|ex-|elect\b|designate\b|candidate\b|aide|advis[eo]r to|envoy|spokes\w+|ambassador)/i;
const COUNTRY_BEFORE = "(?:the )?(?:(?:UK|US|EU|UN|NATO|[A-Z][a-z]+(?:ian|ish|ese|ch|an)) )?";
const HEAD = new RegExp(
  `^(?:acting |interim )?${COUNTRY_BEFORE}(?:president|prime minister|premier|taoiseach|king|queen|emperor|emir|sultan|pope|(?:federal )?chancellor(?! of the exchequer)|secretary[ -]general)\\b(?! of the (?:senate|assembly|parliament|european parliament|general assembly))`,
  "i",
);
const MINISTER =
  /\b(?:minister|secretary of (?:state|defen[cs]e|the \w+)|(?:foreign|home|defen[cs]e|treasury|trade|business|energy|justice|health) secretary|chancellor of the exchequer|vice president|deputy prime minister|crown prince|national security advis[eo]r|high representative|speaker of|commander-in-chief|chief of the (?:\w+ )?(?:defence|general) staff|chairman of the joint chiefs|head of the office of the president|secretary of the national security)/i;

/** The rank of an office by its title in English: "President of France", "UK Foreign Secretary". */
export function rankOfOffice(title: string): OfficeRank {
  const isNotHeld = NOT_HELD.test(title);
  if (!isNotHeld && HEAD.test(title)) return "head";
  // "National security adviser to the President": the adviser's own rank, not the president's.
  if (MINISTER.test(title) && !/\b(?:former|ex-|elect\b|designate\b|candidate\b)/i.test(title)) {
    return "minister";
  }
  return "other";
}

const ORDER: readonly OfficeRank[] = ["head", "minister", "other"];

/** The highest of these; "other" where there is none. */
export function highestRank(titles: readonly string[]): OfficeRank {
  const ranks = titles.map(rankOfOffice);
  return ORDER.find((rank) => ranks.includes(rank)) ?? "other";
}
