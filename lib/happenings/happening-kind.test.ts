import { describe, expect, it } from "vitest";
import { kindOf } from "#lib/happenings/happening-kind.ts";

describe("the kind of a happening", () => {
  it.each([
    ["negotiation", ["Grain talks end", "Negotiators part"]],
    ["agreement", ["Treaty signed", "Two sides sign grain deal"]],
    ["summit", ["Leaders meet at summit", "Summit opens"]],
    ["other", ["Harbour floods", "Ferries stop", "Talks on the harbour"]],
  ])("is %s where most say so", (kind, texts) => {
    expect(kindOf(texts)).toBe(kind);
  });
});
