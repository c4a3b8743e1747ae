import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findEvidence, type SearchedArticle, type SoughtEvent } from "./evidence.ts";

const EVENT: SoughtEvent = {
  date: "2025-02-27",
  startsOn: "2025-02-27",
  endsOn: "2025-02-27",
  title: "Marsh and Bell sign a harbour treaty in Northport",
  placeName: "Customs House, Northport",
  placeCountry: "Ruritania",
  facts: [
    "Marsh and Bell signed the harbour treaty in Northport.",
    "The treaty opens twelve harbours to merchant ships.",
  ],
  participants: [
    { actorId: "marsh", name: "Eve Marsh" },
    { actorId: "bell", name: "Tom Bell" },
  ],
};

function article(text: string, more: Partial<SearchedArticle> = {}): SearchedArticle {
  let startsAt = 0;
  const paragraphs = text.split("\n\n").map((each) => {
    const paragraph = { text: each, startsAt };
    startsAt += each.length + 2;
    return paragraph;
  });
  return { id: "a", publishedOn: "2025-02-28", paragraphs, mentions: [], ...more };
}

describe("findEvidence", () => {
  it("finds the sentences that speak of the event, with what they share and where they stand", () => {
    const body =
      "It rained all week.\n\nOn Thursday Marsh signed a harbour treaty at Customs House. The band played.";
    const [found, ...rest] = findEvidence(EVENT, [article(body)]);
    expect(rest).toEqual([]);
    expect(found?.text).toBe("On Thursday Marsh signed a harbour treaty at Customs House.");
    expect(body.slice(found?.span.start, found?.span.end)).toBe(found?.text);
    expect(found).toMatchObject({ paragraph: 2, facts: [0] });
    expect(found?.shares).toMatchObject({
      date: "Thursday",
      place: "Customs House",
      people: ["Eve Marsh"],
    });
    expect(found?.shares.words).toEqual(expect.arrayContaining(["signed", "harbour", "treaty"]));
  });

  it("counts days from the day of the article", () => {
    const text = "The treaty was signed in Northport on Thursday.";
    const [later] = findEvidence(EVENT, [article(text, { publishedOn: "2025-03-28" })]);
    expect(later?.shares.date ?? null).toBeNull();
  });

  it("knows a participant by a mention whatever the words are", () => {
    const text = "The minister opened the harbours to ships on 27 February 2025.";
    const mentions = [{ actorId: "bell", startsAt: 0, endsAt: 12 }];
    const [found] = findEvidence(EVENT, [article(text, { mentions })]);
    expect(found?.shares.people).toEqual(["Tom Bell"]);
  });

  it("does not take one thing in common for evidence", () => {
    expect(findEvidence(EVENT, [article("Ruritania has many rivers.")])).toEqual([]);
    expect(findEvidence(EVENT, [article("It happened on 27 February 2025.")])).toEqual([]);
    expect(findEvidence(EVENT, [article("Northporters like Marshall stew.")])).toEqual([]);
  });

  it("does not take the same people at the same place, or on another day, for the event", () => {
    expect(findEvidence(EVENT, [article("Marsh and Bell dined at Customs House.")])).toEqual([]);
    const text = "On 3 March 2025 Marsh and Bell signed a harbour treaty in Northport.";
    expect(findEvidence(EVENT, [article(text, { publishedOn: "2025-03-04" })])).toEqual([]);
  });

  it("takes at most three of an article, in the order of the text", () => {
    const sentence = "Marsh and Bell signed the harbour treaty in Northport.";
    const found = findEvidence(EVENT, [article(Array(6).fill(sentence).join(" "))]);
    expect(found).toHaveLength(3);
    expect(found.map(({ span }) => span.start)).toEqual([0, 55, 110]);
  });

  it("finds nothing that does not stand at its place, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("Marsh", "signed.", "the treaty", "Thursday", "\n\n", "Northport"),
        ),
        (parts) => {
          const body = parts.join(" ");
          for (const { span, text } of findEvidence(EVENT, [article(body)])) {
            expect(body.slice(span.start, span.end)).toBe(text);
          }
        },
      ),
    );
  });
});
