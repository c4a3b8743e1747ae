import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ledgerPath, parseLedger, WHOLE_LEDGER } from "#lib/statements/ledger-query.ts";

const TODAY = "2026-11-27";
const parsed = (address: string) => {
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of new URLSearchParams(address)) (parameters[name] ??= []).push(value);
  return parseLedger(parameters, TODAY);
};

describe("a ledger's address", () => {
  it.each([
    ["", {}],
    ["q=+tunnel+%22safe+line%22 ", { text: 'tunnel "safe line"' }],
    ["speaker=brook&office=Envoy", { speakerId: "brook", office: "Envoy" }],
    ["side=ua&side=uk&side=ua", { sides: ["uk", "ua"] }],
    ["kind=indirect&kind=direct", { kinds: ["direct", "indirect"] }],
    ["topic=aid&outlet=courier", { topicId: "aid", outletSlug: "courier" }],
    ["from=Feb+2025&to=2025", { from: "2025-02-01", to: "2025-12-31" }],
    ["from=last+month", { from: "2026-10-01" }],
    ["confirmed=only&sort=oldest&page=3", { isConfirmedOnly: true, sort: "oldest", page: 3 }],
    ["page=0", {}],
    ["page=100000", {}],
    ["page=9999", { page: 100 }],
    ["speaker=&topic=&from=&to=&q=&office=&outlet=", {}],
  ])("%s is read", (address, meaning) => {
    const { query, ignored, problems } = parsed(address);
    expect(query).toEqual({ ...WHOLE_LEDGER, ...meaning });
    expect(ignored).toEqual([]);
    expect(problems).toEqual({});
  });

  it("says what of it was not used", () => {
    const { query, ignored, problems } = parsed(
      "kind=shouted&side=mars&side=us&sort=best&confirmed=yes&from=soonish&to=2025",
    );
    expect(query).toEqual({ ...WHOLE_LEDGER, sides: ["us"], to: "2025-12-31" });
    expect(ignored).toEqual(["side “mars”", "kind “shouted”", "confirmed “yes”", "sort “best”"]);
    expect(problems.from).toContain("“soonish” could not be read as a date");
  });

  it("leaves out an end that is before the beginning", () => {
    const { query, problems } = parsed("from=2025&to=2024");
    expect(query).toEqual({ ...WHOLE_LEDGER, from: "2025-01-01" });
    expect(problems.to).toContain("is before");
  });

  it("never fails, and leads to the same ledger again", () => {
    const value = fc.string({ unit: "binary", maxLength: 200 });
    const names = fc.constantFrom(
      "q",
      "speaker",
      "office",
      "side",
      "kind",
      "topic",
      "from",
      "page",
    );
    fc.assert(
      fc.property(fc.dictionary(names, fc.oneof(value, fc.array(value))), (parameters) => {
        const { query } = parseLedger(parameters, TODAY);
        const [, address = ""] = ledgerPath(query, { page: query.page }).split("?");
        expect(parsed(address).query).toEqual(query);
      }),
    );
  });
});

describe("a link to a part of the ledger", () => {
  it("names what narrows it only", () => {
    expect(ledgerPath({})).toBe("/statements");
    expect(ledgerPath({ speakerId: "brook", topicId: "aid" })).toBe(
      "/statements?speaker=brook&topic=aid",
    );
  });

  it("begins at the first page unless it says another", () => {
    const query = { ...WHOLE_LEDGER, page: 4, text: "line" };
    expect(ledgerPath(query, { sort: "oldest" })).toBe("/statements?q=line&sort=oldest");
    expect(ledgerPath(query, { page: 5 })).toBe("/statements?q=line&page=5");
  });
});
