import { expect, it } from "vitest";
import { uuid7 } from "#lib/db/uuid7.ts";

it("gives UUIDs of version 7 of this moment, in order, however many in a millisecond", () => {
  const before = Date.now();
  const ids = Array.from({ length: 10_000 }, uuid7);
  expect(ids.toSorted().join()).toBe(ids.join());
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of [ids[0], ids.at(-1)]) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  }
  const madeAt = Number.parseInt((ids[0] ?? "").replaceAll("-", "").slice(0, 12), 16);
  expect(madeAt).toBeGreaterThanOrEqual(before);
  expect(madeAt).toBeLessThanOrEqual(Date.now());
});
