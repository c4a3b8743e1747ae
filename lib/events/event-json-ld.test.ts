import { expect, it } from "vitest";
import { toJsonLdEvent } from "./event-json-ld.ts";
import type { EventDetails } from "./types.ts";

const EVENT: EventDetails = {
  type: "event",
  id: "talks",
  path: "/events/talks",
  title: "Talks",
  kind: "meeting",
  date: "2025-02-14/2025-02-16",
  startsOn: "2025-02-14",
  endsOn: "2025-02-16",
  lanes: ["uk"],
  verification: "verified",
  placeName: "Munich",
  placeCountry: "Germany",
  latitude: 48.1,
  longitude: 11.6,
  facts: ["They met.", "They talked."],
  participants: [
    { actorId: "a", name: "A", kind: "person", country: null, role: "Minister", offices: [] },
    { actorId: "b", name: "B", kind: "organisation", country: null, role: null, offices: [] },
  ],
  sources: [{ publisher: "North", title: "They met", url: null, stateMedia: false }],
  topics: [{ id: "aid", label: "Aid" }],
  related: [],
  articles: [],
  importance: 40,
  lift: 0,
  updatedAt: "2025-02-20T00:00:00.000Z",
};

it("describes an event in schema.org's words", () => {
  expect(toJsonLdEvent(EVENT, "https://archive.example")).toMatchObject({
    "@type": "Event",
    url: "https://archive.example/events/talks",
    startDate: "2025-02-14",
    endDate: "2025-02-16",
    description: "They met. They talked.",
    location: {
      name: "Munich",
      address: { addressCountry: "Germany" },
      geo: { latitude: 48.1, longitude: 11.6 },
    },
    attendee: [
      { "@type": "Person", name: "A", jobTitle: "Minister" },
      { "@type": "Organization", name: "B" },
    ],
    citation: [{ name: "They met", publisher: { name: "North" } }],
  });
});

it("says nothing of a place that is not known", () => {
  const nowhere = {
    ...EVENT,
    placeName: null,
    placeCountry: null,
    latitude: null,
    longitude: null,
  };
  expect(toJsonLdEvent(nowhere, "")).not.toHaveProperty("location");
});
