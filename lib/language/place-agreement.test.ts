import { expect, it } from "vitest";
import { firstLabel, innerLabel, OUTSIDE } from "./name-labels.ts";
import { tokenise } from "./name-tokens.ts";
import { agreeOnPlaces } from "./place-agreement.ts";

const PLACE = [firstLabel("location"), innerLabel("location")];
const PERSON = [firstLabel("person"), innerLabel("person")];

/** What is a place in a text of which some phrases are tagged, each where it stands first. */
function placesAfter(text: string, tagged: Record<string, number[]>): string[] {
  const sentences = tokenise(text).map((tokens) => ({
    tokens,
    words: [],
    labels: new Uint8Array(tokens.length).fill(OUTSIDE),
    margins: new Float64Array(tokens.length),
  }));
  for (const [phrase, [first = 0, within = 0]] of Object.entries(tagged)) {
    const start = text.indexOf(phrase);
    for (const { tokens, labels } of sentences)
      tokens.forEach((token, i) => {
        if (token.start < start || token.end > start + phrase.length) return;
        labels[i] = token.start === start ? first : within;
      });
  }
  agreeOnPlaces(sentences);
  return sentences.flatMap(({ tokens, labels }) =>
    tokens.filter((_, i) => PLACE.includes(labels[i] ?? OUTSIDE)).map((token) => token.text),
  );
}

it("makes a place of the same phrase elsewhere, also where it was taken for a person", () => {
  const text = "They left the old mill. Tarn fell. The old mill stood. They took Tarn.";
  expect(placesAfter(text, { "the old mill": PLACE, Tarn: PLACE })).toEqual(
    "the old mill Tarn The old mill Tarn".split(" "),
  );
  expect(placesAfter("In Tarn. For Tarn.", { "In Tarn": [OUTSIDE, PLACE[0]!] })).toHaveLength(2);
});

it("leaves what is named otherwise, written otherwise, or mostly no place", () => {
  expect(placesAfter("They saw US. Tell us.", { US: PLACE })).toEqual(["US"]);
  expect(placesAfter("To Tarn. Ada Tarn spoke.", { Tarn: PLACE, "Ada Tarn": PERSON })).toEqual([
    "Tarn",
  ]);
  expect(placesAfter("A mill. A mill. A mill. A mill.", { mill: PLACE })).toEqual(["mill"]);
});
