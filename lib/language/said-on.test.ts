import { describe, expect, it } from "vitest";
import { findSaidOn } from "#lib/language/said-on.ts";
import { findTimeExpressions } from "#lib/language/time-expressions.ts";
import { markedWords } from "#lib/testing/marked-words.ts";

const TODAY = "2025-02-27"; // a Thursday

/** In each sentence the words said stand in {}, the cue in <>. */
function saidOn(marked: string) {
  const { text, sentence, words } = markedWords(marked);
  const found = findSaidOn(text, sentence, words, findTimeExpressions(text, TODAY), TODAY);
  return found && [text.slice(found.span.start, found.span.end), found.value];
}

describe("when words were said", () => {
  it.each([
    ["Ada Brook <said> on Monday {that it was over}.", "Monday", "2025-02-24"],
    ["{“It is over,”} Ada Brook <said> Tuesday.", "Tuesday", "2025-02-25"],
    ["Ada Brook on Tuesday <said> {it was over}.", "Tuesday", "2025-02-25"],
    ["{“No,”} she <told> reporters in Kyiv last week.", "last week", "2025-02-17/2025-02-23"],
    ["In an interview on Monday, Ada Brook <said> {it was over}.", "Monday", "2025-02-24"],
    ["On 14 February, {“in May 2024,”} <said> Ada Brook, {“I left.”}", "14 February", "2025-02-14"],
    [
      "{“No,”} <said> Ada Brook, the minister, in a statement late on Sunday.",
      "Sunday",
      "2025-02-23",
    ],
    ["In Monday’s speech she <said> {no}.", "Monday", "2025-02-24"],
    ["The ministry <said> in 2014 {that all was well in 2012}.", "2014", "2014"],
    ["It rained in Oslo last week. On Monday Mr. Dene <said> {no}.", "Monday", "2025-02-24"],
    ["{“No,”} she <said> earlier this month.", "earlier this month", "2025-02"],
  ])("%s", (marked, words, value) => {
    expect(saidOn(marked)).toEqual([words, value]);
  });

  it.each([
    "Ada Brook <said> {the talks would be held on Monday}.",
    "Ada Brook, who resigned in May, <said> {it was over}.",
    "Ada Brook, elected in 2019, <said> {it was over}.",
    "After talks on Monday, Ada Brook <said> {it was over}.",
    "{“No,”} <said> Ada Brook, who left on Monday.",
    "{“No,”} <said> Ada Brook. On Monday she left.",
    "He left on Monday. Ada Brook <said> {“no”}.",
    "{“No,”} she <said> of Monday’s vote.",
    "{“No,”} she has <said> since 2014.",
    "{“No,”} she <said> recently.",
    "In last week’s Oslo vote, she <said> {no}.",
    "OSLO, Feb. 3 (Agency) — Ada Brook <said> {no}.",
    "She will <say> on Monday {that it is over}.",
    "She <said> {no} for three months.",
    "She <said> {no}.",
  ])("none: %s", (marked) => {
    expect(saidOn(marked)).toBeNull();
  });

  it("looks at no time outside the sentence, and at none without a cue", () => {
    const { text, words } = markedWords("She <said> on Monday {no}.");
    const times = findTimeExpressions(text, TODAY);
    expect(findSaidOn(text, { start: 0, end: 10 }, words, times, TODAY)).toBeNull();
    const sentence = { start: 0, end: text.length };
    expect(findSaidOn(text, sentence, { ...words, cue: null }, times, TODAY)).toBeNull();
  });
});
