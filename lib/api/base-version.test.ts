import { expect, it } from "vitest";
import { requireBaseVersion } from "#lib/api/base-version.ts";

it.each([
  [3, null, 3],
  [undefined, '"3"', 3],
  [3, ' "3" ', 3],
])("takes body %j and If-Match %j as %j", (version, ifMatch, expected) => {
  expect(requireBaseVersion(version, ifMatch)).toBe(expected);
});

it.each([
  [undefined, null],
  [3, '"4"'],
  [undefined, "*"],
  [undefined, 'W/"3"'],
  [3, "3"],
])("refuses body %j with If-Match %j", (version, ifMatch) => {
  expect(() => requireBaseVersion(version, ifMatch)).toThrow(
    expect.objectContaining({ code: "invalid_input" }),
  );
});
