import { describe, expect, it } from "vitest";
import { compareStatements } from "#lib/statements/compare-statements.ts";
import type { KnownStatement, SuggestedStatement } from "#lib/statements/types.ts";

const BODY = "It began at noon. “We will stay here for good,” said Ada Brook. All rose.";
const SAID = "“We will stay here for good,”";

function suggested(words: string, more: Partial<SuggestedStatement> = {}): SuggestedStatement {
  const start = BODY.indexOf(words);
  const span = { start, end: start + words.length };
  const parts = {
    ...{ content: [span], quotes: [span], insertions: [] },
    ...{ cue: null, source: null, venue: null, saidOn: null },
  };
  return {
    ...{ kind: "direct", parts, speakerId: null, speakerText: "Ada Brook", isAnonymous: false },
    ...{ venue: null, saidOn: null, confidence: 0.7, topics: [], ...more },
  };
}

function known(suggestion: SuggestedStatement, more: Partial<KnownStatement> = {}): KnownStatement {
  const topics = suggestion.topics.map((topic) => ({ ...topic, status: "suggested" as const }));
  return {
    ...{ ...suggestion, topics, id: "1", status: "suggested", createdAt: new Date(0) },
    ...{ sourcePublisher: null, sourceUrl: null, decidedAt: null, decidedById: null, ...more },
  };
}

const NOTHING = { gained: 0, lost: 0, hasChanges: false };

describe("compareStatements", () => {
  it("finds nothing where the same is suggested, however its topics are ordered or rounded", () => {
    const topics = [
      { topicId: "port", confidence: 0.8 },
      { topicId: "ceasefire", confidence: 0.6 },
    ];
    const stored = known(suggested(SAID, { topics: topics.toReversed() }), {
      confidence: 0.699999988,
    });
    expect(compareStatements(BODY, [stored], [suggested(SAID, { topics })])).toMatchObject(NOTHING);
  });

  it("counts what comes and goes", () => {
    const other = suggested("All rose");
    expect(compareStatements(BODY, [known(suggested(SAID))], [other])).toMatchObject({
      ...{ gained: 1, lost: 1, hasChanges: true },
    });
  });

  it("tells a statement that is read otherwise from one that comes", () => {
    const again = suggested(SAID, { speakerId: "brook" });
    const difference = compareStatements(BODY, [known(suggested(SAID))], [again]);
    expect(difference).toMatchObject({ gained: 0, lost: 0, hasChanges: true });
  });

  it("leaves what a person decided, and takes no notice of places without words", () => {
    const decided = known(suggested(SAID), { status: "confirmed", decidedAt: new Date(0) });
    const empty = suggested("");
    expect(compareStatements(BODY, [decided], [])).toMatchObject(NOTHING);
    expect(compareStatements(BODY, [decided], [suggested(SAID), empty])).toMatchObject(NOTHING);
  });
});
