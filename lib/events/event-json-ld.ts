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
    attendee: event.participants.map(({ name, kind, role }) => ({
      "@type": TYPES[kind],
      name,
      ...(kind === "person" && role && { jobTitle: role }),
    })),
    keywords: event.topics.map(({ label }) => label).join(", "),
    subjectOf: event.articles.map(({ path, title, startsOn }) => ({
      "@type": "NewsArticle",
      headline: title,
      url: `${baseUrl}${path}`,
      datePublished: startsOn,
    })),
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
