import { describe, expect, it } from "vitest";
import { understandBody } from "./understand.ts";
import { listUnknownNames } from "./unknown-names.ts";

const GAZETTEER = {
  actors: [
    {
      ...{ id: "brook", name: "Ada Brook", aliases: [], kind: "person" as const },
      ...{ country: "United Kingdom", offices: [] },
    },
  ],
  topics: [],
};

describe("listUnknownNames", () => {
  it("names who is nobody the archive knows, once, at every place", () => {
    const body = "Ada Brook met James Carter in Paris. James Carter said little to Ada Brook.";
    const { mentions } = understandBody(body, null, GAZETTEER);
    const names = listUnknownNames(body, mentions);
    expect(names.map(({ name }) => name)).not.toContain("Ada Brook");
    const carter = names.find(({ name }) => name === "James Carter");
    expect(carter?.type).toBe("person");
    expect(carter?.spans.map(({ start, end }) => body.slice(start, end))).toEqual([
      "James Carter",
      "James Carter",
    ]);
  });

  it("is empty where nobody is named", () => {
    expect(listUnknownNames("The talks went on until noon.", [])).toEqual([]);
    expect(listUnknownNames("", [])).toEqual([]);
  });
});
