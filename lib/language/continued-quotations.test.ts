import { describe, expect, it } from "vitest";
import { ContinuationReader } from "./continued-quotations.ts";
import { readPassage } from "./passage.ts";
import type { Report } from "./reports.ts";

/** What the last quoted string goes on with; each report by its cue and the words of its content. */
function continued(text: string, ...given: readonly (readonly [cue: string, content: string])[]) {
  const passage = readPassage(text);
  const tokenAt = (at: number) => passage.tokens.findIndex(({ end }) => end > at);
  const reports = given.map(([cue, content]): Report => {
    const start = text.indexOf(content);
    const range = { from: tokenAt(start), to: tokenAt(start + content.length - 1) + 1 };
    return { cue: tokenAt(text.indexOf(cue)), content: [range], source: null, chance: 1 };
  });
  const found = new ContinuationReader(passage, reports).reportOf(passage.quotes.length - 1);
  return found ? given[reports.indexOf(found)]?.[0] : null;
}

describe("reportOf", () => {
  it("goes on with the sentence before, whether quoted or not", () => {
    expect(
      continued("The deal is near, she said. “It is done.”", ["said", "The deal is near"]),
    ).toBe("said");
  });

  it("goes on in a part of a sentence only after a quotation and its cue", () => {
    const end = "“It is done,” which was news.";
    expect(continued(`“Yes,” she said. ${end}`, ["said", "“Yes,”"])).toBe("said");
    expect(
      continued(`The deal is near, she said. ${end}`, ["said", "The deal is near"]),
    ).toBeNull();
  });

  it("takes the report that is no part of another", () => {
    const text = "She said he hoped for a deal. “It is done.”";
    const inner = ["hoped", "for a deal"] as const;
    expect(continued(text, inner, ["said", "he hoped for a deal"])).toBe("said");
  });

  it("begins anew in another paragraph, or after another sentence", () => {
    const report = ["said", "“Yes,”"] as const;
    expect(continued("“Yes,” she said.\n\n“It is done.”", report)).toBeNull();
    expect(continued("“Yes,” she said. The hall was full. “It is done.”", report)).toBeNull();
  });
});
