/**
 * What time expressions look like: regular expressions over the word classes of time-words.ts, in
 * the extent that TimeML gives them (determiners and "about" belong to them, prepositions do not).
 */
import { characterOf } from "./time-words.ts";

export type PhraseKind =
  | "day"
  | "days"
  | "month"
  | "year"
  | "years"
  | "decade"
  | "century"
  | "quarter"
  | "season"
  | "weekday"
  | "deictic"
  | "part"
  | "clock"
  | "span"
  | "ago"
  | "yearEarlier"
  | "yearEnd"
  | "duration"
  | "plural"
  | "set"
  | "nth"
  | "vague"
  | "then";

export type PhraseRule = { kind: PhraseKind; pattern: RegExp };

const NUMBER = "number (hyphen? number)? multiple? (join? number)?";
const COUNT = `(a? several of?|${NUMBER}|a multiple|small|figure|year|a half|half a?|a)`;
const RANGE = `(${COUNT} (join|hyphen))? ${COUNT}`;
const ABOUT = "(about|some|more than|at least|up join)?";
const WHICH = "(the|this|own)? (last|next|latest|recent|same|current)";
const WHOSE = `((the|own|this|that|${WHICH}) (last|next|ordinal)? (kind|more)?|last|next)`;
const EDGE =
  "(the? ends of the?|(the|a)? early part of|a? good? stretch of the?|(the|a)? early hyphen?|shift in the?|shift)?";
const CLOCK = "(hourAndMinute meridiem?|small meridiem|small oclock oclock|part) zone?";
const YEAR = "(comma? year|(this|last|next) unit)?";
const OF_YEAR = "(of (the unit|fiscal? year|(this|last|next) unit))?";
/** "52 years old", "a year-earlier loss", "year-end". */
const ALONE = "(?! hyphen? old|hyphen (ago|shift|ends))";

/**
 * Kind, the classes of which one is in all phrases of the rule, and the pattern. Of what fits at a
 * place the longest is taken, and the first rule among equals.
 */
const RULES: readonly [PhraseKind, string, string][] = [
  ["day", "month", `(about|${CLOCK} comma?)? (weekday comma?)? month (small|ordinal) ${YEAR}`],
  [
    "day",
    "month",
    `(about|${CLOCK} comma?)? (weekday comma?)? the? (small|ordinal) of? month ${YEAR}`,
  ],
  ["day", "iso", "iso"],
  ["days", "month", `month small (hyphen|join) small ${YEAR}`],
  ["days", "month", `small (hyphen|join) small month ${YEAR}`],
  ["month", "month", `about? ${EDGE} month (of? comma? year)?`],
  ["month", "month", `${EDGE} (${WHICH}|this) month`],
  ["year", "year", `about? ${EDGE} fiscal? hyphen? year`],
  ["years", "year", "year hyphen (small|figure|year)"],
  ["decade", "decade", `about? ${EDGE} the? (early hyphen?)? decade`],
  ["century", "unit", `${EDGE} the? ordinal hyphen? unit`],
  [
    "quarter",
    "quarter",
    `${EDGE} the? (same|latest|last|next)? year? fiscal? ordinal number? fiscal? quarter ${OF_YEAR}`,
  ],
  ["quarter", "quarter", "fiscal? ordinal hyphen quarter"],
  [
    "quarter",
    "quarter",
    "(this|the? last|the? next) unit possessive fiscal? ordinal hyphen? quarter",
  ],
  ["quarter", "quarter period", "the year (quarter|period)"],
  ["quarter", "half", `${EDGE} the? ordinal hyphen? half ${OF_YEAR}`],
  ["season", "season", `${EDGE} (the|${WHICH}|this|that|this last)? season (of? year)?`],
  ["season", "maybeSeason", `${EDGE} (${WHICH}|this|that|this last) maybeSeason`],
  ["season", "maybeSeason", `${EDGE} the? maybeSeason of? year`],
  ["season", "maybeSeason", "(the|a)? early hyphen? maybeSeason"],
  ["weekday", "weekday", `${EDGE} (${WHICH}|this|that)? weekday (part|clock)?`],
  ["weekday", "weekday", `${CLOCK} weekday`],
  ["deictic", "deictic", "early? deictic part?"],
  ["deictic", "deictic", `${CLOCK} deictic`],
  ["part", "part", "(the|this|that|last) early? part"],
  ["clock", "hourAndMinute meridiem oclock part", CLOCK],
  ["then", "unit", "(?<=(small|ordinal|year|weekday|deictic) comma)the unit"],
  // What it is the day, or the week, before or after would have to be known.
  ["vague", "unit", "the unit (?=before)"],
  ["span", "unit quarter", `${EDGE} (${WHICH}|this|that|the early?) (fiscal|kind)? (unit|quarter)`],
  [
    "ago",
    "ago shift",
    `(the? same)? ${ABOUT} ${RANGE} kind? (unit|quarter|clock) (join so)? (ago|shift)`,
  ],
  ["yearEarlier", "ago shift", "unit hyphen (ago|shift)"],
  [
    "yearEarlier",
    "ago shift",
    "(the|a) same? unit hyphen (ago|shift) (period|ordinal? hyphen? quarter)",
  ],
  ["yearEnd", "unit", "unit hyphen ends"],
  [
    "duration",
    "unit clock",
    `(${ABOUT}|${WHOSE}) ${RANGE} (kind|more)? (unit|clock) (join a half|join number)? ${ALONE}`,
  ],
  ["duration", "unit clock", `${COUNT} hyphen (unit|clock) (hyphen long)? ${ALONE}`],
  ["duration", "quarter", `(${ABOUT}|${WHOSE}) (a? several|number|small) hyphen? quarter`],
  ["duration", "time", "some time"],
  ["plural", "unit clock", `recent? (unit|clock) (ago|shift)? ${ALONE}`],
  ["set", "each", "each (number|ordinal)? (unit|weekday|quarter|month|clock|part|season)"],
  ["set", "weekday", "weekday join weekday part"],
  ["set", "often", "often"],
  ["nth", "ordinal", "the? ordinal kind? unit"],
  ["vague", "vague", "vague"],
  ["vague", "current recent future", "current|recent|the? future"],
  ["vague", "last", "the last"],
  ["vague", "time", "(this|that|the same) kind? time"],
  ["vague", "period", "(the latest|the same|that) period"],
  ["vague", "time", "from time join time"],
  ["then", "then", "(?<=since)then"],
];

const COMPILED = RULES.map(([kind, heads, pattern]) => ({
  heads: heads.split(" ").map(characterOf),
  rule: { kind, pattern: compile(pattern) },
}));

const HEADS = new Set(COMPILED.flatMap(({ heads }) => heads));

/** False for most stretches of a string of classes: no rule holds in them. */
export function hasHead(classes: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (HEADS.has(classes.charAt(i))) return true;
  return false;
}

/** The rules that may hold in a string of classes: those of which it has a head. */
export function rulesFor(classes: string): PhraseRule[] {
  return COMPILED.filter(({ heads }) => heads.some((head) => classes.includes(head))).map(
    ({ rule }) => rule,
  );
}

/** Names of classes become their characters, groups stay uncaptured, spaces are for the reader. */
function compile(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[A-Za-z]+/g, (name) => characterOf(name))
    .replaceAll(" ", "")
    .replaceAll(/\((?!\?)/g, "(?:");
  return new RegExp(source, "g");
}
