import { expect, it } from "vitest";
import { lowerCaseOf } from "./lower-case.ts";

it("keeps every letter in its place", () => {
  expect(lowerCaseOf("İSTANBUL, Київ, ΟΔΟΣ")).toBe("istanbul, київ, οδος");
  expect(lowerCaseOf("")).toBe("");
});

it("is as long as the text, whatever characters that has", () => {
  for (let plane = 0; plane < 0x20000; plane += 0x400) {
    const text = Array.from({ length: 0x400 }, (_, i) => String.fromCodePoint(plane + i)).join("");
    expect(lowerCaseOf(text)).toHaveLength(text.length);
  }
});
