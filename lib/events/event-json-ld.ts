import { isWebAddress } from "#lib/text/web-address.ts";
import type { EventDetails } from "#lib/events/types.ts";

const TYPES = { person: "Person", organisation: "Organization", country: "Country" } as const;

/** An event as schema.org `Event` for JSON-LD; `baseUrl` without a slash at its end. */
export function toJsonLdEvent(event: EventDetails, baseUrl: string): Record<string, unknown> {
  const url = `${baseUrl}${event.path}`;
  return {
    "@context": "https://schema.org",
    "@type": "Event",
    "@id": url,
    url,
    name: event.title,
    description: event.facts.join(" "),
    startDate: event.startsOn,
    endDate: event.endsOn,
    ...(event.placeName && { location: toPlace(event) }),
    attendee: event.participants.map((participant) => toAttendee(participant, baseUrl)),
    keywords: event.topics.map(({ label }) => label).join(", "),
    subjectOf: event.articles.map(({ path, title, startsOn }) => ({
      "@type": "NewsArticle",
      headline: title,
      url: `${baseUrl}${path}`,
      datePublished: startsOn,
    })),
    citation: event.sources.map(({ publisher, title, url: address }) => ({
      "@type": "CreativeWork",
      name: title,
      publisher: { "@type": "Organization", name: publisher },
      ...(address && isWebAddress(address) && { url: address }),
    })),
  };
}

function toAttendee(
  { actorId, name, kind, role, offices }: EventDetails["participants"][number],
  baseUrl: string,
) {
  const title = offices[0] ?? role;
  return {
    "@type": TYPES[kind],
    name,
    url: `${baseUrl}/people/${actorId}`,
    ...(kind === "person" && title && { jobTitle: title }),
  };
}

function toPlace({ placeName, placeCountry, latitude, longitude }: EventDetails) {
  return {
    "@type": "Place",
    name: placeName,
    ...(placeCountry && { address: { "@type": "PostalAddress", addressCountry: placeCountry } }),
    ...(latitude !== null && { geo: { "@type": "GeoCoordinates", latitude, longitude } }),
  };
}
