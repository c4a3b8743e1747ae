import { describe, expect, it } from "vitest";
import { linkMentions } from "#lib/articles/link-mentions.ts";
import type { ArticleMention } from "#lib/articles/types.ts";
import { splitParagraphs } from "#lib/articles/visible-body.ts";

const BODY = "Ada Brook met Ivo Lund.\n\nBrook left Northmark; Lund stayed.";

function mention(actorId: string, name: string, from = 0, kind: ArticleMention["kind"] = "person") {
  const startsAt = BODY.indexOf(name, from);
  const found: ArticleMention = {
    ...{ actorId, name, kind, country: null, offices: [], status: "suggested" },
    ...{ startsAt, endsAt: startsAt + name.length },
  };
  return found;
}

describe("linking mentions", () => {
  const second = BODY.indexOf("\n\n");
  const mentions = [
    mention("brook", "Ada Brook"),
    mention("ada", "Ada"),
    mention("lund", "Ivo Lund"),
    mention("brook", "Brook", second),
    mention("northmark", "Northmark", second, "country"),
  ];
  const paragraphs = linkMentions(splitParagraphs(BODY), mentions);

  it("keeps every character of every paragraph", () => {
    const texts = paragraphs.map(({ segments }) => segments.map(({ text }) => text).join(""));
    expect(texts.join("\n\n")).toBe(BODY);
  });

  it("links each actor once, the earlier of two that overlap", () => {
    const linked = paragraphs.map(({ segments }) =>
      segments.flatMap(({ text, mention: found }) => (found ? [`${found.actorId}: ${text}`] : [])),
    );
    expect(linked).toEqual([["brook: Ada Brook", "lund: Ivo Lund"], ["northmark: Northmark"]]);
  });

  it("introduces people where they first occur, and no countries", () => {
    expect(paragraphs.map(({ introduced }) => introduced.map(({ actorId }) => actorId))).toEqual([
      ["brook", "lund"],
      [],
    ]);
  });
});
