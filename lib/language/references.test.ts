import { describe, expect, it } from "vitest";
import { findAttributions } from "./attributions.ts";
import type { NamedSpan } from "./names.ts";
import { resolveReferences } from "./references.ts";

const NAMES: Record<NamedSpan["type"], RegExp> = {
  person: /(?:Ada |Mr\. |Mrs\. )?Brook|(?:John |Mr\. )?Marsh/g,
  organisation: /Northern Council/g,
  location: /Eastport/g,
};

function speakers(text: string): (string | null)[] {
  const names = (Object.keys(NAMES) as NamedSpan["type"][]).flatMap((type) =>
    [...text.matchAll(NAMES[type])].map(({ index, 0: name }): NamedSpan => ({
      start: index,
      end: index + name.length,
      type,
      confidence: 1,
    })),
  );
  return resolveReferences(text, findAttributions(text), names).map(
    (span) => span && text.slice(span.start, span.end),
  );
}

describe("resolveReferences", () => {
  it.each([
    ["a name", "“We are all ready,” Ada Brook said.", "Ada Brook"],
    ["“she”", "Ada Brook met John Marsh. “We are all ready,” she said.", "Ada Brook"],
    ["“he”", "John Marsh met Ada Brook. “We are all ready,” he said.", "John Marsh"],
    [
      "a description beside the name",
      "Envoy Ada Brook met John Marsh. “We are all ready,” the envoy said.",
      "Ada Brook",
    ],
    ["“it”", "The Northern Council met. It said that the talks would go on.", "Northern Council"],
  ])("resolves %s", (_, text, expected) => {
    expect(speakers(text)).toEqual([expected]);
  });

  it("resolves a surname to the full name, wherever it stands", () => {
    const text = "Brook urges calm.\n\nAda Brook spoke in Eastport. “We are ready,” Brook said.";
    expect(speakers(text).at(-1)).toBe("Ada Brook");
  });

  it("knows two of one surname by their titles", () => {
    const text =
      "Ada Brook met John Marsh. “We are all ready,” Mrs. Brook said.\n\n“I am not,” Mr. Marsh said.";
    expect(speakers(text)).toEqual(["Ada Brook", "John Marsh"]);
  });

  it("follows the speaker before over a name within the quotation", () => {
    const text = "“We will wait for Mr. Marsh,” said Ada Brook.\n\n“It takes time,” she said.";
    expect(speakers(text)).toEqual(["Ada Brook", "Ada Brook"]);
  });

  it("says nothing where no name is meant", () => {
    expect(speakers("“We are all ready,” an official said.")).toEqual([null]);
  });
});
