import { describe, expect, it } from "vitest";
import { describeSpeaker, type DescriptionKind } from "./descriptions.ts";

const TABLE: Record<DescriptionKind, string[]> = {
  name: [
    "Ada Brook",
    "Prime Minister Ada Brook",
    "Mr Tarn",
    "Ada Brook, the foreign secretary",
    "the foreign secretary, Ada Brook",
    "his Polish counterpart, Ada Brook",
  ],
  pronoun: ["he", "She", "they", "We", "I", "it", "who"],
  office: [
    "the prime minister",
    "the president of Ukraine",
    "The Foreign Secretary",
    "the British ambassador to Kyiv",
    "the former defence secretary",
    "the secretary of state",
    "the ministry",
    "the Ukrainian government",
    "the Kremlin",
  ],
  counterpart: ["his Ukrainian counterpart", "her US opposite number", "their counterparts"],
  description: [
    "a senior official",
    "officials",
    "a former minister",
    "three ministers",
    "residents",
    "a spokeswoman",
    "protesters in the city",
  ],
  anonymous: [
    "two people familiar with the talks",
    "sources close to the president",
    "a source",
    "a diplomatic source",
    "a senior official who asked not to be named",
    "an official speaking on condition of anonymity",
    "people briefed on the plan",
    "an unnamed minister",
    "a diplomat not authorised to speak publicly",
    "officials with knowledge of the plan",
  ],
};

describe("describeSpeaker", () => {
  it.each(
    Object.entries(TABLE).flatMap(([kind, phrases]) => phrases.map((phrase) => [phrase, kind])),
  )("calls %j %s", (phrase, kind) => {
    expect(describeSpeaker(phrase)).toEqual({ kind });
  });

  it.each(["", "   ", "the ".repeat(100_000), "A".repeat(1_000_000), "وزير الخارجية"])(
    "survives any text",
    (phrase) => {
      expect(Object.keys(TABLE)).toContain(describeSpeaker(phrase).kind);
    },
  );
});
