import { expect, it } from "vitest";
import { readSaidOn, writeSaidOn } from "./said-on.ts";

const PUBLISHED = "2025-02-27";

it.each([
  ["27 Feb 2025", "2025-02-27"],
  ["27/02/2025", "2025-02-27"],
  ["yesterday", "2025-02-26"],
  ["February 2025", "2025-02"],
  ["2024", "2024"],
  ["2025-02-14/2025-02-16", "2025-02-14/2025-02-16"],
  ["14 February 2025 to 16 February 2025", "2025-02-14/2025-02-16"],
  ["2021-03~", "2021-03~"],
])("reads %s", (text, edtf) => {
  expect(readSaidOn(text, PUBLISHED)).toBe(edtf);
});

it.each(["in due course", "31 February 2025", ""])("does not guess at “%s”", (text) => {
  expect(readSaidOn(text, PUBLISHED)).toBeNull();
});

it.each([
  ["2025-02-27", "27 February 2025"],
  ["2025-02", "February 2025"],
  ["2025", "2025"],
  ["2021-03~", "2021-03~"],
  ["2025-02-14/2025-02-16", "2025-02-14/2025-02-16"],
])("writes %s so that it is read again as it was", (edtf, words) => {
  expect(writeSaidOn(edtf)).toBe(words);
  expect(readSaidOn(words, PUBLISHED)).toBe(edtf);
});
