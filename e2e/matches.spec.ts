import { createTestArticle, removeTestArticles } from "#lib/testing/article-rows.ts";
import { expect, test } from "./fixtures.ts";

const QUERY = "troops or backstop";
const ARTICLE = "/2025/02/17/starmer-offers-troops-but-wants-american-backstop";
const MARKED = `${ARTICLE}?${new URLSearchParams({ q: QUERY })}`;

test.afterAll(removeTestArticles);

test("what was searched stays marked in the article, and keys go from match to match", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto(`/search?${new URLSearchParams({ q: QUERY })}`);
  await page
    .getByRole("main")
    .getByRole("link", { name: /^Starmer offers troops/ })
    .click();
  await expect(page).toHaveURL(/\?q=troops\+or\+backstop$/);
  const bar = page.getByRole("region", { name: "Matches of a search" });
  await expect(bar).toContainText(/^\d+ matches for “troops or backstop”/);
  const total = Number(/\d+/.exec(await bar.innerText())?.[0]);
  expect(await page.locator("main mark[id]").count()).toBe(total);
  for (const text of await page.locator("main mark").allTextContents())
    expect(text).toMatch(/troop|backstop/i);
  await expect(page.getByRole("heading", { level: 1 }).locator("mark")).toHaveCount(2);
  await expectAccessibleInBoth();

  await page.keyboard.press("n");
  await expect(page).toHaveURL(/#match-1$/);
  await page.keyboard.press("n");
  await page.keyboard.press("n");
  await expect(page.locator("mark:target")).toBeInViewport();
  await expect(page.getByRole("navigation", { name: `Match 3 of ${total}` })).toBeVisible();
  await page.keyboard.press("p");
  await expect(page).toHaveURL(/#match-2$/);
  await expect(page.getByRole("navigation", { name: /^Match/ })).toHaveCount(1);
  await expectAccessibleInBoth();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toContainText("Next match");
  await page.keyboard.press("Escape");

  await bar.getByRole("link", { name: "Remove the marks" }).click();
  await expect(page).toHaveURL(new RegExp(`${ARTICLE}$`));
  await expect(page.locator("main mark")).toHaveCount(0);
});

test("the way from match to match needs no script, and the keyboard reaches it at the match", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(MARKED);
  await page.getByRole("link", { name: "First match" }).click();
  await expect(page).toHaveURL(/#match-1$/);
  const steps = page.getByRole("navigation", { name: /^Match/ });
  await steps.getByRole("link", { name: "Next" }).click();
  await steps.getByRole("link", { name: "Next" }).click();
  await expect(page).toHaveURL(/#match-3$/);
  await expect(steps).toHaveAccessibleName(/^Match 3 of/);
  await steps.getByRole("link", { name: "Previous" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#match-2$/);
  await expect(page.locator("mark:target")).toBeInViewport();
  await context.close();
});

test("an article with marks is the plain one to search engines, and is kept by nobody", async ({
  page,
  request,
}) => {
  await page.goto(MARKED);
  const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
  expect(new URL(canonical ?? "").pathname + new URL(canonical ?? "").search).toBe(ARTICLE);
  await expect(page.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  expect((await request.get(MARKED)).headers()["cache-control"]).not.toContain("public");
  const plain = await request.get(ARTICLE);
  expect(plain.headers()["cache-control"]).toContain("public");
  expect(await plain.text()).not.toContain("<mark");
  expect(await plain.text()).not.toContain("noindex");
});

test("marks cut through whatever a text holds, and tell nothing that rights withhold", async ({
  page,
  expectAccessible,
}) => {
  const body = [
    "Grain <b>grain</b> & ( grain ), \u202E grain \u202C حبوب 🌾 grain.",
    "<script>document.title = 'run'</script> grain",
  ].join("\n\n");
  await createTestArticle({ publishedOn: "1903-01-01", slug: "marks", headline: "A test", body });
  await page.goto("/1903/01/01/marks?q=grain+%D8%AD%D8%A8%D9%88%D8%A8+%00%3Cb%3E");
  expect(await page.locator("article p[lang]").allTextContents()).toEqual(body.split("\n\n"));
  await expect(page.locator("article mark", { hasText: /^grain$/i })).toHaveCount(6);
  await expect(page.locator("article mark", { hasText: "حبوب" })).toHaveCount(1);
  expect(await page.title()).not.toBe("run");
  await expectAccessible();

  await createTestArticle({
    ...{ publishedOn: "1903-01-02", slug: "closed", headline: "A test", body },
    rights: "metadata_only",
  });
  await page.goto("/1903/01/02/closed?q=grain");
  await expect(page.getByText("No match in the text shown here")).toBeVisible();
  await expect(page.locator("article mark")).toHaveCount(0);
});
