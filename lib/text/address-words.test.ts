import { expect, it } from "vitest";
import { wordsOfAddress } from "./address-words.ts";

it.each([
  ["/2025/02/27/starmer-meets-trump.html?ref=x", "starmer meets trump"],
  ["/events/oval-office-clash-2025-02", "oval office clash"],
  ["/%D0%9A%D0%B8%D1%97%D0%B2", "Київ"],
  ["/%E0%A4%A/broken", "broken"],
  ["/2025/13", ""],
  ["/", ""],
  ["/events", ""],
  ["/<script>alert(1)</script>", "script alert script"],
  [`/${"word-".repeat(50)}`, "word word word word word word word word"],
])("finds in %s the words %j", (path, words) => {
  expect(wordsOfAddress(path)).toBe(words);
});
