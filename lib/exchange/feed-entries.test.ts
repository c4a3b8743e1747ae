import { describe, expect, it } from "vitest";
import type { ReleasedArticleLine } from "#lib/articles/types.ts";
import { articleEntry, statementEntry } from "#lib/exchange/feed-entries.ts";
import type { StatementLine } from "#lib/statements/types-ledger.ts";

const ARTICLE: ReleasedArticleLine = {
  ...{ id: "0199", path: "/2025/02/27/ministers-meet", summary: null, publishedOn: "2025-02-27" },
  ...{ headline: "Ministers meet", headlineProposed: false, verification: "verified" },
  ...{ outlet: { slug: "courier", name: "Courier" }, updatedAt: "2026-03-01T10:20:30.000Z" },
};
const STATEMENT: StatementLine = {
  ...{ id: "0200", path: "/statements/0200", place: "/2025/02/27/ministers-meet#statement-0200" },
  ...{ kind: "direct", status: "suggested", words: "We go.", fragment: "", groupId: "1" },
  passage: [
    { text: "Ada Brook said: “", role: null },
    { text: "We go.", role: "words" },
    { text: "”", role: null },
  ],
  ...{ speaker: null, speakerText: "Ada Brook", isAnonymous: false, venue: null, topics: [] },
  wordsFrom: null,
  ...{ saidOn: null, day: "2025-02-27", article: { ...ARTICLE, bylines: [] } },
  updatedAt: "2026-03-01T10:20:30.000Z",
};

describe("an article in a feed", () => {
  it("has its headline, in square brackets where that is a proposal", () => {
    expect(articleEntry(ARTICLE).title).toBe("Ministers meet");
    expect(articleEntry({ ...ARTICLE, headlineProposed: true }).title).toBe("[Ministers meet]");
  });
});

describe("a statement in a feed", () => {
  it("says who said what, in its sentence, and where that was read", () => {
    expect(statementEntry(STATEMENT)).toEqual({
      path: "/statements/0200",
      title: "Ada Brook: “We go.”",
      summary:
        "Ada Brook said: “We go.” — “Ministers meet”, Courier, 27 February 2025. Suggested by machine, not confirmed.",
      author: "Courier",
      publishedOn: "2025-02-27",
      updatedAt: "2026-03-01T10:20:30.000Z",
    });
    expect(statementEntry({ ...STATEMENT, status: "confirmed" }).summary).not.toContain(
      "Suggested",
    );
  });
});
