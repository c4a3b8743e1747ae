import { describe, expect, it } from "vitest";
import { differingFields, listFieldChoices, mergeStates } from "./compare-states.ts";
import type { EventFields } from "./schema-editing.ts";

const BASE: EventFields = {
  ...{ title: "Talks", kind: "meeting", date: "2025-02-27", lift: 0 },
  ...{ placeName: "Northport", placeCountry: null, latitude: null, longitude: null },
  ...{ participants: [], facts: ["They met."], topics: [], related: [], sources: [] },
};

describe("mergeStates", () => {
  it("takes what each changed where nobody else did", () => {
    const merged = mergeStates(BASE, { ...BASE, title: "Long talks" }, { ...BASE, lift: 1 });
    expect(merged).toEqual({ ...BASE, title: "Long talks", lift: 1 });
  });

  it("leaves to a person what both changed, unless they agree", () => {
    expect(mergeStates(BASE, { ...BASE, lift: 2 }, { ...BASE, lift: 1 })).toBeNull();
    expect(mergeStates(BASE, { ...BASE, lift: 2 }, { ...BASE, lift: 2 })).toEqual({
      ...BASE,
      lift: 2,
    });
  });
});

it("says in words what there is to choose between", () => {
  const mine = {
    ...BASE,
    participants: [{ actorId: "marsh", role: "host" }],
    facts: ["They met twice."],
  };
  const theirs = { ...BASE, facts: ["They met.", "They dined."] };
  expect(listFieldChoices(BASE, theirs, mine)).toEqual([
    {
      field: "participants",
      label: "Participants",
      theirs: "",
      mine: "marsh, host",
      changedBy: "me",
    },
    {
      field: "facts",
      label: "Facts",
      theirs: "They met.\nThey dined.",
      mine: "They met twice.",
      changedBy: "both",
    },
  ]);
  expect(differingFields(BASE, BASE)).toEqual([]);
});
