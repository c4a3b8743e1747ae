import { describe, expect, it } from "vitest";
import { findInsertions, findQuotedStrings } from "./quoted-strings.ts";

const quoted = (text: string) =>
  findQuotedStrings(text).map(({ start, end }) => text.slice(start, end));

describe("findQuotedStrings", () => {
  it.each([
    ["curly", "She said “we are ready” twice.", ["“we are ready”"]],
    ["straight", 'She said "we are ready" twice.', ['"we are ready"']],
    ["low and high", "She said „we are ready“ twice.", ["„we are ready“"]],
    ["guillemets", "She said «we are ready» twice.", ["«we are ready»"]],
    ["two single ones", "''We are ready,'' she said. ''Now.''", ["''We are ready,''", "''Now.''"]],
    ["single ones alone", "She said ‘we don’t wait’ twice.", ["‘we don’t wait’"]],
    ["a closing mark to open with", "She said ”we are ready” twice.", ["”we are ready”"]],
    ["marks after signs without width", "\u202a”We are ready,” she said.", ["”We are ready,”"]],
    ["nested single ones", "“He said ‘no’ to us,” she said.", ["“He said ‘no’ to us,”"]],
    ["nested double ones", "“He said “no” to us,” she said.", ["“He said “no” to us,”"]],
    ["inches", 'A man of 6\'2" called it "tall".', ['"tall"']],
    ["tags", '<a href="x">it</a> is "here".', ['"here"']],
  ])("finds %s", (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it("parts a quotation that its cue interrupts", () => {
    expect(quoted("“Wait,” said Ada Brook, “until June.”")).toEqual(["“Wait,”", "“until June.”"]);
  });

  it("goes on with a quotation whose later paragraphs open with a mark", () => {
    const text = "Brook said: “First.\n\n“Second.”\n\nThe end.";
    expect(findQuotedStrings(text)).toEqual([
      { start: 12, end: 19, isClosed: false, runsOn: true },
      { start: 21, end: 30, isClosed: true, runsOn: false },
    ]);
  });

  it("takes opening marks within one paragraph for the same quotation going on", () => {
    expect(quoted("He said: “First. “Second.” Then he left.")).toEqual(["“First. “Second.”"]);
  });

  it("ends an unclosed quotation with its paragraph", () => {
    expect(quoted("He said “so it is.\nNo more of that.")).toEqual(["“so it is."]);
  });

  it("keeps single marks of a text with double ones for apostrophes", () => {
    expect(quoted("The ‘plan’ was “good”.")).toEqual(["“good”"]);
  });
});

it("finds what an editor put into the words, but no omissions", () => {
  const text = "“We told him [the envoy] […] twice,” she said of [it].";
  const found = findInsertions(text, findQuotedStrings(text));
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["[the envoy]"]);
});
