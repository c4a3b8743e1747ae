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
  | "vague"
  | "then";

export type PhraseRule = { kind: PhraseKind; pattern: RegExp };

const ABOUT = "(about|some|more than|at least|up join)?";
const COUNT =
  "(a? several of?|a? number (hyphen? number){0,2}|small|figure|year|a half|half a?|a|year)";
const RANGE = `(${COUNT} (join|hyphen))? ${COUNT}`;
const EDGE =
  "(the? ends of the?|(the|a)? early part of|a? good? stretch of the?|(the|a)? early hyphen?|shift)?";
const WHICH = "(the|this|own)? (last|next|latest|recent|same|current)";
const CLOCK = "(hourAndMinute meridiem?|small meridiem|small oclock oclock|part) zone?";
const NO_OLD = "(?! hyphen? old)";

/** Of what fits at a place, the longest is taken, and the first rule among equals. */
const RULES: readonly [PhraseKind, string][] = [
  ["day", `(about|${CLOCK} comma?)? (weekday comma?)? month (small|ordinal) (comma? year)?`],
  ["day", `(about|${CLOCK} comma?)? (weekday comma?)? the? (small|ordinal) of? month (comma? year)?`],
  ["day", "iso"],
  ["days", "month small (hyphen|join) small (comma? year)?"],
  ["days", "small (hyphen|join) small month (comma? year)?"],
  ["month", `about? ${EDGE} month (of? comma? year)?`],
  ["month", `${EDGE} (${WHICH}|this) month`],
  ["year", `about? ${EDGE} fiscal? hyphen? year`],
  ["years", "year hyphen (small|figure|year)"],
  ["decade", `about? ${EDGE} the? (early hyphen?)? decade`],
  ["century", `${EDGE} the? ordinal hyphen? unit`],
  ["quarter", `${EDGE} (the|own|a)? (same|latest|last|next)? year? fiscal? ordinal hyphen? number? fiscal? quarter (of (the unit|fiscal? year|(this|last|next) unit))?`],
  ["quarter", `${EDGE} (the|own)? ordinal hyphen? half (of (the unit|fiscal? year|(this|last|next) unit))`],
  ["quarter", `(this|the? last|the? next) unit possessive fiscal? ordinal hyphen? quarter`],
  ["quarter", "the year (quarter|period)"],
  ["season", `${EDGE} (the|${WHICH}|this|that|this last)? season (of? year)?`],
  ["season", `${EDGE} (${WHICH}|this|that|this last) maybeSeason`],
  ["season", `${EDGE} the? maybeSeason of? year`],
  ["season", "(the|a)? early hyphen? maybeSeason"],
  ["weekday", `${EDGE} (${WHICH}|this|that)? weekday (part|clock)?`],
  ["weekday", `${CLOCK} weekday`],
  ["deictic", "early? deictic part?"],
  ["deictic", `${CLOCK} deictic`],
  ["part", `(the|this|that|last) early? part`],
  ["clock", CLOCK],
  ["span", `${EDGE} (${WHICH}|this|that|the) (fiscal|kind)? (unit|quarter)`],
  ["ago", `(the? same)? ${ABOUT} ${RANGE} hyphen? kind? (unit|quarter|clock) (ago|shift)`],
  ["yearEarlier", `(the|a)? same? unit hyphen (ago|shift) (period|ordinal? hyphen? quarter)?`],
  ["yearEnd", "unit hyphen ends"],
  ["duration", `${ABOUT} (the|own|this|that|${WHICH})? (last|next|ordinal)? (kind|more)? ${RANGE} hyphen? (kind|more)? (unit|clock) (join a half)? (hyphen long)? ${NO_OLD}`],
  ["duration", `${ABOUT} (the|own|this|that|${WHICH})? (last|next|ordinal)? (a? several|number|small) hyphen? quarter`],
  ["duration", "some time"],
  ["plural", "recent? (unit|clock) ago?"],
  ["set", "each (number|ordinal)? (unit|weekday|quarter|month|clock|part|season)"],
  ["set", "weekday join weekday part"],
  ["set", "often"],
  ["vague", "vague"],
  ["vague", "(the|this|own)? (current|recent|future)"],
  ["vague", "the last"],
  ["vague", "(this|that|the same) kind? time"],
  ["vague", "(the latest|the same|that) period"],
  ["vague", "from time join time"],
  ["then", "(?<=since)then"],
];

/** The rules in the order of their precedence, compiled. */
export const PHRASE_RULES: readonly PhraseRule[] = RULES.map(([kind, pattern]) => ({
  kind,
  pattern: compile(pattern),
}));

/** Names of classes become their characters, groups stay uncaptured, spaces are for the reader. */
function compile(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[A-Za-z]+/g, (name) => characterOf(name))
    .replaceAll(" ", "")
    .replaceAll(/\((?!\?)/g, "(?:");
  return new RegExp(source, "g");
}
