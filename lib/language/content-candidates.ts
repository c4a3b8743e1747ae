/** The places where the content of an attribution may begin and end, seen from its cue. */
import type { RegionReader } from "./passage.ts";
import { wordClasses } from "./token-classes.ts";

/** A boundary, the commas, verbs and steps between it and the other end of the content. */
export type Boundary = { at: number; commas: number; verbs: number; steps: number };

const MAX_START_STEPS = 16;
const MAX_END_STEPS = 70;
const MAX_GAP_STEPS = 30;
const STOPS = wordClasses(".,:-");
/** Words before which a phrase or clause may end. */
const BREAKS = wordClasses(".,:-(QCISTWRXPD");
/** Words that need another one after them. */
const NO_END = wordClasses("DCST");
/** Words after which one may begin. */
const OPENS = wordClasses(".,:-(QCISTXRW");
const BEGINS = wordClasses("DPS");
const PREPOSITION = wordClasses("I");
const COMMA = wordClasses(",");
const VERB = wordClasses("XE");

/** Where content after the cue may begin, nearest first. */
export function startsAfter(reader: RegionReader): number[] {
  const found: number[] = [];
  let at = reader.cue + 1;
  for (let steps = 0; at < reader.region.to && steps < MAX_START_STEPS; steps++) {
    if (!reader.isOf(at, STOPS)) found.push(at);
    at = reader.next(at);
  }
  return found;
}

/** Where content from `start` after the cue may end, nearest first; each at least a word. */
export function endsAfter(reader: RegionReader, start: number): Boundary[] {
  const found: Boundary[] = [];
  let at = start;
  let commas = 0;
  let verbs = 0;
  for (let steps = 1; at < reader.region.to && steps <= MAX_END_STEPS; steps++) {
    if (reader.isOf(at, COMMA)) commas++;
    if (reader.isOf(at, VERB)) verbs++;
    at = reader.next(at);
    if (isEnd(reader, at)) found.push({ at, commas, verbs, steps });
  }
  return found;
}

/** Where content before the cue may end, nearest first. */
export function endsBefore(reader: RegionReader): number[] {
  const found: number[] = [];
  let at = reader.cue;
  for (let steps = 0; at > reader.region.from && steps < MAX_GAP_STEPS; steps++) {
    if (reader.closesQuote(at) || !reader.isOf(at - 1, STOPS)) found.push(at);
    at = reader.previous(at);
  }
  return found;
}

/** Where content before the cue that ends at `end` may begin, nearest first. */
export function startsBefore(reader: RegionReader, end: number): Boundary[] {
  const found: Boundary[] = [];
  let at = end;
  let commas = 0;
  let verbs = 0;
  for (let steps = 1; at > reader.region.from && steps <= MAX_END_STEPS; steps++) {
    at = reader.previous(at);
    if (reader.isOf(at, COMMA)) commas++;
    if (reader.isOf(at, VERB)) verbs++;
    if (isStart(reader, at)) found.push({ at, commas, verbs, steps });
  }
  return found;
}

function isEnd(reader: RegionReader, at: number): boolean {
  if (reader.closesQuote(at)) return true;
  if (reader.isOf(at - 1, STOPS | NO_END)) return false;
  if (reader.isOf(at - 1, PREPOSITION) && !reader.isOf(at, STOPS) && at !== reader.region.to)
    return false;
  return at === reader.region.to || reader.isOf(at, BREAKS);
}

function isStart(reader: RegionReader, at: number): boolean {
  if (at === reader.region.from || reader.opensQuote(at)) return true;
  if (reader.isOf(at, STOPS)) return false;
  return reader.isOf(at - 1, OPENS) || reader.isOf(at, BEGINS);
}
