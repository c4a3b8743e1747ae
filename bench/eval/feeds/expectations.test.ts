import { describe, expect, it } from "vitest";
import { readExpectations } from "./expectations.ts";

describe("what an expression in Python asks", () => {
  it("is each value compared, whatever way it is reached", () => {
    expect(
      readExpectations(
        `not bozo and entries[1]['title'] == u'It\\'s \\u201cA\\u201d' + ' b' and (feed.link == "x") and entries[0]['updated_parsed'] == (2003, 12, 31, 10, 14, 55, 2, 365, 0)`,
      ),
    ).toEqual({
      expectations: [
        { kind: "title", entry: 1, field: "title", accepted: ["It's “A” b"] },
        { kind: "link", entry: null, field: "link", accepted: ["x"] },
        {
          kind: "date",
          entry: 0,
          field: "updated_parsed",
          accepted: [[2003, 12, 31, 10, 14, 55, 2, 365, 0]],
        },
      ],
      leftOut: [],
    });
  });

  it("may be one of two values, or one value of two fields", () => {
    expect(readExpectations("feed['title'] == 'a' or feed['title'] == 'b'").expectations).toEqual([
      { kind: "title", entry: null, field: "title", accepted: ["a", "b"] },
    ]);
    expect(
      readExpectations("entries[0]['title'] == entries[1]['title'] == 'a'").expectations,
    ).toHaveLength(2);
  });

  it.each([
    ["bozo", "only whether it is well-formed"],
    ["1", "nothing asked but that it is read"],
    ["not bozo and len(feed['tags']) == 1", "a question other than what a value is"],
    ["not bozo and feed['copyright'] == 'x'", "the feed's own blurb or rights"],
    ["entries[0]['author_detail']['email'] == 'a@b.c'", "an address beside the page's own"],
    ["entries[0]['title'] is 'a", "a form of expression that is not understood"],
  ])("is left out with a reason: %s", (source, reason) => {
    expect(readExpectations(source)).toEqual({ expectations: [], leftOut: [reason] });
  });
});
