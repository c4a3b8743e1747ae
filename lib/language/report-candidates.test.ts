import { describe, expect, it } from "vitest";
import { AttributionModel } from "./attribution-model.ts";
import weights from "./attribution-weights.json" with { type: "json" };
import { readPassage, spanOf } from "./passage.ts";
import { MAX_CANDIDATES, readCues } from "./report-candidates.ts";

const model = new AttributionModel(weights);

function read(text: string) {
  const passage = readPassage(text);
  const { readings, cueChances } = readCues(model, passage);
  return {
    cueChances,
    tokens: passage.tokens,
    cues: readings.map(({ reader, candidates }) => ({
      cue: passage.tokens[reader.cue]?.word.text,
      candidates,
      contents: candidates.map(({ content }) =>
        content.map((range) => {
          const span = spanOf(passage.tokens, range);
          return span ? text.slice(span.start, span.end) : "";
        }),
      ),
    })),
  };
}

describe("readCues", () => {
  it("gives several contents to a cue, the likeliest first", () => {
    const { cues } = read("Ada Brook said that the talks would go on, and that the deal was near.");
    const said = cues.find(({ cue }) => cue === "said");
    expect(said?.contents).toContainEqual([
      "that the talks would go on, and that the deal was near",
    ]);
    const chances = said?.candidates.map(({ chance }) => chance) ?? [];
    expect(chances.length).toBeGreaterThan(1);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
  });

  it("knows how likely each word is a cue", () => {
    const { cueChances, tokens } = read("Ada Brook said that the talks would go on.");
    const likely = tokens.filter((_, i) => (cueChances[i] ?? 0) > 0.5);
    expect(likely.map(({ word }) => word.text)).toEqual(["said"]);
  });

  it("looks at few candidates, however long the sentence is", () => {
    const { cues } = read(
      `Ada Brook said that ${"the talks went on, and ".repeat(200)}all was well.`,
    );
    for (const { candidates } of cues) {
      expect(candidates.length).toBeLessThanOrEqual(MAX_CANDIDATES);
    }
  });
});
