/** "Paris, France": a place with what it lies in is one name. */
import type { Span } from "#lib/text/span.ts";
import { lexiconTags, listedType } from "./known-names.ts";

type Typed = Span & { type: string };

const COMMA = /^,\s$/;
const LIST_GOES_ON = /^,? (?:and|or) $|^, $/;
const AND = /^,? and\b/;
/** After a region that stands between commas: "in Rome, Italy, on Friday". */
const CLOSED = /^[,.;)]/;
/** A name after a preposition, up to the comma before its region. */
const PLACE_BEFORE =
  /(?<=(?:^|[\s(])(?:in|of|from|at|near|to) )\p{Lu}[\p{L}'’-]{0,30}(?: \p{Lu}[\p{L}'’-]{0,30}){0,2}, $/u;
const LONGEST_PLACE = 100;
const DISTRICT_OF_COLUMBIA = /^d\. ?c\.?$/;
/** Regions that the lists know as places or first names alone. */
const OTHER_REGIONS = new Set(["virginia", "northern ireland", "new south wales"]);
const PART = /^(?:north|south|east|west|central)(?:ern|west|east)?(?:ern)? /;
const LONGEST_REGION = 40;

/** Joins a place to the country or region after its comma, except in a list of places. */
export function joinRegions<T extends Typed>(text: string, names: readonly T[]): T[] {
  const joined: T[] = [];
  names.forEach((name, i) => {
    const last = joined.at(-1);
    if (isOneOfList(text, name, names[i + 1]) || !isRegion(text, name)) joined.push(name);
    else if (last && isPlaceOf(text, last, name))
      joined[joined.length - 1] = { ...last, end: name.end };
    else joined.push({ ...name, start: startOfUnknown(text, last, name) });
  });
  return joined;
}

function isOneOfList(text: string, name: Typed, next: Typed | undefined): boolean {
  const after = text.slice(name.end, name.end + 7);
  return (
    AND.test(after) ||
    (next !== undefined && LIST_GOES_ON.test(after.slice(0, Math.max(0, next.start - name.end))))
  );
}

/** A region that stands between commas is one, whatever it was taken for. */
function isPlaceOf(text: string, place: Typed, region: Typed): boolean {
  const isMeant = region.type === "location" || CLOSED.test(text.slice(region.end, region.end + 1));
  const isInRegion = !isRegion(text, place) || DISTRICT_OF_COLUMBIA.test(lowerOf(text, region));
  return (
    place.type === "location" &&
    isMeant &&
    isInRegion &&
    COMMA.test(text.slice(place.end, region.start))
  );
}

/** Where a place begins that no list knows, before its region: "of Springvale, Texas"; else where the region does. */
function startOfUnknown(text: string, last: Typed | undefined, region: Typed): number {
  if (region.type !== "location") return region.start;
  const from = Math.max(last?.end ?? 0, region.start - LONGEST_PLACE);
  const found = PLACE_BEFORE.exec(text.slice(from, region.start));
  return found ? from + found.index : region.start;
}

function isRegion(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST_REGION) return false;
  const lower = lowerOf(text, { start, end });
  if (DISTRICT_OF_COLUMBIA.test(lower)) return true;
  return [lower, lower.replace(PART, "")].some(
    (each) =>
      OTHER_REGIONS.has(each) ||
      listedType(each) === "country" ||
      /Country|Region/.test(lexiconTags(each)),
  );
}

function lowerOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).toLowerCase();
}
