import { expect, it } from "vitest";
import { today } from "./today.ts";

it.each([
  ["2025-07-01T22:59:59Z", "2025-07-01"],
  ["2025-07-01T23:00:00Z", "2025-07-02"],
  ["2025-12-31T23:59:59Z", "2025-12-31"],
])("at %s it is %s in London", (instant, day) => {
  expect(today(new Date(instant))).toBe(day);
});
