import fc from "fast-check";
import { expect, it } from "vitest";
import { firstFreeSlug, toSlug } from "#lib/text/slug.ts";

it.each([
  ["Ministers meet in Kyiv", "ministers-meet-in-kyiv"],
  ["‘Backstop’: what’s at stake?", "backstop-whats-at-stake"],
  ["Зустріч у Києві", "zustrich-u-kiyevi"],
  ["  £5bn & a half  ", "5bn-and-a-half"],
  ["日本", "article"],
  ["…", "article"],
])("%s → %s", (words, slug) => {
  expect(toSlug(words)).toBe(slug);
});

it("cuts between words", () => {
  const slug = toSlug("security guarantees ".repeat(10));
  expect(slug).toMatch(/^(security|guarantees)(-(security|guarantees))*$/);
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(toSlug("a".repeat(200))).toHaveLength(80);
});

it("always has the form that the database demands", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (words) => {
      expect(toSlug(words)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    }),
  );
});

it("numbers from two", () => {
  const taken = new Set(["talks", "talks-2"]);
  expect(firstFreeSlug("talks", (slug) => taken.has(slug))).toBe("talks-3");
  expect(firstFreeSlug("call", (slug) => taken.has(slug))).toBe("call");
});
