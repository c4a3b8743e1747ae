import { expect, it } from "vitest";
import { officesOnDay } from "#lib/articles/offices-on-day.ts";

const OFFICES = [
  { title: "Minister", heldFrom: "2020-03-01", heldTo: "2022-05-10" },
  { title: "Premier", heldFrom: "2022-05-10", heldTo: null },
  { title: "Honorary chair", heldFrom: null, heldTo: null },
];

it.each([
  ["2020-02-29", []],
  ["2020-03-01", ["Minister"]],
  ["2022-05-09", ["Minister"]],
  ["2022-05-10", ["Premier"]],
  ["2031-01-01", ["Premier"]],
])("finds the offices held on %s", (day, titles) => {
  expect(officesOnDay(OFFICES, day)).toEqual(titles);
});

it("keeps an office on its last day where no other begins", () => {
  expect(
    officesOnDay([{ title: "Envoy", heldFrom: null, heldTo: "2021-01-20" }], "2021-01-20"),
  ).toEqual(["Envoy"]);
});

it("finds none while the day is not known", () => {
  expect(officesOnDay(OFFICES, "")).toEqual([]);
});
