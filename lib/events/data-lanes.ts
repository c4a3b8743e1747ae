/** The sides that events are told apart by, for other domains. */
export { countriesOf, getLane, LANES, laneOfCountry, lanesOf } from "#lib/events/lanes.ts";
