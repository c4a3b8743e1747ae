import { describe, expect, it } from "vitest";
import { findVenue } from "#lib/language/venue.ts";
import { markedWords } from "#lib/testing/marked-words.ts";

/** In each sentence the words said stand in {}, the cue in <>, the source in []. */
function venueOf(marked: string): string | null {
  const { text, sentence, words } = markedWords(marked);
  const venue = findVenue(text, sentence, words);
  if (venue) expect(text.slice(venue.span.start, venue.span.end)).toBe(venue.value);
  return venue?.value ?? null;
}

describe("the place or occasion of a statement", () => {
  it.each([
    [
      "{“We are close,”} Ada Brook <said> on the plane to Washington DC.",
      "on the plane to Washington DC",
    ],
    ["Speaking to ITV’s Peston, Ada Brook <said> {it was over}.", "Speaking to ITV’s Peston"],
    [
      "In an interview with the BBC on Sunday, she <said> {it was over}.",
      "In an interview with the BBC",
    ],
    ["{“It is over,”} she <posted> on X.", "posted on X"],
    ["{“It is over,”} she <wrote> in a post on Telegram on Friday.", "wrote in a post on Telegram"],
    ["Ada Brook <told> reporters in Kyiv {that it was over}.", "told reporters in Kyiv"],
    ["{“It is over,”} she <told> reporters.", "told reporters"],
    ["She <told> BBC Radio 4 {it was over}.", "told BBC Radio 4"],
    [
      "{“No,”} he <said> at a news conference in Brussels late on Thursday.",
      "at a news conference in Brussels",
    ],
    ["The ministry <said> in a statement {that it was over}.", "in a statement"],
    [
      "At a meeting of foreign ministers in Luxembourg, he <said> {no}.",
      "At a meeting of foreign ministers in Luxembourg",
    ],
    [
      "Speaking at a summit in Paris, Brook <told> reporters {it was over}.",
      "at a summit in Paris",
    ],
    ["{“No,”} he <told> MPs in the House of Commons.", "told MPs in the House of Commons"],
    ["{“No,”} he <said> aboard Air Force One.", "aboard Air Force One"],
    ["{“No,”} she <said> in Kyiv on Monday.", "in Kyiv"],
    [
      "In a joint statement with Carl Dene, she <said> {no}.",
      "In a joint statement with Carl Dene",
    ],
  ])("%s", (marked, venue) => {
    expect(venueOf(marked)).toBe(venue);
  });

  it.each([
    "She <said> {the talks in Brussels were over}.",
    "She <said> {in a statement of this kind there is no news}.",
    "Ada Brook, who resigned in a letter to the king, <said> {no}.",
    "Ada Brook <said> {it was over}. In a statement, Carl Dene denied it.",
    "{“No,”} she <said> in Ukrainian.",
    "Speaking in Ukrainian, she <said> {no}.",
    "{“No,”} she <told> her brother.",
    "After a meeting in Oslo, she <said> {no}.",
    "{“No,”} <said> Ada Brook of the plan.",
    "Carl Dene, speaking to the BBC, denied it. {“It is so,”} [Ada Brook] <said>.",
    "Ada Brook, speaking to the BBC, denied it. It rained. {“It is so,”} [she] <said>.",
  ])("none: %s", (marked) => {
    expect(venueOf(marked)).toBeNull();
  });

  it("says nothing without a cue, and takes long sentences in good time", () => {
    const { text, sentence, words } = markedWords("{“No.”} In a statement, <yes>.");
    expect(findVenue(text, sentence, { ...words, cue: null })).toBeNull();
    const long = `${"in a speaking to in the ".repeat(50_000)}she <said> {no}.`;
    expect(venueOf(long)).toBeNull();
  });
});
