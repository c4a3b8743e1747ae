import { expect, it } from "vitest";
import { orderGroups } from "#components/admin/draft/order-groups.ts";

const groups = [
  { roots: ["headline", "summary"] },
  { roots: ["publishedOn"] },
  { roots: ["bylines"] },
  { roots: ["rights"] },
  { roots: ["outlet"] },
];
const ordered = (order: string[]) => orderGroups(groups, order).map(({ roots }) => roots[0]);

it("follows the original, with what it lacks at the head or the end", () => {
  expect(ordered(["publishedOn", "bylines.0.name", "bylines.0.role", "outlet"])).toEqual([
    "headline",
    "publishedOn",
    "bylines",
    "outlet",
    "rights",
  ]);
  expect(ordered(["bylines.0.name", "summary"])).toEqual([
    "publishedOn",
    "bylines",
    "headline",
    "rights",
    "outlet",
  ]);
});
