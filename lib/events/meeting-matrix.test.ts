import { expect, it } from "vitest";
import { meetingMatrix } from "./meeting-matrix.ts";

const person = (id: string) => ({ id, name: id.toUpperCase(), country: null });
const pair = (one: string, other: string, count: number) => {
  return { one: person(one), other: person(other), count, days: [] };
};

it("puts those who met most often first, and counts each pair both ways", () => {
  const { people, counts, most } = meetingMatrix(
    [pair("a", "b", 5), pair("b", "c", 2), pair("c", "d", 1)],
    3,
  );
  expect(people.map(({ id }) => id)).toEqual(["b", "a", "c"]);
  expect(counts).toEqual([
    [0, 5, 2],
    [5, 0, 0],
    [2, 0, 0],
  ]);
  expect(most).toBe(5);
});
