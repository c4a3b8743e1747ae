import { describe, expect, it } from "vitest";
import { FeatureSink, toKey } from "#lib/language/feature-keys.ts";
import { ChoiceSet } from "./softmax-trainer.ts";

const SETTINGS = { epochs: 20, rate: 0.5, l1: 0, l2: 0, minCount: 1, minWeight: 0.01 };
const TEMPLATE = toKey("colour");

/** Each time the candidate of the first colour is right, beside one of the second. */
function choicesOf(pairs: readonly (readonly [right: string, wrong: string])[]): ChoiceSet {
  const choices = new ChoiceSet();
  const sink = new FeatureSink(choices.names);
  for (const [right, wrong] of pairs) {
    for (const colour of [right, wrong]) {
      sink.clear();
      sink.add(TEMPLATE, toKey(colour));
      choices.addCandidate(sink);
    }
    choices.endChoice(0);
  }
  return choices;
}

describe("ChoiceSet", () => {
  it("learns which candidates are right", () => {
    const { colour } = choicesOf(Array(5).fill(["red", "blue"])).train(SETTINGS);
    expect(colour?.red).toBeGreaterThan(0);
    expect(colour?.blue).toBeLessThan(0);
  });

  it("learns nothing of the choices that are left out", () => {
    const choices = choicesOf([
      ["red", "blue"],
      ["blue", "red"],
      ["blue", "red"],
    ]);
    expect(choices.train(SETTINGS).colour?.red).toBeLessThan(0);
    expect(choices.train(SETTINGS, { from: 1, to: 3 }).colour?.red).toBeGreaterThan(0);
  });
});
