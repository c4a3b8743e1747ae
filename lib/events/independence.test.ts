import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countIndependent, type Report } from "./independence.ts";

const report = (id: string, outlet: string | null, ...sources: string[]): Report => {
  return { id, outlet, sources };
};
const count = (
  reports: Report[],
  copies: [string, string][] = [],
  publishers: string[] = [],
): number => countIndependent({ reports, copies, publishers }).count;

describe("countIndependent", () => {
  it("counts each outlet once, however much it published", () => {
    expect(count([report("1", "North"), report("2", "north "), report("3", "South")])).toBe(2);
  });

  it("counts copies of one agency's text once", () => {
    const reports = [report("1", "North"), report("2", "South"), report("3", "East", "Agency")];
    expect(
      count(reports, [
        ["1", "2"],
        ["2", "3"],
      ]),
    ).toBe(1);
  });

  it("counts an outlet that has a report of its own besides the copy", () => {
    const reports = [report("1", "North"), report("2", "South"), report("3", "South")];
    expect(count(reports, [["1", "2"]])).toBe(2);
  });

  it("lays what retells named sources to these, and to no more of them than is known", () => {
    const reports = [report("1", "Desk", "North", "South"), report("2", "Other desk", "South")];
    expect(count(reports)).toBe(2);
    const one = countIndependent({
      reports: [report("1", "Desk", "North", "South")],
      ...{ copies: [], publishers: [] },
    });
    expect(one).toEqual({
      count: 1,
      accounts: [{ outlets: ["North", "South"], how: "one_of_named" }],
    });
    expect(count(reports, [], ["South", "East"])).toBe(2);
  });

  it("says which outlets carry an account", () => {
    const { accounts } = countIndependent({
      reports: [report("1", "South"), report("2", "North"), report("3", null)],
      copies: [["1", "2"]],
      publishers: [],
    });
    expect(accounts).toEqual([
      { outlets: ["North", "South"], how: "copies" },
      { outlets: ["report 3"], how: "own" },
    ]);
  });

  it("is none where nothing is reported", () => {
    expect(countIndependent({ reports: [], copies: [], publishers: [] })).toEqual({
      count: 0,
      accounts: [],
    });
  });

  it("never counts more than there are outlets or accounts, nor less when a report is added", () => {
    const outlet = fc.constantFrom("A", "B", "C", "D");
    const pair = fc.tuple(fc.nat(7), fc.nat(7));
    fc.assert(
      fc.property(fc.array(outlet, { maxLength: 8 }), fc.array(pair), (outlets, pairs) => {
        const reports = outlets.map((name, i) => report(String(i), name));
        const copies = pairs.map(([a, b]) => [String(a), String(b)] as [string, string]);
        const { count: found, accounts } = countIndependent({ reports, copies, publishers: [] });
        expect(found).toBeLessThanOrEqual(Math.min(new Set(outlets).size, accounts.length));
        expect(count([...reports, report("new", "E")], copies)).toBe(found + 1);
      }),
    );
  });
});
