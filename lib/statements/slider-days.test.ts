import { expect, it } from "vitest";
import { addDays } from "#lib/dates/calendar-day.ts";
import { MAX_SLIDER_STEPS, sliderSteps, stepOf } from "#lib/statements/slider-days.ts";

const days = (count: number) => Array.from({ length: count }, (_, i) => addDays("2020-01-01", i));

it("stops at every day where there are few", () => {
  expect(sliderSteps(days(5))).toEqual(days(5));
  expect(sliderSteps([])).toEqual([]);
});

it("stops at so many days of more, each once, with the first and the last", () => {
  const all = days(MAX_SLIDER_STEPS + 1);
  const steps = sliderSteps(all);
  expect(new Set(steps).size).toBe(MAX_SLIDER_STEPS);
  expect([steps[0], steps.at(-1)]).toEqual([all[0], all.at(-1)]);
  expect(steps).toEqual(steps.toSorted());
});

it.each([
  ["2019-12-31", 0],
  ["2020-01-01", 0],
  ["2020-01-03", 1],
  ["2020-01-05", 2],
  ["2030-01-01", 2],
])("stands for %s at the step on or before it", (day, step) => {
  expect(stepOf(["2020-01-01", "2020-01-03", "2020-01-05"], day)).toBe(step);
});

it("stands at the start without days", () => {
  expect(stepOf([], "2020-01-01")).toBe(0);
});
