import { LANE_IDS, type LaneId } from "#lib/events/lane-ids.ts";

type Lane = {
  id: LaneId;
  /** Shown wherever the lane is, since a hue alone does not reach everyone. */
  code: string;
  name: string;
  /** English names of the countries and bodies whose acts stand in this lane. */
  countries: readonly string[];
};

/** Members of the European Union and of NATO, the two themselves, and those between them. */
const EUROPE_AND_NATO =
  "European Union|NATO|Council of Europe|Albania|Austria|Belgium|Bosnia and Herzegovina|Bulgaria|Canada|Croatia|Cyprus|Czech Republic|Czechia|Denmark|Estonia|Finland|France|Germany|Greece|Hungary|Iceland|Ireland|Italy|Kosovo|Latvia|Liechtenstein|Lithuania|Luxembourg|Malta|Moldova|Monaco|Montenegro|Netherlands|North Macedonia|Norway|Poland|Portugal|Romania|Serbia|Slovakia|Slovenia|Spain|Sweden|Switzerland|Turkey|Türkiye";

export const LANES: readonly Lane[] = [
  { id: "uk", code: "UK", name: "United Kingdom", countries: ["United Kingdom"] },
  { id: "us", code: "US", name: "United States", countries: ["United States"] },
  { id: "ua", code: "UA", name: "Ukraine", countries: ["Ukraine"] },
  { id: "ru", code: "RU", name: "Russia", countries: ["Russia"] },
  { id: "eu", code: "EU", name: "Europe and NATO", countries: EUROPE_AND_NATO.split("|") },
];

const LANE_BY_COUNTRY = new Map(
  LANES.flatMap(({ id, countries }) => countries.map((country) => [country, id] as const)),
);

/** A lane by its id. */
export function getLane(id: LaneId): Lane {
  return LANES[LANE_IDS.indexOf(id)] as Lane;
}

/** The lane of a country or body by its English name; null where it is in none of the five. */
export function laneOfCountry(country: string | null): LaneId | null {
  return (country && LANE_BY_COUNTRY.get(country)) || null;
}

/** The lanes that any of these countries is in, each once, in the order of the timeline. */
export function lanesOf(countries: Iterable<string | null>): LaneId[] {
  const found = new Set([...countries].map(laneOfCountry));
  return LANE_IDS.filter((id) => found.has(id));
}

/** Every country of these lanes. */
export function countriesOf(lanes: readonly LaneId[]): string[] {
  return lanes.flatMap((id) => [...getLane(id).countries]);
}
