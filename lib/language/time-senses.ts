/** Tells a time from what is only worded like one: "1500 troops", "three quarters of voters". */
import { wordOf, type TimePhrase } from "./time-phrase.ts";
import { wordAt, type TimeTokens } from "./time-tokens.ts";

const PLURAL_UNIT = /^(?:days|weeks|months|years|decades|centuries|hours|minutes)$/;
const POINT_OF_DAY = /^(?:noon|midnight|midday|dawn)$/;
const BEFORE_YEAR =
  /^(?:in|of|since|from|to|until|till|by|the|its|his|her|their|through|during|after|before|and|for|early|late|mid|a)$/;
const BEFORE_FIGURE =
  /^(?:no|page|room|flight|section|number|article|resolution|chapter|highway|route|boeing)$/;
const LAST_YEAR_WITHOUT_LEAD = 2060;
const FIRST_YEAR_WITHOUT_LEAD = 1800;
const FIRST_YEAR = 1400;

/** False where the words around a phrase, or its own, show that it is no time. */
export function isTime(tokens: TimeTokens, phrase: TimePhrase): boolean {
  switch (phrase.kind) {
    case "year":
      return isYear(tokens, phrase);
    case "plural":
      return phrase.words.some((word) => PLURAL_UNIT.test(word));
    case "century":
      return wordOf(phrase, "unit") === "century";
    case "nth":
      return wordOf(phrase, "unit") === "day";
    case "clock":
      return isClock(phrase);
    case "duration":
      return !isFraction(phrase) || wordAt(tokens, phrase.last + 1) !== "of";
    case "vague":
      return isVagueTime(tokens, phrase);
    case "yearEnd":
      return phrase.words[2] === "end";
    default:
      return true;
  }
}

/** "The past" and no other "last"; "soon" and "shortly", but not "as soon as" and "shortly after". */
function isVagueTime(tokens: TimeTokens, phrase: TimePhrase): boolean {
  const last = wordOf(phrase, "last");
  if (last !== undefined) return last === "past";
  const word = wordOf(phrase, "vague");
  const next = wordAt(tokens, phrase.last + 1);
  return !((word === "soon" || word === "shortly") && /^(?:as|after|before)$/.test(next));
}

/** "Three quarters" of something; "several quarters" are of years. */
function isFraction(phrase: TimePhrase): boolean {
  return wordOf(phrase, "quarter") !== undefined && wordOf(phrase, "number") !== undefined;
}

/** A bare number of four figures counts things where a plural follows: "2000 troops". */
function isYear(tokens: TimeTokens, phrase: TimePhrase): boolean {
  const year = Number(wordOf(phrase, "year"));
  if (year < FIRST_YEAR) return false;
  if (phrase.words.length > 1) return true;
  const lead = wordAt(tokens, phrase.first - 1);
  if (BEFORE_FIGURE.test(lead)) return false;
  if (BEFORE_YEAR.test(lead)) return true;
  if (year < FIRST_YEAR_WITHOUT_LEAD || year > LAST_YEAR_WITHOUT_LEAD) return false;
  const next = wordAt(tokens, phrase.last + 1);
  return !/^[a-z]{3,}s$|^(?:people|percent|per|men|women|children)$/.test(next) && next !== "%";
}

function isClock(phrase: TimePhrase): boolean {
  if (wordOf(phrase, "meridiem") ?? wordOf(phrase, "oclock") ?? wordOf(phrase, "zone")) return true;
  const part = wordOf(phrase, "part");
  if (part !== undefined) return POINT_OF_DAY.test(part);
  return wordOf(phrase, "hourAndMinute")?.includes(":") ?? false;
}
