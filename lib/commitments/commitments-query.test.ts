import { expect, it } from "vitest";
import {
  ALL_COMMITMENTS,
  commitmentsPath,
  parseCommitments,
} from "#lib/commitments/commitments-query.ts";

const parse = (text: string) =>
  parseCommitments(Object.fromEntries(new URLSearchParams(text)), "2026-11-28");

it("reads what its own addresses say", () => {
  const address = "by=ada&state=overdue&topic=salt&from=2025-01-01&to=2025-12-31&sort=due&page=3";
  const { query } = parse(address);
  expect(query).toEqual({
    ...{ actorId: "ada", state: "overdue", topicId: "salt", from: "2025-01-01" },
    ...{ to: "2025-12-31", sort: "due", page: 3 },
  });
  expect(commitmentsPath(query, { page: 3 })).toBe(`/commitments?${address}`);
  expect(commitmentsPath(query)).not.toContain("page");
});

it("leaves out what it cannot read, and says so of dates", () => {
  const { query, problems, given } = parse("by=%00%27&state=lost&from=soonish&page=x");
  expect(query).toEqual(ALL_COMMITMENTS);
  expect(problems.from).toContain("soonish");
  expect(given.from).toBe("soonish");
  expect(commitmentsPath(query)).toBe("/commitments");
});
