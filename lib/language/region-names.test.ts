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
  ["in Richmond, Virginia.", ["Richmond", "Virginia"], ["Richmond, Virginia"]],
  ["in Washington, D.C.", ["Washington", "D.C."], ["Washington, D.C."]],
  ["in Georgia, Ukraine", ["Georgia", "Ukraine"], ["Georgia", "Ukraine"]],
  ["from Upper Tarn, Texas, today", ["Texas"], ["Upper Tarn, Texas"]],
  ["as Ada Tarn, Texas", ["Texas"], ["Texas"]],
])("joins the places of %j as they are", (text, names, expected) => {
  expect(
    joinRegions(text, places(text, names)).map(({ start, end }) => text.slice(start, end)),
  ).toEqual(expected);
});

it("joins a region between commas whatever it was taken for, and no one who acts", () => {
  const join = (text: string) => {
    const [paris, france] = places(text, ["Paris", "France"]);
    const names = joinRegions(text, [paris!, { ...france!, type: "organisation" }]);
    return names.map(({ start, end }) => text.slice(start, end));
  };
  expect(join("in Paris, France, on Friday")).toEqual(["Paris, France"]);
  expect(join("in Paris, France said no")).toEqual(["Paris", "France"]);
});
