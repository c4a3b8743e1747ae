import { expect, it } from "vitest";
import { changeSchema } from "#lib/saved-searches/schema.ts";

const see = (snapshot: string) =>
  changeSchema.safeParse({ do: "see", asOf: "2025-02-27T07:00:00.000Z", snapshot }).success;

it.each(["10:10:", "10:20:10,14,15", "3:900000000000:7"])("takes the snapshot %s", (snapshot) => {
  expect(see(snapshot)).toBe(true);
});

it.each(["", "20:10:", "10:20:9", "10:20:20", "10:20:14,12", "10:20:14,", "0:1:", "a:b:", "1:2"])(
  "refuses %j, which the database would not read",
  (snapshot) => {
    expect(see(snapshot)).toBe(false);
  },
);
