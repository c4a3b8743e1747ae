import { parse } from "csv-parse/sync";
import { expect, test } from "./fixtures.ts";

test("a search narrows by date, topic and person, all of it in the address", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/");
  await page.getByRole("combobox", { name: "Search the archive" }).fill("backstop");
  await page.getByRole("combobox", { name: "Search the archive" }).press("Enter");
  await expect(page).toHaveURL(/\/search\?q=backstop$/);
  const results = page.getByRole("list", { name: "Results", exact: true });
  await expect(results.locator("mark").first()).toHaveText(/backstop/i);
  await expectAccessible();

  await page.getByLabel("From").fill("Feb 2025");
  await page.getByLabel("To", { exact: true }).fill("2025-02");
  await page.getByRole("main").getByRole("button", { name: "Search", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("1 February 2025 to 28 February 2025");
  for (const day of await results
    .locator("time")
    .evaluateAll((all) => all.map((time) => time.getAttribute("datetime")))) {
    expect(day).toMatch(/^2025-02-/);
  }

  await page
    .getByRole("main")
    .getByRole("link", { name: /^Add topic US backstop/ })
    .click();
  await expect(page).toHaveURL(/topic=us-backstop/);
  await page.getByRole("link", { name: "US backstop × remove" }).click();
  await expect(page).not.toHaveURL(/topic=/);
  await expect(page).toHaveURL(/from=2025-02-01/);
});

test("a search works without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/search?q=ceasefire&sort=oldest");
  await page.getByRole("link", { name: /^2025: \d+ articles?$/ }).click();
  await expect(page).toHaveURL(/from=2025&to=2025/);
  await expect(
    page.getByRole("list", { name: "Results", exact: true }).locator("li").first(),
  ).toContainText("2025");
  await context.close();
});

test("a misspelt word leads to the archive's own, without scripts", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/search?q=ceasefire+negotations&sort=recent&from=2025");
  await page
    .getByText("Did you mean")
    .getByRole("link", { name: "ceasefire negotiations" })
    .click();
  await expect(page).toHaveURL(/q=ceasefire\+negotiations&from=2025-01-01&sort=recent/);
  const results = page.getByRole("list", { name: "Results", exact: true });
  await expect(results.locator("mark").first()).toBeVisible();
  await expect(page.getByText("Did you mean")).toHaveCount(0);
  await context.close();
});

test("a date that cannot be read is said at its field", async ({ page, expectAccessible }) => {
  await page.goto("/search?q=backstop&from=soonish");
  await expect(page.getByLabel("From")).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("“soonish” could not be read as a date")).toBeVisible();
  await expect(page.getByRole("status")).toContainText("articles");
  await expectAccessible();
});

test("a search that finds nothing says what to do", async ({ page, expectAccessible }) => {
  await page.goto("/search?q=backstop+zzyzx");
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await expectAccessible();
  await page.getByRole("link", { name: "Find any of these words" }).click();
  await expect(page.getByRole("list", { name: "Results", exact: true })).toBeVisible();
});

test("a search says what it covers, and that silence proves nothing", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto("/search?q=backstop&from=2025&to=2025");
  const coverage = page.getByRole("region", { name: "What this covers" });
  await expect(coverage).toContainText(/Articles on \d+ of 365 days, 1 Jan 2025 to 31 Dec 2025/);
  await expect(coverage).toContainText(/\d+ outlets?, \d+ % from/);
  await expect(coverage).toContainText("it does not say that nothing happened");
  await expectAccessibleInBoth();
  await page.goto("/search?q=zzyzx");
  await expect(coverage).toContainText("No article.");
});

test("filters alone list by date, and all searches are one page to search engines", async ({
  page,
}) => {
  await page.goto("/search?topic=us-backstop&from=2025");
  const days = await page
    .getByRole("list", { name: "Results", exact: true })
    .locator("time")
    .evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? ""));
  expect(days.length).toBeGreaterThan(1);
  expect(days).toEqual(days.toSorted().reverse());
  await expect(page.locator("link[rel=canonical]")).toHaveAttribute("href", /\/search$/);
});

test("a search asks by field, and says what of it could not be used", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto("/search");
  await page.getByLabel("Words").fill("said:backstop speaker:Starmer before:2025-03 topic:");
  await page.getByLabel("Words").press("Enter");
  await expect(page.getByText("Not used: topic:, since nothing stands after it.")).toBeVisible();
  const results = page.getByRole("list", { name: "Results", exact: true });
  await expect(results.locator("mark").first()).toHaveText(/backstop/i);
  await expect(page.getByText("speaker:Starmer is Keir Starmer")).toBeVisible();
  for (const day of await results
    .locator("time")
    .evaluateAll((all) => all.map((time) => time.getAttribute("datetime") ?? "")))
    expect(day < "2025-03").toBe(true);
  await page.getByRole("link", { name: "How to search" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How to search");
  await expectAccessibleInBoth();
  await page.getByRole("link", { name: "topic:sanctions" }).click();
  await expect(page.getByLabel("Words")).toHaveValue("topic:sanctions");
  await expect(
    page.getByRole("main").getByRole("link", { name: /^Add topic Sanctions/ }),
  ).toBeVisible();
  await page.goto("/search?q=person:nobody+talks");
  await expect(
    page.getByText("Nothing has person:nobody: the archive knows no such name."),
  ).toBeVisible();
});

test("a search is followed as a feed", async ({ page, request }) => {
  await page.goto("/search?q=title:backstop&sort=oldest&from=2025");
  const link = page
    .getByRole("navigation", { name: "Follow this search" })
    .getByRole("link", { name: "JSON feed" });
  const feed = await (await request.get((await link.getAttribute("href")) ?? "")).json();
  expect(feed.feed_url).toMatch(/\/search\/feed\.json\?q=title%3Abackstop&from=2025$/);
  expect(feed.items.length).toBeGreaterThan(0);
  for (const { title } of feed.items) expect(title).toMatch(/backstop/i);
  const atom = await request.get("/search/feed.xml?q=title:backstop&from=soonish");
  expect(atom.headers()["content-type"]).toContain("application/atom+xml");
  expect(await atom.text()).toContain("<title>title:backstop · The Diplomacy Archive</title>");
});

test("what a search finds is taken along as a file", async ({ page, request }) => {
  await page.goto("/search?q=topic:sanctions&from=2022");
  const total = Number(/\d+/.exec(await page.getByRole("status").innerText())?.[0]);
  expect(total).toBeGreaterThan(5);
  const files = page.getByRole("navigation", { name: "Take all results along" });
  const fetched = async (name: string) => {
    const path = await files.getByRole("link", { name }).getAttribute("href");
    const answer = await request.get(path ?? "");
    expect(answer.headers()["content-disposition"]).toMatch(/filename="topic-sanctions-[\d-]+\./);
    return await answer.text();
  };
  const lines = (await fetched("JSON Lines"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(total);
  const days = lines.map(({ publishedOn }) => publishedOn);
  expect(days).toEqual(days.toSorted().reverse());
  expect(
    lines.every(({ topics, paragraphs }) => topics.includes("sanctions") && paragraphs.length),
  ).toBe(true);
  const csv = parse<{ id: string }>(await fetched("CSV"), { bom: true, columns: true });
  expect(csv.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
  expect((await fetched("BibTeX")).match(/^@article\{/gm)).toHaveLength(total);
  const ris = await fetched("RIS");
  for (const line of [
    /^TY {2}- NEWS\r$/gm,
    /^AU {2}- Archive desk\r$/gm,
    /^DA {2}- \d{4}\/\d\d\/\d\d\/\r$/gm,
  ])
    expect(ris.match(line)).toHaveLength(total);
});
