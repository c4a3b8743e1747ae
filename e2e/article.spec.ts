import { existsSync, readFileSync } from "node:fs";
import { database } from "#lib/db/client.ts";
import { createTestArticle, removeTestArticles } from "#lib/testing/article-rows.ts";
import { expect, test } from "./fixtures.ts";

const ARTICLE = "/2025/02/17/starmer-offers-troops-but-wants-american-backstop";
const NAUGHTY_STRINGS = "../shared/data/hostile/naughty-strings.json";

test.afterAll(removeTestArticles);

test("an article says who, when, where from, and how to cite it", async ({
  page,
  expectAccessible,
}) => {
  await page.goto(ARTICLE);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Starmer offers troops but wants an American backstop",
  );
  await expect(page.locator("article time").first()).toHaveText("17 February 2025");
  await expect(page.getByRole("list", { name: "By" })).toContainText("Archive desk");
  const named = page.getByRole("list", { name: "Named in this paragraph" }).first();
  await expect(named).toContainText("Emmanuel Macron");
  await expect(named).toContainText("President of France");
  await expect(named).toContainText("suggested");
  await expect(page.getByRole("link", { name: "US backstop" })).toHaveAttribute(
    "href",
    "/topics/us-backstop",
  );
  await expect(page.getByText("(accessed ")).toContainText(ARTICLE);
  await expectAccessible();
});

test("an article says who speaks, where and when, beside the words", async ({
  page,
  expectAccessible,
}) => {
  await page.goto(ARTICLE);
  const words = page.getByText("The end of this war, when it comes,");
  await expect(words).toHaveAttribute("data-status", "confirmed");
  const note = page.getByRole("listitem").filter({ hasText: "Daily Telegraph article" });
  await expect(note).toContainText("Keir Starmer");
  await expect(note).toContainText("Prime Minister of the United Kingdom");
  await expect(note).toContainText("16 February 2025");
  await expect(note).not.toContainText("suggested");

  const background = (on: typeof note) => on.evaluate((it) => getComputedStyle(it).backgroundColor);
  const plain = await background(words);
  await note.getByRole("link", { name: "Keir Starmer" }).focus();
  await expect.poll(() => background(words)).not.toBe(plain);

  await note.getByRole("link", { name: /to the words/ }).click();
  await expect(page).toHaveURL(/#statement-[0-9a-f-]{36}$/);
  await expect(words).toBeInViewport();
  await page.getByRole("link", { name: "Said by Keir Starmer" }).first().click();
  await expect(page).toHaveURL(/#said-[0-9a-f-]{36}$/);
  await expectAccessible();
});

test("an article is whole without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(ARTICLE);
  const text = page.getByRole("paragraph").filter({ hasText: "Sir Keir Starmer went to" });
  await expect(text).toContainText("An American backstop, the Prime Minister argued");
  await page.getByRole("link", { name: /^← Before/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/Trump and Putin agree/);
  await context.close();
});

test("an article describes itself to machines", async ({ page }) => {
  await page.goto(ARTICLE);
  const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
  expect(new URL(canonical ?? "").pathname).toBe(ARTICLE);
  const data = JSON.parse(
    await page.locator('script[type="application/ld+json"]').first().innerText(),
  );
  expect(data).toMatchObject({
    "@type": "NewsArticle",
    datePublished: "2025-02-17",
    url: canonical,
  });
  await expect(page.locator('meta[property="og:type"]')).toHaveAttribute("content", "article");
});

test("the original is given as received, and cannot run anything", async ({ page, request }) => {
  await page.goto(ARTICLE);
  const href = await page.getByRole("link", { name: "As received" }).getAttribute("href");
  const response = await request.get(href ?? "");
  expect(response.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  expect(response.headers()["content-security-policy"]).toBe("sandbox; default-src 'none'");
  expect(await response.text()).toContain("headline: Starmer offers troops");
});

test("a moved article redirects, a withdrawn one says so, a draft is not there", async ({
  page,
  request,
}) => {
  const withdrawn = {
    status: "withdrawn" as const,
    withdrawnAt: new Date(),
    withdrawnReason: "For a test.",
  };
  await createTestArticle({
    publishedOn: "1901-01-01",
    slug: "gone",
    body: "Once here.",
    ...withdrawn,
  });
  await createTestArticle({
    publishedOn: "1901-01-01",
    slug: "draft",
    status: "draft",
    releasedAt: null,
  });
  const moved = await createTestArticle({ publishedOn: "1901-01-02", slug: "now" });
  await database.articleAddress.create({
    data: { publishedOn: new Date("1901-01-01"), slug: "before", articleId: moved },
  });

  const redirect = await request.get("/1901/01/01/before", { maxRedirects: 0 });
  expect(redirect.status()).toBe(308);
  expect(redirect.headers().location).toBe("/1901/01/02/now");

  const notice = await page.goto("/1901/01/01/gone");
  expect(notice?.status()).toBe(410);
  await expect(page.getByText("For a test.")).toBeVisible();
  await expect(page.getByText("Once here.")).toHaveCount(0);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);

  for (const path of [
    "/1901/01/01/draft",
    "/1901/01/01/never",
    "/1901/02/30/x",
    "/1901/1/1/gone",
  ]) {
    expect((await request.get(path)).status()).toBe(404);
  }
});

test("naughty strings are shown unchanged and do nothing", async ({ page }) => {
  test.skip(!existsSync(NAUGHTY_STRINGS), `${NAUGHTY_STRINGS} is not here`);
  const all = JSON.parse(readFileSync(NAUGHTY_STRINGS, "utf8")) as string[];
  const strings = all
    .map((text) => text.replaceAll("\0", "").replace(/\s+/g, " ").trim().toWellFormed())
    .filter((text) => text !== "");
  await createTestArticle({
    ...{ publishedOn: "1902-01-01", slug: "naughty", body: strings.join("\n\n") },
    headline: "</title><script>document.title = 'run'</script>",
  });
  await page.goto("/1902/01/01/naughty");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/<script>/);
  const shown = await page.locator("article p[lang]").allTextContents();
  expect(shown).toEqual(strings);
  expect(await page.title()).not.toBe("run");
});

test("an article leads to those most like it, says what they share, and searches for more", async ({
  page,
}) => {
  await page.goto(ARTICLE);
  const more = page.getByRole("region", { name: "More like this" });
  await expect(more.getByRole("listitem").first()).toContainText(/Shares: .*\w/);
  await expect(more.getByRole("link", { name: "Starmer offers troops" })).toHaveCount(0);
  await more.getByRole("link", { name: "Search for more like this" }).click();
  await expect(page).toHaveURL(/\/search\?q=/);
  const results = page.getByRole("list", { name: "Results" });
  await expect(results.getByRole("listitem").nth(1)).toBeVisible();
  await expect(page.getByText("Not used:")).toHaveCount(0);
});
