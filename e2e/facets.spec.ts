import { expect, test } from "./fixtures.ts";

test("filters are added, excluded, switched and taken out by keyboard, without scripts", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const follow = async (name: string | RegExp) => {
    await page
      .getByRole("link", { name, exact: typeof name === "string" })
      .first()
      .focus();
    await page.keyboard.press("Enter");
  };
  const status = page.getByRole("status");
  const chosen = page.getByRole("list", { name: "Chosen filters" });
  const total = async () => Number(/\d+/.exec(await status.innerText())?.[0]);

  await page.goto("/search?q=ukraine");
  const add = page.getByRole("link", { name: /^Add topic Ceasefire, \d+ articles?$/ });
  const promised = Number(/(\d+) article/.exec((await add.getAttribute("aria-label")) ?? "")?.[1]);
  await follow(/^Add topic Ceasefire, /);
  await expect(page).toHaveURL(/\?q=ukraine&topic=ceasefire$/);
  expect(await total()).toBe(promised);
  await expect(chosen.getByRole("link", { name: "Remove topic Ceasefire" })).toBeVisible();

  await follow("Topics: match any");
  await expect(page).toHaveURL(/topic=ceasefire&topics=any$/);
  await follow(/^Add topic Military aid, /);
  await expect(page).toHaveURL(/topic=ceasefire&topic=military-aid&topics=any$/);
  await expect(chosen).toContainText(/Ceasefire.*or.*Military aid/);
  const either = await total();
  expect(either).toBeGreaterThan(promised);
  await follow("Topics: match all");
  await expect(page).not.toHaveURL(/topics=any/);
  expect(await total()).toBeLessThan(either);
  await follow("Topics: match any");

  await follow(/^Exclude country /);
  await expect(page).toHaveURL(/not-country=/);
  await expect(chosen.getByRole("link", { name: /^Remove not country / })).toBeVisible();
  expect(await total()).toBeLessThan(either);
  await follow(/^Remove not country /);
  expect(await total()).toBe(either);

  await follow(/^Add year 2025, /);
  await follow(/^Add year 2026, /);
  await expect(page).toHaveURL(/year=2025&year=2026$/);
  await expect(page.getByText(/^2025 or 2026, by /)).toBeVisible();

  // The form, its order and the days of a bar keep what is chosen.
  await page.getByLabel("Order").selectOption("oldest");
  await page.getByLabel("Words").press("Enter");
  await expect(page).toHaveURL(/topic=ceasefire&topic=military-aid&topics=any&year=2025&year=2026/);
  await page
    .getByRole("list", { name: "Results over time" })
    .getByRole("link")
    .first()
    .press("Enter");
  await expect(page).toHaveURL(/from=2025.*topics=any&year=2025&year=2026/);

  await follow("Clear all filters");
  await expect(page).not.toHaveURL(/topic|year/);
  await expect(chosen).toBeHidden();
  await context.close();
});

test("what is chosen goes by its name, and what is not known is said", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto(
    "/search?topic=sanctions&topic=us-backstop&topics=any&not-person=trump&country=ukraine&year=2025",
  );
  const chosen = page.getByRole("list", { name: "Chosen filters" });
  for (const name of ["topic Sanctions", "not person Donald Trump", "country Ukraine", "year 2025"])
    await expect(chosen.getByRole("link", { name: `Remove ${name}`, exact: true })).toBeVisible();
  await expectAccessibleInBoth();
  await page.setViewportSize({ width: 390, height: 844 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await page.getByRole("link", { name: "Narrow by topic, person or outlet" }).click();
  await expect(page.getByRole("heading", { name: "Topics" })).toBeInViewport();

  await page.goto("/search?topic=nowhere&not-outlet=nothing");
  await expect(
    page.getByText("Nothing has the topic nowhere: the archive knows no such topic."),
  ).toBeVisible();
  await expect(
    page.getByText("Not used: without the outlet nothing, since the archive knows no such outlet."),
  ).toBeVisible();
  await expect(page.getByText("Nothing found.")).toBeVisible();
  await expectAccessibleInBoth();
});

test("feeds, files, comparisons and the interface for programs carry what is chosen", async ({
  page,
  request,
}) => {
  const filters = "topic=sanctions&topic=us-backstop&topics=any&not-person=trump&year=2025";
  await page.goto(`/search?${filters}`);
  const total = Number(/\d+/.exec(await page.getByRole("status").innerText())?.[0]);
  expect(total).toBeGreaterThan(0);
  const hrefOf = async (name: string) =>
    (await page.getByRole("link", { name, exact: true }).getAttribute("href")) ?? "";
  expect(await hrefOf("Atom")).toBe(`/search/feed.xml?${filters}`);
  const lines = await (await request.get(await hrefOf("JSON Lines"))).text();
  expect(lines.trim().split("\n")).toHaveLength(total);
  const answer = await (await request.get(`/api/v1/search?${filters}`)).json();
  expect(answer.total).toBe(total);
  expect(answer.chosen.map(({ id }: { id: string }) => id)).toEqual([
    ...["sanctions", "us-backstop", "trump", "2025"],
  ]);
  await page.getByRole("link", { name: "Compare with another search" }).click();
  await expect(page.getByLabel("First search")).toHaveValue(
    "topic:(sanctions or us-backstop) -person:trump in:2025",
  );
});
