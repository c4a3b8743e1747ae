import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  canChooseMore,
  excluding,
  FACETS,
  including,
  NOTHING_CHOSEN,
  readChosen,
  removing,
  switched,
} from "#lib/search/chosen-facets.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import { searchPath } from "#lib/search/search-address.ts";

const TODAY = "2026-04-10";

function chosenOf(address: string) {
  const { searchParams } = new URL(address, "https://archive.example");
  const names = [...new Set(searchParams.keys())];
  return readChosen(Object.fromEntries(names.map((name) => [name, searchParams.getAll(name)])));
}

function pathOf(chosen: ReturnType<typeof chosenOf>) {
  return searchPath(parseSearch({}, TODAY).query, { chosen });
}

describe("an address", () => {
  it("from before there were modes means what it meant", () => {
    const chosen = chosenOf("/search?topic=a&topic=b&person=c&outlet=d&outlet=e");
    expect(chosen.topics).toEqual({ ids: ["a", "b"], isAny: false, notIds: [] });
    expect(chosen.people).toEqual({ ids: ["c"], isAny: false, notIds: [] });
    expect(chosen.outlets).toEqual({ ids: ["d", "e"], isAny: true, notIds: [] });
  });

  it.each([
    "/search?topic=a&topic=b&topics=any&not-topic=c",
    "/search?person=a&not-person=b&country=c&country=d&countries=any",
    "/search?outlet=a&outlet=b&not-outlet=c&year=2024&year=2025&not-year=2022",
    "/search?topic=a&person=b&people=any",
  ])("is written as it was read: %s", (address) => {
    expect(pathOf(chosenOf(address))).toBe(address);
  });

  it.each([
    ["any of nothing", "/search?topics=any"],
    ["a mode of what has one value an article", "/search?outlets=any&years=any"],
    ["a mode that there is not", "/search?topics=some"],
  ])("leaves out %s", (_what, address) => {
    expect(chosenOf(address)).toEqual(NOTHING_CHOSEN);
    expect(pathOf(chosenOf(address))).toBe("/search");
  });

  it("holds any choice", () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[a-z0-9-]{1,8}$/), { maxLength: 4 });
    const steps = fc.array(fc.tuple(fc.constantFrom(...FACETS), ids, ids, fc.boolean()));
    fc.assert(
      fc.property(steps, (all) => {
        let chosen = NOTHING_CHOSEN;
        for (const [facet, added, excluded, isSwitched] of all) {
          for (const id of added) chosen = including(chosen, facet, id);
          for (const id of excluded) chosen = excluding(chosen, facet, id);
          if (isSwitched) chosen = switched(chosen, facet);
          if (!canChooseMore(chosen[facet])) return;
        }
        expect(chosenOf(pathOf(chosen))).toEqual(chosen);
      }),
    );
  });
});

describe("one step", () => {
  const two = chosenOf("/search?topic=a&topic=b&not-topic=c");

  it("adds, also what was excluded", () => {
    expect(including(two, "topics", "c").topics).toEqual({
      ...{ ids: ["a", "b", "c"], isAny: false, notIds: [] },
    });
  });

  it("excludes, also what was chosen", () => {
    expect(excluding(two, "topics", "a").topics).toMatchObject({ ids: ["b"], notIds: ["c", "a"] });
  });

  it("removes either", () => {
    expect(removing(two, "topics", "c").topics.notIds).toEqual([]);
    expect(removing(two, "topics", "a").topics.ids).toEqual(["b"]);
  });

  it("switches between all and any, where there is that choice", () => {
    expect(switched(two, "topics").topics.isAny).toBe(true);
    expect(switched(switched(two, "topics"), "topics")).toEqual(two);
    expect(switched(two, "outlets")).toEqual(two);
  });
});
