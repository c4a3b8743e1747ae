/** The place that opens a report: `KYIV, Ukraine (AP) — …`. */
import { findDates } from "#lib/dates/find-dates.ts";
import {
  foundIn,
  shiftMention,
  toDateOptions,
  type HeaderElement,
  type Stretch,
} from "./elements.ts";
import { isAgency, outletConfidence } from "./outlets.ts";
import type { Found, ParseOptions } from "./types.ts";

export type Dateline = {
  place: Found<string>;
  /** The agency, a day, brackets and the dash, where they stand. */
  elements: HeaderElement[];
  /** Where the paragraph's own text begins. */
  end: number;
};

const MAX_DATELINE_LENGTH = 90;
const CAPITALS = `\\p{Lu}{2}[\\p{Lu}'’.-]*(?: \\p{Lu}[\\p{Lu}'’.-]*){0,3}`;
const REGION = `(?:, (?:\\p{Lu}[\\p{L}.'’-]*(?: \\p{Lu}[\\p{L}.'’-]*){0,3}))?`;
const TITLE_CASE = `\\p{Lu}\\p{Ll}[\\p{L}'’-]*(?: \\p{Lu}[\\p{L}'’-]+){0,2}`;
const DAY = `(?:,? (?<day>\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2} \\p{L}{3,9}\\.?)(?: \\d{4})?)?`;
const AGENCY = `(?: ?\\((?<agency>[\\p{L} .-]{2,30})\\))?`;
const DATELINE = new RegExp(
  `^(?<place>${CAPITALS}${REGION}|${TITLE_CASE}${REGION})${DAY}${AGENCY}(?<dash>\\s*(?:[—–]|--|-)\\s*)(?=[\\p{L}\\p{N}“"‘'«$£€])`,
  "u",
);
/** Names in capitals that a sentence may begin with, and that are no places. */
const NOT_PLACES =
  /^(?:NATO|OSCE|IAEA|OPEC|UNESCO|AUKUS|BREXIT|UNHCR|NASA|COVID|WATCH|LIVE|EXCLUSIVE|BREAKING|UPDATE|ANALYSIS|OPINION|CORRECTION|POLL|NEW|THE|BBC|CNN|Q|A)$/;

/** The dateline at the start of a paragraph, or null. */
export function readDateline(paragraph: Stretch, options: ParseOptions): Dateline | null {
  const match = DATELINE.exec(paragraph.text.slice(0, MAX_DATELINE_LENGTH));
  const { place = "", agency, day, dash = "" } = match?.groups ?? {};
  if (!match || !isPlaceLike(place, agency, day, dash)) return null;
  const stretch = { text: match[0], base: paragraph.base };
  const elements: HeaderElement[] = [];
  if (agency !== undefined) {
    const start = match[0].indexOf("(") + 1;
    const found = foundIn(stretch, start, start + agency.length, "dateline-agency", 0.85);
    elements.push({ kind: "outlet", found });
  }
  const [mention] = day === undefined ? [] : findDates(match[0], toDateOptions(options));
  if (mention) {
    elements.push({ kind: "date", meaning: null, mention: shiftMention(mention, paragraph.base) });
  }
  return {
    place: foundIn(stretch, 0, place.length, "dateline", 0.9),
    elements,
    end: match[0].length,
  };
}

/**
 * Capitals with a spaced dash are a dateline. A place in title case is one only where an agency or a
 * day follows, or a country and a long dash: "Kyiv – as ever – …" is a sentence.
 */
function isPlaceLike(place: string, agency = "", day = "", dash: string): boolean {
  if (NOT_PLACES.test(place)) return false;
  if (agency !== "") return isAgency(agency) || outletConfidence(agency) > 0;
  const spaced = /^\s/.test(dash) || /[—]|--/.test(dash);
  const [city = ""] = place.split(",");
  const inCapitals = city === city.toUpperCase() && city.length >= 4;
  if (inCapitals) return spaced && (/[—–]|--/.test(dash) || place.includes(","));
  return day !== "" && spaced;
}
