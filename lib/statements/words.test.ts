import { describe, expect, it } from "vitest";
import type { StatementParts } from "#lib/statements/schema.ts";
import { wordsOfStatement } from "#lib/statements/words.ts";

/** The parts of a statement in a body where each is named by its words. */
function partsIn(body: string, content: string[], quotes: string[]): StatementParts {
  const spanOf = (words: string) => {
    const start = body.indexOf(words);
    return { start, end: start + words.length };
  };
  return {
    ...{ content: content.map(spanOf), quotes: quotes.map(spanOf) },
    ...{ insertions: [], cue: null, source: null, venue: null, saidOn: null },
  };
}

describe("wordsOfStatement", () => {
  it.each([
    {
      name: "takes off the marks around a quotation",
      body: "“We will stay,” Ada Brook said.",
      content: ["“We will stay,”"],
      quotes: ["“We will stay,”"],
      words: "We will stay,",
    },
    {
      name: "shows where the writer interrupts",
      body: '"We will stay," said Ada Brook, "as long as it takes."',
      content: ['"We will stay,"', '"as long as it takes."'],
      quotes: ['"We will stay,"', '"as long as it takes."'],
      words: "We will stay, … as long as it takes.",
    },
    {
      name: "keeps the marks of a quotation within the writer's words",
      body: "She said that they would stay “as long as it takes”.",
      content: ["they would stay “as long as it takes”"],
      quotes: ["“as long as it takes”"],
      words: "they would stay “as long as it takes”",
    },
    {
      name: "keeps the marks of two quotations that begin and end it",
      body: "She called it “late” and “poor”.",
      content: ["“late” and “poor”"],
      quotes: ["“late”", "“poor”"],
      words: "“late” and “poor”",
    },
    {
      name: "keeps marks within a quotation",
      body: "“He called it ‘late’ twice,” she said.",
      content: ["“He called it ‘late’ twice,”"],
      quotes: ["“He called it ‘late’ twice,”"],
      words: "He called it ‘late’ twice,",
    },
    {
      name: "joins a quotation that runs over paragraphs",
      body: "She said: “We will stay.\n\n“We will not tire.”",
      content: ["“We will stay.", "“We will not tire.”"],
      quotes: ["“We will stay.", "“We will not tire.”"],
      words: "We will stay. We will not tire.",
    },
    {
      name: "joins it also where it is one stretch",
      body: "She said: “We will stay.\n\n“We will not tire.”",
      content: ["“We will stay.\n\n“We will not tire.”"],
      quotes: ["“We will stay.\n\n“We will not tire.”"],
      words: "We will stay. We will not tire.",
    },
    {
      name: "drops the marks that open it again where its paragraphs were run together",
      body: "She said: “We will stay. “We will not tire.”",
      content: ["“We will stay. “We will not tire.”"],
      quotes: ["“We will stay. “We will not tire.”"],
      words: "We will stay. We will not tire.",
    },
  ])("$name", ({ body, content, quotes, words }) => {
    expect(wordsOfStatement(body, partsIn(body, content, quotes))).toBe(words);
  });
});
