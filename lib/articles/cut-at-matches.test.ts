import { describe, expect, it } from "vitest";
import { cutAtMatches, cutParagraph } from "#lib/articles/cut-at-matches.ts";

function matchAt(number: number, startsAt: number, endsAt: number) {
  return { number, startsAt, endsAt };
}

/** What is marked in brackets with its number, `>` at its beginning. */
function shown(parts: ReturnType<typeof cutAtMatches>): string {
  return parts
    .map(({ text, match, isStart }) =>
      match ? `[${isStart ? ">" : ""}${match.number} ${text}]` : text,
    )
    .join("");
}

describe("a text cut at matches", () => {
  it("keeps every character, marked or not", () => {
    const matches = [matchAt(1, 0, 5), matchAt(2, 10, 15)];
    expect(shown(cutAtMatches("Grain and ports", 0, matches))).toBe("[>1 Grain] and [>2 ports]");
    expect(shown(cutAtMatches("Grain", 100, matches))).toBe("Grain");
    expect(cutAtMatches("", 0, matches)).toEqual([]);
  });

  it("goes over what else cuts the text, and is found by its first part", () => {
    const segment = (text: string) => ({ text, mention: null });
    const runs = [
      { marked: null, isStart: false, segments: [segment("Ada "), segment("Brook")] },
      { marked: null, isStart: false, segments: [segment(" spoke")] },
    ];
    const matches = [matchAt(1, 4, 9), matchAt(2, 14, 23), matchAt(3, 40, 44)];
    const { here, parts } = cutParagraph({ runs, startsAt: 10 }, matches);
    expect(parts.map((run) => run.map(shown))).toEqual([["Ada ", "[>2 Brook]"], ["[2  spo]ke"]]);
    expect(here.map(({ number }) => number)).toEqual([2]);
  });

  it("counts in UTF-16, as places in a text are", () => {
    expect(shown(cutAtMatches("🌾 зерно", 0, [matchAt(1, 3, 8)]))).toBe("🌾 [>1 зерно]");
  });
});
