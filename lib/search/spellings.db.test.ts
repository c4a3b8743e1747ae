import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { searchArticles } from "#lib/search/data.ts";
import { parseSearch } from "#lib/search/parse-query.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { SPELLED_NAMES } from "#lib/testing/spelled-names.ts";
import { SPELLED_TEXTS, type SpelledTexts } from "#lib/testing/spelled-texts.ts";

const ITEMS = [...SPELLED_TEXTS, ...SPELLED_NAMES];
const idOf = (item: SpelledTexts) => `i${ITEMS.indexOf(item)}q`;

async function found(q: string): Promise<string[]> {
  const { query, ignored } = parseSearch({ q }, "2026-04-10");
  expect(ignored).toEqual([]);
  const { items } = await searchArticles({ ...query, sort: "newest" });
  return items.map(({ summary }) => summary ?? "").sort();
}

beforeAll(async () => {
  await database.actor.create({
    data: {
      ...{ id: "dovhan", kind: "person", name: "Test Dovhan" },
      aliases: { create: [{ alias: "Dovgan" }, { alias: "Тест Довгань" }, { alias: "Chief" }] },
    },
  });
  for (const item of ITEMS)
    for (const text of [...item.texts, ...(item.others ?? [])])
      await createTestArticle({
        headline: idOf(item),
        body: text,
        summary: text,
        rights: "full_text",
      });
}, 60_000);

it.each(ITEMS.map((item) => [item.name, item] as const))("%s", async (_name, item) => {
  for (const query of item.queries) {
    const hits = await found(`(${query}) title:${idOf(item)}`);
    expect([query, ...hits]).toEqual([query, ...[...item.texts].sort()]);
  }
});

describe("spellings", () => {
  it("are data: a row more is found at once", async () => {
    await createTestArticle({ headline: "Rowing", body: "at Novgrad", summary: "at Novgrad" });
    expect(await found('Nowograd "rowing at Novgrad"')).toEqual([]);
    await database.$executeRaw`INSERT INTO spellings (one_of, words)
      VALUES ('novgrad', 'novgrad'), ('novgrad', 'nowograd')`;
    expect(await found("Nowograd rowing")).toEqual(["at Novgrad"]);
    expect(await found('"at Nowograd"')).toEqual(["at Novgrad"]);
  });

  it("hold in what is quoted, too, and where a phrase crosses from headline to text", async () => {
    const id = await createTestArticle({ headline: "Crossing U.S.", body: "led truce" });
    expect(await found('"crossing US-led truce"')).toEqual([""]);
    await database.article.delete({ where: { id } });
  });
});

it.each([
  ["US", "The U.S. and US-led talks let us go", ["U.S.", "US-led"]],
  ["Kiev", "In “Kyiv” and Kyiv’s streets", ["Kyiv", "Kyiv’s"]],
  ["ceasefire", "A cease-fire, a ceasefire", ["cease-fire", "ceasefire"]],
  ["1000", "Some 1,000 of 2,000 men", ["1,000"]],
  ["O'Brien", "Mr O’Brien spoke", ["O’Brien"]],
  ["пам'ять", "Про памʼять", ["памʼять"]],
  ["finance", "A ﬁnance <bill>", ["ﬁnance"]],
])("what is found by %s is marked in: %s", async (q, text, marked) => {
  const headline = `${text} ${randomUUID()}`;
  const id = await createTestArticle({ headline });
  const { query } = parseSearch({ q, sort: "newest" }, "2026-04-10");
  const { items } = await searchArticles(query);
  const hit = items.find((item) => item.id === id);
  expect(hit?.headlineParts.map((part) => part.text).join("")).toBe(headline);
  const words = hit?.headlineParts.filter(({ isMatch }) => isMatch).map((part) => part.text);
  expect(words).toEqual(marked);
  await database.article.delete({ where: { id } });
});
