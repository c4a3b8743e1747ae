import { expect, it } from "vitest";
import type { CommitmentLine } from "#lib/commitments/types.ts";
import { toCommitmentCalendar } from "#lib/commitments/commitment-calendar.ts";

const LINE: CommitmentLine = {
  ...{ id: "ten-boats", path: "/commitments/ten-boats", title: "Ten boats; and a pier" },
  ...{ by: [{ id: "ada", name: "Ada Testbrook" }], to: [], topics: [{ id: "x", label: "Boats" }] },
  ...{ madeOn: "2025-01-02", madeStartsOn: "2025-01-02", due: "2025-03-30" },
  ...{ dueStartsOn: "2025-03-30", dueEndsOn: "2025-03-30", state: "open", isOverdue: true },
  ...{ event: null, changedOn: null, updatedAt: "2026-01-02T03:04:05.000Z" },
};

/** The lines of a calendar, with those that were folded whole again. */
const linesOf = (...lines: CommitmentLine[]) =>
  toCommitmentCalendar(lines, "https://archive.example").replaceAll("\r\n ", "").split("\r\n");

it("has an all-day entry for each, with an id that stays", () => {
  const lines = linesOf(LINE);
  expect(lines).toEqual(
    expect.arrayContaining([
      "UID:commitment-ten-boats@archive.example",
      "DTSTART;VALUE=DATE:20250330",
      "DTEND;VALUE=DATE:20250331",
      "SUMMARY:Due: Ten boats\\; and a pier",
      "URL;VALUE=URI:https://archive.example/commitments/ten-boats",
      "DTSTAMP:20260102T030405Z",
      "CATEGORIES:Boats",
    ]),
  );
  expect(lines.join("\n")).toContain("State: overdue: no evidence here of it being kept.");
  expect(lines.join("\n")).not.toContain("not known exactly");
  expect(linesOf(LINE)).toEqual(lines);
});

it("says of an imprecise day that it is, and stands on its last", () => {
  const due = { due: "2025-02", dueStartsOn: "2025-02-01", dueEndsOn: "2025-02-28" };
  const text = linesOf({ ...LINE, ...due }).join("\n");
  expect(text).toContain("DTSTART;VALUE=DATE:20250228");
  expect(text).toContain("Due February 2025: the day is not known exactly");
});

it("leaves out what no day was named for, and is whole without any", () => {
  const none = { due: null, dueStartsOn: null, dueEndsOn: null };
  expect(linesOf({ ...LINE, ...none }).join()).not.toContain("VEVENT");
  expect(linesOf().at(0)).toBe("BEGIN:VCALENDAR");
});
