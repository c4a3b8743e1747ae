import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { uuid7 } from "#lib/db/uuid7.ts";
import { partsFromContent } from "#lib/statements/find-words.ts";
import { insertStatements } from "#lib/statements/mutations.ts";
import { createTestArticle } from "#lib/testing/article-rows.ts";
import {
  askedQuery,
  SEARCHED,
  searchedArticle,
  spelled,
  type SearchedArticle,
} from "#lib/testing/searched-articles.ts";
import { chosenParameters, countChosen, hasChosen } from "#lib/testing/chosen-filters.ts";
import { FACETS } from "./chosen-facets.ts";
import { findFirst, searchArticles } from "./data.ts";
import { indexPending } from "./mutations-index.ts";
import { PAGE_SIZE, parseSearch } from "./parse-query.ts";

const ARTICLES = 2_000;
const QUERIES = 2_000;
const CHOICES = 1_000;
const AT_ONCE = 20;
const FEW = 3;
/** So that there are more than the eight segments that are joined. */
const SEGMENT_ARTICLES = 220;
const TODAY = "2026-04-10";
type Stored = SearchedArticle & { id: string };
const stored: Stored[] = [];

/** What was said stands in the body too, as it does in any article. */
function withWhatWasSaid(article: SearchedArticle): SearchedArticle {
  return { ...article, body: [...article.body, ...article.said.flatMap(({ words }) => words)] };
}

async function store(given: SearchedArticle, outletIds: Map<string, string>): Promise<Stored> {
  const article = withWhatWasSaid(given);
  const body = spelled(article.body).join(" ");
  const { title, day, outlet, language, topics, people, countries } = article;
  const status = "confirmed";
  const id = await createTestArticle({
    ...{ headline: spelled(title).join(" "), body, publishedOn: day, language },
    ...(!article.isPublic && { status: "draft", releasedAt: null }),
    outletId: outlet && outletIds.get(outlet),
    topics: { create: topics.map((topicId) => ({ topicId, status, confidence: 1 })) },
    mentions: {
      create: [...people, ...countries].map((actorId, i) => ({
        ...{ actorId, status, startsAt: i, endsAt: i + 1 },
      })),
    },
  });
  const placed = [...body.matchAll(/\S+/g)];
  let first = given.body.length;
  const statements = article.said.map(({ words, speaker, kind }) => {
    const startsAt = placed[first]?.index ?? 0;
    first += words.length;
    const last = placed[first - 1];
    const endsAt = last ? last.index + last[0].length : startsAt;
    return {
      ...{ id: uuid7(), kind, parts: partsFromContent(body, [{ start: startsAt, end: endsAt }]) },
      ...{ speakerId: speaker, speakerText: null, isAnonymous: false, venue: null, saidOn: null },
      ...{ confidence: 1, topics: [] },
    };
  });
  await database.$transaction((tx) =>
    insertStatements(tx, [{ articleId: id, body, publishedOn: day, statements }]),
  );
  return { ...article, id };
}

beforeAll(async () => {
  const { TOPICS, PEOPLE, COUNTRIES, OUTLETS } = SEARCHED;
  await database.topic.createMany({
    data: TOPICS.map((id) => ({ id, label: `The ${id}`, definition: id })),
  });
  await database.actor.createMany({
    data: [
      ...PEOPLE.map((id) => ({ id, kind: "person" as const, name: `Dr ${id}` })),
      ...COUNTRIES.map((id) => ({ id, kind: "country" as const, name: `The ${id}` })),
    ],
  });
  const outlets = await database.outlet.createManyAndReturn({
    data: OUTLETS.map((slug) => ({ slug, name: `The ${slug}` })),
  });
  const outletIds = new Map(outlets.map(({ slug, id }) => [slug, id]));
  const articles = fc.sample(searchedArticle, { numRuns: ARTICLES, seed: 5 });
  for (let at = 0; at < articles.length; at += AT_ONCE) {
    stored.push(
      ...(await Promise.all(
        articles.slice(at, at + AT_ONCE).map((article) => store(article, outletIds)),
      )),
    );
    // Some end up in one segment that was joined of others, some in a small one, some in none.
    if (at % SEGMENT_ARTICLES === 0) await indexPending();
  }
}, 120_000);

function listNewestFirst(): Stored[] {
  return stored
    .filter(({ isPublic }) => isPublic)
    .sort((a, b) => b.day.localeCompare(a.day) || b.id.localeCompare(a.id));
}

it(`finds just what a slow and obvious evaluation of ${QUERIES} queries finds`, async () => {
  const newestFirst = listNewestFirst();
  await fc.assert(
    fc.asyncProperty(askedQuery, async ({ text, isMet }) => {
      const { query, ignored } = parseSearch({ q: text, sort: "newest" }, TODAY);
      const { total, items } = await searchArticles(query);
      const expected = newestFirst.filter(isMet).map(({ id }) => id);
      expect([ignored, total, items.map(({ id }) => id)]).toEqual([
        ...[[], expected.length, expected.slice(0, PAGE_SIZE)],
      ]);
      // Found from one end on where many are to be expected, and otherwise among all.
      const first = { name: "published", count: FEW } as const;
      expect([
        await findFirst(query, { ...first, isDescending: true }),
        await findFirst(query, { ...first, isDescending: false }),
      ]).toEqual([expected.slice(0, FEW), expected.slice(-FEW).reverse()]);
    }),
    { numRuns: QUERIES, seed: 5 },
  );
}, 300_000);

it(`finds and counts just that of ${CHOICES} queries with chosen facets`, async () => {
  const newestFirst = listNewestFirst();
  const askedOrNot = fc.oneof(
    { arbitrary: askedQuery, weight: 3 },
    { arbitrary: fc.constant({ text: "", isMet: () => true }), weight: 1 },
  );
  await fc.assert(
    fc.asyncProperty(askedOrNot, chosenParameters, async ({ text, isMet }, parameters) => {
      const { query } = parseSearch({ ...parameters, q: text, sort: "newest" }, TODAY);
      const results = await searchArticles(query);
      const asked = newestFirst.filter(isMet);
      const expected = asked.filter((article) => hasChosen(query.chosen, article));
      expect([results.total, results.items.map(({ id }) => id)]).toEqual([
        ...[expected.length, expected.slice(0, PAGE_SIZE).map(({ id }) => id)],
      ]);
      for (const facet of FACETS) {
        const counts = Object.fromEntries(results[facet].map(({ id, count }) => [id, count]));
        expect([facet, counts]).toEqual([facet, countChosen(query.chosen, asked, facet)]);
      }
    }),
    { numRuns: CHOICES, seed: 5 },
  );
}, 300_000);
