import { describe, expect, it } from "vitest";
import { sentenceHash } from "#lib/happenings/choose-evidence.ts";
import {
  describeHappening,
  isWorthSuggesting,
  type Account,
} from "#lib/happenings/describe-happening.ts";
import { leadSentences } from "#lib/happenings/lead.ts";

function account(id: string, values: Partial<Account>): Account {
  return {
    ...{ id, headline: `Headline ${id}`, headlineProposed: false, outlet: id },
    ...{ publishedOn: "2025-03-06", body: "Nothing is told.", mentions: [], ...values },
  };
}

const FIRST =
  "Envoys of Northmark and Westvale held talks in Geneva on Tuesday. The harbour stays open. Both sides will report.";
const SECOND =
  "The envoys met again.\n\nThe talks in Geneva on 4 March 2025 ended without a paper on the harbour.";
const TALKS = [
  account("a", { body: FIRST, mentions: [{ actorId: "northmark", startsAt: 10 }] }),
  account("b", {
    body: SECOND,
    publishedOn: "2025-03-07",
    headline: "Talks on the harbour end",
    mentions: [{ actorId: "northmark", startsAt: 4 }],
  }),
];

describe("a description", () => {
  it("tells day and place as the sentences do, not when they were published", () => {
    expect(describeHappening(TALKS)).toMatchObject({
      ...{ date: "2025-03-04", day: "2025-03-04", isDayTold: true, placeName: "Geneva" },
      ...{ kind: "negotiation", actorIds: ["northmark"], outlets: 2 },
    });
  });

  it("supports it by sentences of each article, at their places", () => {
    const { evidence } = describeHappening(TALKS);
    const bodies = new Map(TALKS.map(({ id, body }) => [id, body]));
    const told = evidence.map(({ articleId, start, end, wordsHash, tellsDay }) => {
      const words = (bodies.get(articleId) ?? "").slice(start, end);
      expect(wordsHash).toBe(sentenceHash(words));
      return { words, tellsDay };
    });
    expect(told).toContainEqual({
      words: "Envoys of Northmark and Westvale held talks in Geneva on Tuesday.",
      tellsDay: true,
    });
    expect(told).toContainEqual({
      words: "The talks in Geneva on 4 March 2025 ended without a paper on the harbour.",
      tellsDay: true,
    });
  });

  it("says of a day that is nowhere told that it is about that of publication", () => {
    const told = describeHappening([account("a", { body: "The harbour opens." })]);
    expect(told).toMatchObject({ date: "2025-03-06~", isDayTold: false, placeName: null });
  });

  it("takes the headline that says what all tell", () => {
    const { titleArticleId } = describeHappening([
      account("a", { body: FIRST, headline: "Your morning briefing" }),
      account("b", { body: FIRST, headline: "Envoys hold talks in Geneva" }),
    ]);
    expect(titleArticleId).toBe("b");
  });

  it("prefers a headline that the source wrote", () => {
    const { titleArticleId } = describeHappening([
      account("a", { body: FIRST, headlineProposed: true }),
      account("b", { body: FIRST }),
    ]);
    expect(titleArticleId).toBe("b");
  });
});

describe("what is worth suggesting", () => {
  it("is told by two outlets, or leaves no doubt", () => {
    const one = { ...describeHappening(TALKS), outlets: 1 };
    expect(isWorthSuggesting(describeHappening(TALKS))).toBe(true);
    expect(isWorthSuggesting(one)).toBe(false);
    expect(isWorthSuggesting({ ...one, actorIds: ["northmark", "westvale"] })).toBe(true);
  });
});

describe("the lead", () => {
  it("is six sentences at their places in the body", () => {
    const body = "One. Two.\n\nThree. Four.\n\nFive. Six. Seven.";
    const words = leadSentences(body).map(({ start, end }) => body.slice(start, end));
    expect(words).toEqual(["One.", "Two.", "Three.", "Four.", "Five.", "Six."]);
  });
});
