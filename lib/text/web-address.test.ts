import { expect, it } from "vitest";
import { isWebAddress } from "#lib/text/web-address.ts";

it.each([
  ["https://gazette.example/a", true],
  ["HTTP://gazette.example", true],
  ["javascript:alert(1)", false],
  ["//gazette.example", false],
  ["data:text/html,https://gazette.example", false],
])("%s: %s", (url, is) => {
  expect(isWebAddress(url)).toBe(is);
});
