import { describe, expect, it } from "vitest";
import { matchEvent, type KnownEvent } from "#lib/happenings/match-event.ts";

const TALKS = { day: "2025-03-04", placeName: "Geneva", actorIds: ["a", "b", "c"] };
const event = (id: string, values: Partial<KnownEvent> = {}): KnownEvent => ({
  ...{ id, startsOn: "2025-03-04", endsOn: "2025-03-04", placeName: "Geneva" },
  ...{ actorIds: ["a", "b"], ...values },
});

describe("matching a known event", () => {
  it("takes the one that agrees in day, place and most participants", () => {
    const all = [event("talks"), event("round-two", { actorIds: ["a", "b", "c"] })];
    expect(matchEvent(TALKS, all)).toBe("round-two");
  });

  it.each([
    ["another day", { startsOn: "2025-03-06", endsOn: "2025-03-07" }],
    ["another place", { placeName: "Vienna" }],
    ["one participant of several", { actorIds: ["a", "x"] }],
    ["no participant known", { actorIds: [] }],
  ])("refuses %s", (_, values) => {
    expect(matchEvent(TALKS, [event("talks", values)])).toBeNull();
  });

  it("bears a day's difference, and a place that is not known", () => {
    const near = event("talks", { startsOn: "2025-03-05", endsOn: "2025-03-05", placeName: null });
    expect(matchEvent(TALKS, [near])).toBe("talks");
  });
});
