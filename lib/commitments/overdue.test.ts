import { expect, it } from "vitest";
import { isOverdue, stateInWords } from "#lib/commitments/overdue.ts";

it.each([
  ["open", "2025-03-01", "2025-03-02", true],
  ["open", "2025-03-01", "2025-03-01", false],
  ["open", null, "2025-03-02", false],
  ["kept", "2025-03-01", "2025-03-02", false],
  ["missed", "2025-03-01", "2025-03-02", false],
] as const)("of %s, due %s, on %s: %s", (state, dueEndsOn, today, expected) => {
  expect(isOverdue({ state, dueEndsOn }, today)).toBe(expected);
});

it("never calls missed what nobody has judged", () => {
  expect(stateInWords({ state: "open", isOverdue: true })).toBe(
    "overdue: no evidence here of it being kept",
  );
  expect(stateInWords({ state: "superseded", isOverdue: false })).toBe("superseded");
});
