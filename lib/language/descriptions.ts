/** What kind of words name a speaker: a name, a pronoun, an office, or less. */
import { pronounType } from "./name-labels.ts";
import { GROUP_NOUNS, PEOPLE_NOUNS, PERSON_NOUNS } from "./word-lists.ts";

export type DescriptionKind =
  "name" | "pronoun" | "office" | "counterpart" | "description" | "anonymous";
export type Description = { kind: DescriptionKind };

const LONGEST_PHRASE = 300;
const PRONOUN = /^(?:it|them|themselves|itself|who|one|everyone|you|this|that|these|those)$/i;
const COUNTERPART = /\b(?:counterpart|opposite number)s?\b/i;
const SOURCE = /\bsources?\b(?! of\b)/i;
/** What speakers ask for, or are given to know, who are not to be named. */
const UNNAMED =
  /\b(?:anonymity|anonymous(?:ly)?|unnamed|unidentified|not (?:to )?be(?:ing)? (?:named|identified|quoted by name)|not authori[sz]ed to (?:speak|talk|comment|discuss)|(?:familiar|acquainted) with|(?:briefed|knowledge) (?:on|about|of)|with (?:direct )?knowledge|close to|privy to|(?:declined|refused|did not want) to (?:be|give)\b.{0,20}\bname)/i;
const FORMER = /\b(?:former|ex|then|outgoing|acting|late)\b[- ]?/gi;
/** An office is held by one person at a time, or is a body that speaks through whoever serves it. */
const OFFICE =
  /\b(?:president|(?:prime|foreign|defen[cs]e|finance|interior|justice|health|trade|energy|economy) minister|premier|chancellor|king|queen|pope|emir|(?:foreign|home|defence|defense|state|treasury|cabinet|press|general) secretary|secretary of \w+|secretary[- ]general|attorney general|(?:deputy|vice)[- ](?:president|prime minister|premier|chancellor)|chief of (?:the )?(?:general |defence |defense )?staff|speaker|mayor|governor|ambassador|high representative|commander[- ]in[- ]chief|taoiseach|first minister)$/i;
const OFFICE_OF_SOMETHING = / (?:of|for|to|in) .*/i;
const DEFINITE = /^(?:the|his|her|their|our|its|my|this|that)\b|['’]s? /i;
const SEVERAL =
  /^(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|some|several|many|other|another|any|both|few|senior)\b/i;
const BODY_NOUNS = new Set(
  `ministry government kremlin embassy parliament cabinet council commission committee department office
  administration presidency treasury army military navy police court bank agency service union alliance`.split(
    /\s+/,
  ),
);

/**
 * Classifies the noun phrase that names a speaker, as `source` of an attribution: "Ada Brook" is a
 * name, "she" a pronoun, "the prime minister" and "the ministry" an office, "his Ukrainian
 * counterpart" a counterpart, "two people familiar with the talks" anonymous, all else a description.
 */
export function describeSpeaker(phrase: string): Description {
  const text = phrase.slice(0, LONGEST_PHRASE).replace(/\s+/g, " ").trim();
  return { kind: kindOf(text) };
}

function kindOf(text: string): DescriptionKind {
  if (pronounType(text) !== null || PRONOUN.test(text)) return "pronoun";
  const isAnonymous = UNNAMED.test(text) || SOURCE.test(text);
  if (isAnonymous && !COUNTERPART.test(text)) return "anonymous";
  if (text.split(", ").some(isNamed)) return "name";
  if (COUNTERPART.test(text)) return "counterpart";
  return isOffice(text) ? "office" : "description";
}

/** True for a phrase that ends in its name; a place or body someone belongs to is not theirs. */
function isNamed(phrase: string): boolean {
  if (COUNTERPART.test(phrase)) return false;
  const head = headOf(phrase);
  if ([PERSON_NOUNS, PEOPLE_NOUNS, GROUP_NOUNS, BODY_NOUNS].some((nouns) => nouns.has(head)))
    return false;
  return /^\p{Lu}/u.test(headWordOf(phrase)) && !isOffice(phrase);
}

function isOffice(text: string): boolean {
  const words = text.replace(FORMER, "");
  const title = words.replace(OFFICE_OF_SOMETHING, "");
  if (SEVERAL.test(words) && !DEFINITE.test(words)) return false;
  return (
    OFFICE.test(title) ||
    OFFICE.test(words) ||
    (DEFINITE.test(words) && BODY_NOUNS.has(headOf(text)))
  );
}

function headOf(text: string): string {
  return headWordOf(text).toLowerCase();
}

/** The last word before "of …", "for …" and the like. */
function headWordOf(text: string): string {
  return lastWord(text.split(/,| (?:of|for|to|in|at|from|with|who|on) /, 1)[0] ?? "");
}

function lastWord(text: string): string {
  return /(\S+?)\W*$/.exec(text)?.[1] ?? "";
}
