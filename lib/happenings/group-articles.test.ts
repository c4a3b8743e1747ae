import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Grouping, type GroupedArticle } from "#lib/happenings/group-articles.ts";
import { hashWord, wordsOf } from "#lib/text/hashed-words.ts";
import { countTerms } from "#lib/text/terms.ts";

function article(id: string, day: string | null, words: string): GroupedArticle {
  return { id, day, counts: new Map(wordsOf(words).map((word) => [hashWord(word), 1])) };
}

function group(articles: readonly GroupedArticle[], known: Record<string, GroupedArticle[]> = {}) {
  const all = [...articles, ...Object.values(known).flat()];
  const grouping = new Grouping(countTerms(all.map(({ counts }) => counts.keys())));
  for (const [key, members] of Object.entries(known)) grouping.begin(key, members);
  for (const each of articles) grouping.add(each);
  return grouping.finish();
}

const FLOOD = "river flood bridge closed harbour";
const GRAIN = "grain talks envoy corridor treaty";
const OTHERS = [
  "museum opens wing paintings",
  "league final penalty keeper",
  "comet seen telescope",
].map((words, i) => article(`other ${i}`, "2024-03-01", words));

describe("grouping articles", () => {
  it("puts together what tells the same, and leaves the rest alone", () => {
    const groups = group([
      article("a", "2024-03-01", FLOOD),
      article("b", "2024-03-02", GRAIN),
      article("c", "2024-03-02", `${FLOOD} town`),
      ...OTHERS,
    ]);
    expect(groups.filter(({ articles }) => articles.length > 1)).toEqual([
      { key: null, articles: ["a", "c"], days: { first: "2024-03-01", last: "2024-03-02" } },
    ]);
  });

  it("takes the same words less and less for the same happening the later they come", () => {
    const faint = "river gauge reading weekly";
    const other = "river walk guide spring";
    const two = (day: string) =>
      group([article("a", "2024-03-01", faint), article("b", day, other), ...OTHERS]).length;
    expect(two("2024-03-01")).toBe(4);
    expect(two("2025-03-01")).toBe(5);
  });

  it("lets a known group grow, but never joins two known ones", () => {
    const groups = group([article("c", "2024-03-02", FLOOD), ...OTHERS], {
      first: [article("a", "2024-03-01", FLOOD)],
      second: [article("b", "2024-03-01", FLOOD)],
    });
    const known = groups.filter(({ key }) => key !== null);
    expect(known.map(({ key }) => key)).toEqual(["first", "second"]);
    expect(known.flatMap(({ articles }) => articles).sort()).toEqual(["a", "b", "c"]);
  });

  it("puts every article into one group, whatever they are", () => {
    const word = fc.constantFrom("river", "flood", "grain", "talks", "envoy", "comet");
    const day = fc.constantFrom(null, "2024-03-01", "2024-03-09", "2025-01-01");
    const articles = fc.array(fc.tuple(day, fc.array(word, { maxLength: 5 })), { maxLength: 20 });
    fc.assert(
      fc.property(articles, (all) => {
        const given = all.map(([on, words], i) => article(String(i), on, words.join(" ")));
        const found = group(given).flatMap(({ articles: ids }) => ids);
        expect(found.sort()).toEqual(given.map(({ id }) => id).sort());
      }),
    );
  });
});
