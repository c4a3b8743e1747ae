import { describe, expect, it } from "vitest";
import { findNear, findWords, kindOfParts, partsFromContent } from "./find-words.ts";

const BODY = [
  "“We’ll\u00a0wait — and see… [in Alder],” Ada Brook said. “Not before.”",
  "The harbour stays open, Brook said. We wait.",
  "“We wait.”",
].join("\n\n");

const textsOf = (pasted: string) =>
  findWords(BODY, pasted).map((spans) => spans.map(({ start, end }) => BODY.slice(start, end)));

describe("findWords", () => {
  it.each([
    ['"We\'ll wait - and see... [in Alder],"', "“We’ll\u00a0wait — and see… [in Alder],”"],
    ["  The harbour\n stays open ", "The harbour stays open"],
    ["see…", "see…"],
  ])("finds %j however it is typed", (pasted, words) => {
    expect(textsOf(pasted)).toEqual([[words]]);
  });

  it("finds the same words every time they stand there, and none that do not", () => {
    expect(textsOf("We wait.")).toEqual([["We wait."], ["We wait."]]);
    expect(textsOf("We waited.")).toEqual([]);
    expect(textsOf("We wai")).toEqual([]);
    expect(textsOf("the harbour stays open")).toEqual([]);
    expect(textsOf(" \n ")).toEqual([]);
  });

  it("takes lines for the pieces of an interrupted statement, in their order", () => {
    expect(textsOf("“Not before.”\nWe wait.")).toEqual([["“Not before.”", "We wait."]]);
    expect(textsOf("We wait.\n\n“Not before.”")).toEqual([]);
  });
});

describe("partsFromContent", () => {
  const partsOf = (pasted: string) => partsFromContent(BODY, findWords(BODY, pasted)[0] ?? []);
  const quoted = (pasted: string) => {
    const { content, quotes, insertions } = partsOf(pasted);
    return [content, quotes, insertions].map((spans) =>
      spans.map(({ start, end }) => BODY.slice(start, end)),
    );
  };

  it("takes in the marks around what is quoted, and says what an editor put into it", () => {
    const whole = "“We’ll\u00a0wait — and see… [in Alder],”";
    expect(quoted("We'll wait - and see... [in Alder],")).toEqual([
      [whole],
      [whole],
      ["[in Alder]"],
    ]);
    expect(kindOfParts(partsOf("We'll wait - and see... [in Alder],"))).toBe("direct");
  });

  it("tells a part from the whole", () => {
    expect(quoted("The harbour stays open")).toEqual([["The harbour stays open"], [], []]);
    expect(kindOfParts(partsOf("The harbour stays open"))).toBe("indirect");
    expect(kindOfParts(partsOf("Ada Brook said. “Not before.”"))).toBe("mixed");
  });
});

it("finds a name nearest to the words, in their paragraph only", () => {
  const [near] = findWords(BODY, "Not before.")[0] ?? [];
  if (!near) throw new Error("not found");
  const found = findNear(BODY, "Ada  Brook", near);
  expect(found && BODY.slice(found.start, found.end)).toBe("Ada Brook");
  expect(findNear(BODY, "The harbour", near)).toBeNull();
  const twice = "Reed met Reed. “So it is.” Then Reed left.";
  const said = { start: twice.indexOf("“"), end: twice.indexOf("”") + 1 };
  expect(findNear(twice, "Reed", said)?.start).toBe("Reed met ".length);
});
