import { describe, expect, it } from "vitest";
import type { CommitmentChangeFields, CommitmentFields } from "#lib/commitments/schema.ts";
import { withChange, withoutChange } from "#lib/commitments/state-changes.ts";

const change = (day: string, state: CommitmentChangeFields["state"] = "kept") => ({
  ...{ day, state, note: "So it was.", evidence: [] },
});
const withDays = (...days: string[]): CommitmentFields => ({
  ...{ title: "A pier", detail: "", madeOn: "2025", eventId: "e", due: null },
  ...{ by: ["ada"], to: [], topicIds: [], evidence: [] },
  changes: days.map((day) => change(day)),
});
const daysOf = ({ changes }: CommitmentFields) => changes.map(({ day }) => day);

describe("the history of a commitment", () => {
  it("stands in the order of its days", () => {
    const now = withDays("2025-01-01", "2025-03-01");
    expect(daysOf(withChange(change("2025-02-01"), 0)(now))).toEqual([
      ...["2025-01-01", "2025-02-01", "2025-03-01"],
    ]);
    expect(daysOf(withChange(change("2025-03-01"), 0)(now)).at(-1)).toBe("2025-03-01");
  });

  it("is corrected in place, or anew where the day says so", () => {
    const now = withDays("2025-01-01", "2025-03-01");
    expect(daysOf(withChange(change("2025-04-01"), 1)(now))).toEqual(["2025-03-01", "2025-04-01"]);
    expect(() => withChange(change("2025-04-01"), 3)(now)).toThrow("no such entry");
    const twice = withDays("2025-01-01", "2025-01-01");
    const { changes } = withChange(change("2025-01-01", "missed"), 1)(twice);
    expect(changes.map(({ state }) => state)).toEqual(["missed", "kept"]);
  });

  it("loses what is taken out, and nothing else", () => {
    expect(daysOf(withoutChange(1)(withDays("2025-01-01", "2025-03-01")))).toEqual(["2025-03-01"]);
    expect(() => withoutChange(1)(withDays())).toThrow("no such entry");
  });
});
