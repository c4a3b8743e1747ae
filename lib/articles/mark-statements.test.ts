import { describe, expect, it } from "vitest";
import { linkMentions } from "#lib/articles/link-mentions.ts";
import { markStatements } from "#lib/articles/mark-statements.ts";
import type { ArticleMention, ArticleStatement } from "#lib/articles/types.ts";
import { splitParagraphs } from "#lib/articles/visible-body.ts";

function statementIn(
  body: string,
  parts: string[],
  status: ArticleStatement["status"] = "suggested",
): ArticleStatement {
  const spans = parts.map((words) => {
    const startsAt = body.indexOf(words);
    return { startsAt, endsAt: startsAt + words.length };
  });
  return {
    ...{ id: parts.join(), kind: "direct", status, words: parts.join(" … "), spans },
    ...{ speaker: null, speakerText: null, isAnonymous: false, venue: null, saidOn: null },
  };
}

/** Each paragraph as its runs: what is said in square brackets, with its number, a start with `>`. */
function marked(
  body: string,
  statements: ArticleStatement[],
  mentions: ArticleMention[] = [],
): string[] {
  const paragraphs = linkMentions(splitParagraphs(body), mentions);
  return markStatements(paragraphs, statements).map(({ runs }) =>
    runs
      .map(({ marked, isStart, segments }) => {
        const text = segments.map((each) => (each.mention ? `<${each.text}>` : each.text)).join("");
        return marked ? `[${isStart ? ">" : ""}${marked.number ?? "-"} ${text}]` : text;
      })
      .join(""),
  );
}

describe("markStatements", () => {
  it("numbers those that begin in a paragraph, also where they are interrupted", () => {
    const body = "“Yes,” she said, “we stay.” “No,” he said.\n\n“Why?” all asked.";
    const statements = [
      statementIn(body, ["“Yes,”", "“we stay.”"]),
      statementIn(body, ["“No,”"]),
      statementIn(body, ["“Why?”"]),
    ];
    expect(marked(body, statements)).toEqual([
      "[>1 “Yes,”] she said, [1 “we stay.”] [>2 “No,”] he said.",
      "[>1 “Why?”] all asked.",
    ]);
  });

  it("goes on in the next paragraph where the words do", () => {
    const body = "She said: “We stay.\n\n“We do.” All rose.";
    const said = statementIn(body, ["“We stay.\n\n“We do.”"]);
    expect(marked(body, [said])).toEqual(["She said: [>1 “We stay.]", "[- “We do.”] All rose."]);
  });

  it("keeps the links to who is named, within words and beside them", () => {
    const body = "“Ask Ada Brook,” said Tom Reed.";
    const mention = (name: string): ArticleMention => ({
      ...{ actorId: name, name, kind: "person", country: null, offices: [], status: "suggested" },
      ...{ startsAt: body.indexOf(name), endsAt: body.indexOf(name) + name.length },
    });
    expect(
      marked(
        body,
        [statementIn(body, ["“Ask Ada Brook,”"])],
        [mention("Ada Brook"), mention("Tom Reed")],
      ),
    ).toEqual(["[>1 “Ask <Ada Brook>,”] said <Tom Reed>."]);
  });

  it("marks of two that share words the confirmed one", () => {
    const body = "She said that they would stay “for good”.";
    const statements = [
      statementIn(body, ["they would stay “for good”"]),
      statementIn(body, ["“for good”"], "confirmed"),
    ];
    expect(marked(body, statements)).toEqual(["She said that they would stay [>1 “for good”]."]);
  });

  it("leaves a text without statements as it is", () => {
    expect(marked("All rose.", [])).toEqual(["All rose."]);
  });
});
