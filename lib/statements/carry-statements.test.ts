import { describe, expect, it } from "vitest";
import { carryStatements } from "#lib/statements/carry-statements.ts";
import type { KnownStatement, NewStatement, SuggestedStatement } from "#lib/statements/types.ts";

const BEFORE = "It began at noon. “We will stay here for good,” said Ada Brook. All rose.";
const SAID = "“We will stay here for good,”";

function suggested(body: string, words: string, more: Partial<SuggestedStatement> = {}) {
  const start = body.indexOf(words);
  const span = { start, end: start + words.length };
  const parts = {
    ...{ content: [span], quotes: [span], insertions: [] },
    ...{ cue: null, source: null, venue: null, saidOn: null },
  };
  return {
    ...{ kind: "direct" as const, parts, speakerId: null, speakerText: null, isAnonymous: false },
    ...{ venue: null, saidOn: null, confidence: 0.5, topics: [], ...more },
  };
}

function known(words: string, more: Partial<KnownStatement> = {}): KnownStatement {
  return {
    ...suggested(BEFORE, words),
    ...{ id: "1", status: "confirmed", topics: [], sourcePublisher: null, sourceUrl: null },
    ...{ createdAt: new Date(0), decidedAt: new Date(0), decidedById: null, ...more },
  };
}

const wordsIn = (body: string, statements: NewStatement[]) =>
  statements.map(({ parts: { content } }) =>
    content.map(({ start, end }) => body.slice(start, end)).join(" … "),
  );

describe("carryStatements", () => {
  it("moves what is confirmed with its words, however they are read now", () => {
    const after = `A line more. ${BEFORE}`;
    const again = suggested(after, SAID, { speakerText: "All" });
    const carried = carryStatements(
      { before: BEFORE, after },
      [known(SAID, { speakerText: "Ada Brook" })],
      [again],
    );
    expect(wordsIn(after, carried)).toEqual([SAID]);
    expect(carried[0]).toMatchObject({ id: "1", status: "confirmed", speakerText: "Ada Brook" });
    expect(carried[0]?.parts.quotes).toEqual(carried[0]?.parts.content);
  });

  it("follows words to another paragraph", () => {
    const after =
      "All rose.\n\nIt began at noon, as planned.\n\n“We will stay here for good,” said she.";
    const carried = carryStatements({ before: BEFORE, after }, [known(SAID)], []);
    expect(wordsIn(after, carried)).toEqual([SAID]);
  });

  it("takes the surer of two readings of the same words, as the one that stood there", () => {
    const readings = [
      suggested(BEFORE, SAID, { confidence: 0.4, speakerText: "All" }),
      suggested(BEFORE, SAID, { confidence: 0.6, speakerText: "Ada Brook" }),
    ];
    const before = known(SAID, { status: "suggested" });
    const carried = carryStatements({ before: BEFORE, after: BEFORE }, [before], readings);
    expect(carried).toMatchObject([{ id: "1", speakerText: "Ada Brook" }]);
  });

  it("lets it go with its words, and what is found instead stands alone", () => {
    const after = BEFORE.replace("for good", "for a year");
    const fresh = suggested(after, "“We will stay here for a year,”");
    const carried = carryStatements({ before: BEFORE, after }, [known(SAID)], [fresh]);
    expect(carried).toHaveLength(1);
    expect(carried[0]).not.toHaveProperty("id");
  });

  it("does not suggest again what was rejected, and does suggest a part of it", () => {
    const wide = "It began at noon. “We will stay here for good,” said Ada Brook.";
    const statements = [known(wide, { status: "rejected" })];
    const carried = carryStatements({ before: BEFORE, after: BEFORE }, statements, [
      suggested(BEFORE, wide),
      suggested(BEFORE, "“We will stay"),
    ]);
    expect(carried.map(({ status }) => status)).toEqual(["rejected", undefined]);
    expect(wordsIn(BEFORE, carried)).toEqual([wide, "“We will stay"]);
  });

  it("leaves a suggestion that is made again the one that it was, as it is read now", () => {
    const after = `A line more. ${BEFORE}`;
    const before = known(SAID, { status: "suggested", decidedAt: null, speakerText: "All" });
    const again = suggested(after, SAID, { speakerText: "Ada Brook" });
    const [carried, ...rest] = carryStatements({ before: BEFORE, after }, [before], [again]);
    expect(rest).toEqual([]);
    expect(carried).toMatchObject({ id: "1", createdAt: new Date(0), speakerText: "Ada Brook" });
  });

  it("drops a suggestion that is made no more", () => {
    const before = known(SAID, { status: "suggested", decidedAt: null });
    expect(carryStatements({ before: BEFORE, after: BEFORE }, [before], [])).toEqual([]);
  });

  it("keeps topics that a person decided about, of a suggestion too", () => {
    const topics = [
      { topicId: "ceasefire", status: "rejected" as const, confidence: 0.6 },
      { topicId: "troops", status: "suggested" as const, confidence: 0.6 },
    ];
    const before = known(SAID, { status: "suggested", decidedAt: null, topics });
    const again = suggested(BEFORE, SAID, {
      speakerText: "Ada Brook",
      topics: [
        { topicId: "ceasefire", confidence: 0.8 },
        { topicId: "budget", confidence: 0.8 },
      ],
    });
    const [carried] = carryStatements({ before: BEFORE, after: BEFORE }, [before], [again]);
    expect(carried).toMatchObject({ id: "1", status: "suggested", speakerText: "Ada Brook" });
    expect(carried?.topics.map(({ topicId, status }) => [topicId, status])).toEqual([
      ["ceasefire", "rejected"],
      ["budget", "suggested"],
    ]);
  });

  it("leaves out who said it where those words are gone", () => {
    const after = BEFORE.replace("said Ada Brook", "it was said");
    const source = { start: BEFORE.indexOf("Ada"), end: BEFORE.indexOf(". All") };
    const parts = { ...known(SAID).parts, source };
    const [carried] = carryStatements({ before: BEFORE, after }, [known(SAID, { parts })], []);
    expect(carried?.parts.source).toBeNull();
  });
});
