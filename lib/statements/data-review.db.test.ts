import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { getArticleStatements } from "#lib/statements/data-article-statements.ts";
import { getLikesOffers } from "#lib/statements/data-likes.ts";
import {
  countStatementsToReview,
  getNextInReview,
  getReviewPage,
} from "#lib/statements/data-review.ts";
import { reviewQuerySchema, type ReviewQuery } from "#lib/statements/schema-review.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import { placeTestStatement } from "#lib/testing/placed-statements.ts";

const BODY = [
  "Rain fell on Alder all day.",
  "“The harbour opens on Monday,” Ada Brook said in Alder. “Nobody pays,” the senior official said.",
  "“One gate stays shut,” the senior official said.",
].join("\n\n");

const ids: Record<string, string> = {};
const nameOf = (id: string | null | undefined) =>
  Object.keys(ids).find((name) => ids[name] === id) ?? null;
const query = (more: Partial<ReviewQuery> = {}) => reviewQuerySchema.parse(more);
let [gazette, herald, first] = ["", "", ""];

async function place(name: string, articleId: string, words: string, more = {}) {
  ids[name] = await placeTestStatement(articleId, words, more);
}

beforeAll(async () => {
  await database.actor.create({
    data: {
      ...{ id: "ada-brook", kind: "person", name: "Ada Brook" },
      offices: { create: { title: "Harbour minister", heldFrom: new Date("2024-07-05") } },
    },
  });
  for (const name of ["Gazette", "Herald"]) {
    const { id } = await database.outlet.create({ data: { name, slug: name.toLowerCase() } });
    if (name === "Gazette") gazette = id;
    else herald = id;
  }
  first = await createTestArticle({ body: BODY, outletId: gazette, headline: "Harbour opens" });
  const second = await createTestArticle({ body: BODY, outletId: gazette });
  const other = await createTestArticle({ body: BODY, outletId: herald });
  const binned = await createTestArticle({ body: BODY, deletedAt: new Date() });
  const official = { speakerText: "the senior official" };
  const brook = { speakerText: "Ada Brook", speakerId: "ada-brook" };
  const start = BODY.indexOf("Ada Brook");
  const source = { start, end: start + "Ada Brook".length };
  await place("brook", first, "The harbour opens on Monday,", {
    ...{ ...brook, confidence: 0.8, venue: "in Alder", parts: { source } },
  });
  await place("pays", first, "Nobody pays,", { ...official, confidence: 0.3 });
  await place("gate", first, "One gate stays shut,", { ...official, confidence: 0.3 });
  await place("gate again", second, "One gate stays shut,", { ...official, confidence: 0.1 });
  await place("pays again", second, "Nobody pays,", { ...official, confidence: 0.6 });
  await place("brook elsewhere", other, "The harbour opens on Monday,", {
    ...{ ...brook, speakerId: null, confidence: 0.5 },
  });
  await place("anonymous", other, "Nobody pays,", { isAnonymous: true, confidence: 0.9 });
  await place("decided", other, "One gate stays shut,", { ...official, status: "confirmed" });
  await place("binned", binned, "Nobody pays,", official);
});

describe("the queue", () => {
  /** Names of all in a queue, in its order, by going from each to the next. */
  async function walk(filter: Partial<ReviewQuery> = {}) {
    const names: (string | null)[] = [];
    let page = await getReviewPage(query(filter));
    const left = page.left;
    while (page.statement && names.length < 20) {
      names.push(nameOf(page.statement.id));
      if (!page.nextId) break;
      page = await getReviewPage(query({ ...filter, at: page.nextId }));
    }
    expect(left).toBe(names.length);
    return names;
  }
  const sameDoubt = () =>
    ["pays", "gate"].toSorted((a, b) => ((ids[a] ?? "") < (ids[b] ?? "") ? -1 : 1));

  it("has what is suggested, the most doubtful first, and nothing from the bin", async () => {
    const all = ["gate again", ...sameDoubt()];
    all.push("brook elsewhere", "pays again", "brook", "anonymous");
    expect(await walk()).toEqual(all);
    expect(await countStatementsToReview()).toBe(all.length);
  });

  it.each<[string, () => Partial<ReviewQuery>, () => string[]]>([
    ["status", () => ({ status: "confirmed" }), () => ["decided"]],
    ["speaker by name", () => ({ speaker: "ada brook" }), () => ["brook"]],
    ["a speaker nobody knows", () => ({ speaker: "Cy Dale" }), () => []],
    [
      "no known speaker",
      () => ({ lacks: "speaker" }),
      () => ["gate again", ...sameDoubt(), "brook elsewhere", "pays again"],
    ],
    ["article", () => ({ article: first }), () => [...sameDoubt(), "brook"]],
    ["outlet", () => ({ outlet: herald }), () => ["brook elsewhere", "anonymous"]],
    [
      "outlet and status",
      () => ({ outlet: herald, status: "any" }),
      () => ["brook elsewhere", "decided", "anonymous"],
    ],
  ])("is narrowed by %s", async (_, filter, expected) => {
    const found = await walk(filter());
    expect(new Set(found)).toEqual(new Set(expected()));
  });

  it("goes back as it goes on, and shows what comes next", async () => {
    const at = ids["brook elsewhere"];
    const page = await getReviewPage(query({ at }));
    expect(nameOf(page.previousId)).toBe(sameDoubt().at(-1));
    expect(page.ahead.map(({ id }) => nameOf(id))).toEqual(["pays again", "brook", "anonymous"]);
  });

  it("goes on past what was decided, from the last to the first, and ends", async () => {
    const next = (name: string, isPast: boolean, filter = query()) =>
      getNextInReview(filter, ids[name], { isPast });
    expect(nameOf(await next("brook", true))).toBe("anonymous");
    expect(nameOf(await next("brook", false))).toBe("brook");
    expect(nameOf(await next("anonymous", true))).toBe("gate again");
    expect(nameOf(await next("decided", false))).toBe("pays again");
    expect(await next("brook", true, query({ speaker: "ada-brook" }))).toBeNull();
  });

  it("begins anew where what it was at is gone, and is empty where nothing fits", async () => {
    const gone = "00000000-0000-7000-8000-000000000000";
    const page = await getReviewPage(query({ at: gone }));
    expect(nameOf(page.statement?.id)).toBe("gate again");
    expect((await getReviewPage(query({ article: gone }))).statement).toBeNull();
    expect((await getReviewPage(query({ article: gone }))).left).toBe(0);
  });
});

it("shows a statement with its parts, its text around, and who the speaker was that day", async () => {
  const { statement } = await getReviewPage(query({ at: ids.brook }));
  expect(statement).toMatchObject({
    before: "Rain fell on Alder all day.\n\n",
    speaker: { name: "Ada Brook", offices: [{ title: "Harbour minister", heldTo: null }] },
    article: { headline: "Harbour opens", outlet: "Gazette", publishedOn: "2025-02-27" },
    day: "2025-02-27",
  });
  const marked = statement?.passage.filter(({ role }) => role !== null);
  expect(marked).toEqual([
    { text: "“The harbour opens on Monday,”", role: "words" },
    { text: "Ada Brook", role: "source" },
  ]);
});

describe("likes", () => {
  const offersOf = async (name: string) => {
    const found = await getLikesOffers(ids[name] ?? "");
    return found?.offers.map(({ scope, likes }) => [
      scope,
      likes.map(({ id }) => nameOf(id)).sort(),
    ]);
  };
  const decide = (name: string, status: "confirmed" | "rejected" | "suggested") =>
    database.statement.update({
      where: { id: ids[name] },
      data: { status, decidedAt: status === "suggested" ? null : new Date() },
    });

  it("are of the same words, of the same speaker in the article, then in the outlet", async () => {
    expect(await offersOf("gate")).toBeUndefined();
    await decide("gate", "confirmed");
    expect(await offersOf("gate")).toEqual([
      ["words", ["gate again"]],
      ["article", ["pays"]],
      ["outlet", ["pays again"]],
    ]);
    await decide("gate", "rejected");
    expect(await offersOf("gate")).toEqual([["words", ["gate again"]]]);
    await decide("gate", "suggested");
  });

  it("are those of a name in every outlet", async () => {
    const third = await createTestArticle({ body: `${BODY}\n\nIt rains, Ada Brook said.` });
    await place("rains", third, "It rains", { speakerText: "Ada Brook" });
    await decide("brook", "confirmed");
    expect(await offersOf("brook")).toEqual([
      ["words", ["brook elsewhere"]],
      ["name", ["rains"]],
    ]);
  });
});

it("shows an article's statements at their places, rejected ones in the list alone", async () => {
  const articleId = await createTestArticle({ body: BODY });
  await place("seen", articleId, "Nobody pays,");
  await place("no statement", articleId, "One gate stays shut,", { status: "rejected" });
  const found = await getArticleStatements(articleId);
  expect(found?.statements.map(({ id }) => nameOf(id))).toEqual(["seen", "no statement"]);
  const pieces = found?.text.filter(({ statement }) => statement) ?? [];
  expect(pieces).toEqual([
    { text: "“Nobody pays,”", statement: { id: ids.seen, status: "suggested" } },
  ]);
  expect(await getArticleStatements("00000000-0000-7000-8000-000000000000")).toBeNull();
});
