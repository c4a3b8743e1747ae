import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { searchArticles } from "#lib/search/data.ts";
import { indexPending, isIndexingDue } from "#lib/search/mutations-index.ts";
import { parseSearch, type SearchParameters } from "#lib/search/parse-query.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";

async function meant(parameters: SearchParameters) {
  const { query } = parseSearch(parameters, "2026-04-10");
  return (await searchArticles(query)).didYouMean;
}

async function meantText(q: string): Promise<string | null> {
  return (await meant({ q }))?.text ?? null;
}

const HIDDEN = ["draft", "withdrawn", "deleted", "closed"] as const;
const HIDDEN_VALUES = {
  draft: { status: "draft", releasedAt: null },
  withdrawn: { status: "withdrawn", withdrawnAt: new Date() },
  deleted: { deletedAt: new Date() },
  closed: { rights: "metadata_only" },
} as const;

beforeAll(async () => {
  await database.topic.createMany({
    data: [
      { id: "ceasefire", label: "Ceasefire", definition: "Ceasefire." },
      { id: "orchards", label: "Orchards", definition: "Orchards." },
    ],
  });
  await database.actor.createMany({
    data: [
      { id: "brookwell", kind: "person", name: "Ada Brookwell" },
      { id: "underhay", kind: "person", name: "Cy Underhay" },
    ],
  });
  await database.actorAlias.create({ data: { actorId: "brookwell", alias: "Brucknell" } });
  const said = "Negotiations on grain opened. The government sent a delegation to Žilina. ";
  for (let i = 0; i < 6; i++) {
    await createTestArticle({
      headline: `Negotiations, day ${i + 1}`,
      body: `${said}Later negotiations went on; peace is what both want.`,
      publishedOn: `2025-02-0${i + 1}`,
      topics: { create: { topicId: "ceasefire", status: "confirmed", confidence: 1 } },
      mentions: { create: { actorId: "brookwell", startsAt: 3, endsAt: 5 } },
    });
  }
  for (const [i, how] of HIDDEN.entries()) {
    await createTestArticle({
      ...HIDDEN_VALUES[how],
      headline: "Elsewhere",
      body: `Vermillion lanterns and vermillion sails, number ${i}.`,
      // What a closed article is about is told.
      ...(how !== "closed" && {
        topics: { create: { topicId: "orchards", status: "confirmed", confidence: 1 } },
        mentions: { create: { actorId: "underhay", startsAt: 3, endsAt: 5 } },
      }),
    });
  }
});

const CASES: [string, string, string | null][] = [
  ["a letter left out", "negotations", "negotiations"],
  ["neighbours swapped in an ending", "governmnet", "government"],
  ["a wrong first letter", "megotiations", "negotiations"],
  ["a letter too many", "deleggation", "delegation"],
  ["as the archive writes it", "zilinna", "Žilina"],
  ["one of several words", "peace negotations", "peace negotiations"],
  ["several words", "negotations governmnet", "negotiations government"],
  ["a word within a phrase", '"later negotations went"', '"later negotiations went"'],
  ["a word after a field", "title:negotations -rain", "title:negotiations -rain"],
  ["a word in brackets", "hail or (grain negotations)", "hail or (grain negotiations)"],
  ["a topic", "topic:cesefire", "topic:Ceasefire"],
  ["a part of a name", "person:brokwell grain", "person:Brookwell grain"],
  ["another name", "person:bruknell", "person:Brucknell"],
  ["a whole name", 'person:"ada brookwel"', "person:brookwell"],
  ["nothing for a word that is there", "negotiations", null],
  ["nothing for what is not near", "xylophones", null],
  ["nothing for short words", "pex", null],
  ["nothing for what is excluded", "-negotations xylophones", null],
  ["nothing for the beginning of words", "negotatio*", null],
  ["nothing that finds no more", "negotations xylophones", null],
  ["nothing for stop words", "the", null],
  ["no hidden word", "vermilion", null],
  [
    "no hidden word beside one that is found",
    "vermilion or negotations",
    "vermilion or negotiations",
  ],
  [
    "no topic of hidden articles",
    "topic:orchard or topic:cesefire",
    "topic:orchard or topic:Ceasefire",
  ],
  ["no hidden name", "person:underhey", null],
  ["no hidden name among words", "underhey", null],
];

describe("what may have been meant, while articles are in no segment, is", () => {
  it.each(CASES)("%s: %s", async (_what, q, text) => {
    expect(await meantText(q)).toBe(text);
  });

  it("marked where it differs, within the same filters", async () => {
    expect((await meant({ q: "peace negotations", from: "2025-02-05" }))?.parts).toEqual([
      { text: "peace ", isMatch: false },
      { text: "negotiations", isMatch: true },
    ]);
    expect(await meant({ q: "peace negotations", from: "2026" })).toBeNull();
  });
});

describe("what may have been meant, of articles in segments, is", () => {
  beforeAll(async () => {
    const filler = Array.from({ length: 200 }, (_, i) => i);
    for (const i of filler) {
      await createTestArticle({
        headline: `Weather ${i}`,
        body: "Clouds.",
        publishedOn: "2024-01-01",
      });
    }
    // In two articles when the segment is made, so that it is among the words.
    const gone = [1, 2].map(() => createTestArticle({ headline: "Soon gone", body: "Marzipan." }));
    const ids = await Promise.all(gone);
    expect(await isIndexingDue()).toBe(true);
    expect(await indexPending()).toBeGreaterThanOrEqual(200);
    expect(await isIndexingDue()).toBe(false);
    expect(await meantText("marzipann")).toBe("Marzipan");
    await database.article.updateMany({
      where: { id: { in: ids } },
      data: { status: "withdrawn", withdrawnAt: new Date() },
    });
  });

  it.each(CASES)("%s: %s", async (_what, q, text) => {
    expect(await meantText(q)).toBe(text);
  });

  it("no word that only withdrawn articles had", async () => {
    const stored = await database.searchWord.findFirst({ where: { term: "marzipan" } });
    expect(stored?.articles).toBe(2);
    expect(await meantText("marzipann")).toBeNull();
    expect(await meantText("marzipann or negotations")).toBe("marzipann or negotiations");
  });
});
