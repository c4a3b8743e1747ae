import { expect, it } from "vitest";
import { joinRegions } from "./region-names.ts";

function places(text: string, names: string[]) {
  let from = 0;
  return names.map((name) => {
    const start = text.indexOf(name, from);
    from = start + name.length;
    return { start, end: from, type: "location" };
  });
}

it.each([
  ["talks in Paris, France, today", ["Paris", "France"], ["Paris, France"]],
  ["in Paris, northern France.", ["Paris", "northern France"], ["Paris, northern France"]],
  [
    "in Poland, Germany and France",
    ["Poland", "Germany", "France"],
    ["Poland", "Germany", "France"],
  ],
  ["in Paris, Germany and Poland", ["Paris", "Germany", "Poland"], ["Paris", "Germany", "Poland"]],
  ["in Paris, Lyon", ["Paris", "Lyon"], ["Paris", "Lyon"]],
])("joins the places of %j as they are", (text, names, expected) => {
  expect(
    joinRegions(text, places(text, names)).map(({ start, end }) => text.slice(start, end)),
  ).toEqual(expected);
});
