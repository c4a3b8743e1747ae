import { expect, it } from "vitest";
import { isFrontOf, isVersion, type AtAddress } from "#lib/articles/is-version.ts";

const TEXT: AtAddress = {
  headline: "Talks in Alder end without a deal",
  publishedOn: "2025-02-27",
  body: "Ministers of Northmark and Westvale left Alder on Thursday without a deal on grain.",
};
const OTHER: AtAddress = {
  headline: "Ferry strike called off",
  publishedOn: "2025-05-02",
  body: "Sailors at the port of Elmouth accepted an offer of higher pay late in the evening.",
};

it.each<[boolean, string, AtAddress]>([
  [true, "a text that goes on", { ...OTHER, body: `${TEXT.body} ${OTHER.body}` }],
  [
    true,
    "another text under the headline",
    { ...OTHER, headline: "Talks in Alder: end without a deal" },
  ],
  [true, "another text of the same day", { ...OTHER, publishedOn: TEXT.publishedOn }],
  [false, "another text, headline and day", OTHER],
  [false, "another text and headline without a day", { ...OTHER, publishedOn: null }],
  [false, "nothing", { headline: null, publishedOn: null, body: "" }],
])("%s: %s is a version", (expected, _what, other) => {
  expect(isVersion(TEXT, other)).toBe(expected);
  expect(isVersion(other, TEXT)).toBe(expected);
});

it("knows an outlet's front that is not at its root", () => {
  expect(isFrontOf("https://www.example.org/alder-post", "example.org/alder-post")).toBe(true);
  expect(isFrontOf("https://www.example.org/", "example.org/alder-post")).toBe(false);
  expect(isFrontOf(null, "example.org/alder-post")).toBe(false);
});
