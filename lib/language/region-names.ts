/** "Paris, France": a place with what it lies in is one name. */
import type { Span } from "#lib/text/span.ts";
import { lexiconTags, listedType } from "./known-names.ts";

const COMMA = /^,\s$/;
const LIST_GOES_ON = /^,? (?:and|or) $|^, $/;
const DISTRICT_OF_COLUMBIA = /^d\. ?c\.?$/;
const PART = /^(?:north|south|east|west|central)(?:ern|west|east)?(?:ern)? /;
const LONGEST_REGION = 40;

/** Joins a place to the country or region after its comma, except in a list of places. */
export function joinRegions<T extends Span & { type: string }>(
  text: string,
  names: readonly T[],
): T[] {
  const joined: T[] = [];
  names.forEach((name, i) => {
    const last = joined.at(-1);
    const next = names[i + 1];
    const isOne =
      last?.type === "location" &&
      name.type === "location" &&
      COMMA.test(text.slice(last.end, name.start)) &&
      isRegion(text, name) &&
      !isRegion(text, last) &&
      !(next && LIST_GOES_ON.test(text.slice(name.end, Math.min(next.start, name.end + 7)))) &&
      !/^,? and\b/.test(text.slice(name.end, name.end + 6));
    if (isOne) joined[joined.length - 1] = { ...last, end: name.end };
    else joined.push(name);
  });
  return joined;
}

function isRegion(text: string, { start, end }: Span): boolean {
  if (end - start > LONGEST_REGION) return false;
  const lower = text.slice(start, end).toLowerCase();
  if (DISTRICT_OF_COLUMBIA.test(lower)) return true;
  return [lower, lower.replace(PART, "")].some(
    (each) => listedType(each) === "country" || /Country|Region/.test(lexiconTags(each)),
  );
}
