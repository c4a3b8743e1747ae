import fc from "fast-check";
import { expect, it } from "vitest";
import { signInPath, toReturnPath } from "#lib/auth/return-path.ts";

it.each(["/admin/topics", "/admin/articles?status=draft&page=2", "/", "/2025/02/27/a-slug"])(
  "goes back to %s",
  (path) => expect(toReturnPath(path)).toBe(path),
);

it.each([
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/\t/evil.example",
  "/.//evil.example",
  "/a/..//evil.example",
  "https://evil.example/",
  "javascript:alert(1)",
  "admin",
  "",
  null,
  undefined,
])("does not follow %j", (from) => expect(toReturnPath(from)).toBe("/admin"));

it("never leads a browser to another site", () => {
  const site = "https://archive.example";
  const awkward = fc.string({
    unit: fc.constantFrom("/", "\\", ".", "a", ":", "@", "?", "#", "\n", "\t", " "),
  });
  fc.assert(
    fc.property(awkward, (from) => {
      expect(new URL(toReturnPath(`/${from}`), site).origin).toBe(site);
    }),
    { numRuns: 2_000 },
  );
});

it("leads to the form, and back where that needs saying", () => {
  expect(signInPath("/admin")).toBe("/sign-in");
  expect(signInPath("/admin/topics?x=1")).toBe("/sign-in?from=%2Fadmin%2Ftopics%3Fx%3D1");
});
