import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { getEnv } from "#lib/env.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { createTestToken } from "#lib/testing/call-route.ts";
import { expect, test } from "./fixtures.ts";

const SAMPLE = projectPath("../shared/seeds/starmer-trump-backstop");
const ARTICLES = "/api/v1/articles";

test.use({
  extraHTTPHeaders: async ({}, provide) => {
    const { token } = await createTestToken("editor");
    await provide({ authorization: `Bearer ${token}` });
  },
});

/** A text whose bytes nobody has sent before. */
function accordText(): string {
  return `Accord reached in Northmark
By Ada Brook
3 March 1971

Ministers of Northmark agreed to open the strait, in text ${randomUUID()} of the tests.
`;
}

const asText = (data: string) => ({ data, headers: { "content-type": "text/plain" } });

test("an article that is published by the API is there for readers, and gone once deleted", async ({
  page,
  request,
}) => {
  const sent = await request.post(`${ARTICLES}?publish=true`, asText(accordText()));
  expect(sent.status()).toBe(201);
  const { id, path } = await sent.json();
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Accord reached in Northmark");
  const day = await page.goto("/1971/03/03");
  expect(await day?.text()).toContain(path);
  expect((await request.delete(`${ARTICLES}/${id}`)).status()).toBe(200);
  expect((await page.goto(path))?.status()).toBe(404);
  expect(await (await page.goto("/1971/03/03"))?.text()).not.toContain(path);
});

test("a withdrawn article answers 410, to people and to programs", async ({ page, request }) => {
  const sent = await request.post(`${ARTICLES}?publish=true`, asText(accordText()));
  const { id, path, version } = await sent.json();
  const data = { version, status: "withdrawn", withdrawnReason: "Sent by mistake." };
  expect((await request.patch(`${ARTICLES}/${id}`, { data })).status()).toBe(200);
  const answer = await page.goto(path);
  expect(answer?.status()).toBe(410);
  expect(await answer?.text()).toContain("Sent by mistake.");
  const anyone = await fetch(`${getEnv().ARCHIVE_URL}${ARTICLES}/${id}`);
  expect(anyone.status).toBe(410);
  await request.delete(`${ARTICLES}/${id}`);
});

test("the sample gives what its gold says", async ({ request }) => {
  test.skip(!existsSync(`${SAMPLE}.txt`), "../shared/seeds is not here");
  const text = await readFile(`${SAMPLE}.txt`, "utf8");
  const gold = JSON.parse(await readFile(`${SAMPLE}.gold.json`, "utf8"));
  const sent = await request.post(ARTICLES, asText(text));
  expect([200, 201]).toContain(sent.status());
  const found = await sent.json();
  const spanOf = (field: string) => {
    const place = found.spans.find((each: { field: string }) => each.field === field);
    return [place.start, place.end];
  };
  expect(found.publishedOn).toBe(gold.publishedOn.value);
  expect(found.headlineProposed).toBe(true);
  expect(spanOf("publishedOn")).toEqual(gold.publishedOn.span);
  expect(found.bylines).toEqual(
    gold.bylines.map(({ name, role = null, note = null }: Record<string, string | null>) => ({
      name,
      role,
      note,
    })),
  );
  expect(spanOf("bylines.0.name")).toEqual(gold.bylines[0].span);
  expect(spanOf("bylines.0.note")).toEqual(gold.bylines[0].noteSpan);
  expect(spanOf("bylines.1.role")).toEqual(gold.bylines[1].roleSpan);
  expect(found.mediaCredits).toEqual([{ credit: gold.mediaCredit.value, caption: null }]);
  expect(found.paragraphs).toHaveLength(gold.bodyParagraphs);
  expect(found.paragraphs[0]).toContain(gold.firstWords);
  expect(found.unused).toEqual([]);
});

test("a body without end is refused while it comes", async () => {
  const { token } = await createTestToken("editor");
  const chunk = new Uint8Array(256 * 1024).fill(120);
  let sentBytes = 0;
  const endless = new ReadableStream({
    pull(controller) {
      sentBytes += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const answer = await fetch(`${getEnv().ARCHIVE_URL}${ARTICLES}`, {
    method: "POST",
    body: endless,
    headers: { authorization: `Bearer ${token}`, "content-type": "text/plain" },
    duplex: "half",
  } as RequestInit).catch(() => null);
  // Node may see the connection closed before it sees the answer; either way it stopped.
  if (answer) expect(answer.status).toBe(413);
  expect(sentBytes).toBeLessThan(64 * 1024 * 1024);
});

test.describe("anyone", () => {
  test.use({ extraHTTPHeaders: {} });

  test("may read from any site, and each answer is named", async ({ request }) => {
    for (const path of [
      "articles",
      "search?q=backstop",
      "timeline",
      "topics",
      "people",
      "health",
    ]) {
      const answer = await request.get(`/api/v1/${path}`);
      expect(answer.status(), path).toBe(200);
      expect(answer.headers()).toMatchObject({
        "access-control-allow-origin": "*",
        "cache-control": "no-store",
        "content-type": "application/json",
      });
    }
  });

  test("learns in one form what went wrong, also where nothing is", async ({ request }) => {
    for (const [path, status] of [
      ["no/such/thing", 404],
      ["articles/7", 400],
      ["articles?limit=x", 400],
      ["articles?status=draft", 401],
    ] as const) {
      const answer = await request.get(`/api/v1/${path}`);
      expect(answer.status(), path).toBe(status);
      expect(answer.headers()["content-type"]).toBe("application/problem+json");
      const problem = await answer.json();
      expect(problem).toMatchObject({ status, requestId: answer.headers()["x-request-id"] });
    }
  });

  test("finds the interface described", async ({ request }) => {
    const described = await (await request.get("/api/v1/openapi.json")).json();
    expect(described.servers).toEqual([{ url: `${getEnv().ARCHIVE_URL}/api/v1` }]);
    expect(Object.keys(described.paths)).toContain("/articles/{id}");
  });
});
