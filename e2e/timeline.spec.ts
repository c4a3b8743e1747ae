import { gzipSync } from "node:zlib";
import { expect, test } from "./fixtures.ts";

const MAX_PAGE_BYTES = 60_000;

test("the timeline is narrowed by lane, topic and dates, all of it in the address", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/timeline");
  const total = page.getByRole("main").getByRole("status");
  const everything = Number((await total.innerText()).replace(/\D/g, ""));
  await page.getByRole("checkbox", { name: "United Kingdom" }).check();
  await page.getByLabel("Topic").selectOption({ label: "US backstop" });
  await page.getByRole("textbox", { name: "From", exact: true }).fill("Feb 2025");
  await page.getByLabel("To", { exact: true }).fill("2025");
  await page.getByLabel("Order").selectOption("oldest");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  const expected = { lane: "uk", topic: "us-backstop", from: "Feb 2025", to: "2025" };
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject(expected);

  expect(Number((await total.innerText()).replace(/\D/g, ""))).toBeLessThan(everything);
  const lines = page.getByRole("main").locator("li:has([data-entry])");
  const days = await lines
    .locator("time")
    .evaluateAll((all) => all.map((each) => each.getAttribute("datetime") ?? ""));
  expect(days.length).toBeGreaterThan(2);
  expect(days).toEqual(days.toSorted());
  for (const day of days) expect(day).toMatch(/^2025-(0[2-9]|1)/);
  for (const line of await lines.all()) await expect(line.getByText("UK").first()).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "United Kingdom" })).toBeChecked();
  await expectAccessible();

  await page.getByRole("link", { name: "Clear" }).click();
  await expect(page).toHaveURL("/timeline");
});

test("the timeline says what of its time is covered", async ({ page }) => {
  await page.goto("/timeline?from=2025-02&to=2025-03");
  const coverage = page.getByRole("region", { name: "What this covers" });
  await expect(coverage).toContainText(/Articles on \d+ of 59 days, 1 Feb 2025 to 31 Mar 2025/);
  await page.goto("/timeline?from=1901&to=1902");
  await expect(coverage).toContainText("it does not say that nothing happened");
});

test("the picture shows the lanes that are asked for", async ({ page }) => {
  await page.goto("/timeline?lane=uk&lane=ru");
  const drawn = page.locator("[data-place][data-live] [data-part=lane]");
  await expect(drawn).toHaveCount(2);
  await page.locator("[data-overview]").getByRole("link", { name: "Show 2022" }).click();
  await expect(page).toHaveURL("/timeline?lane=uk&lane=ru&from=2022-01-01&to=2022-12-31");
  await expect(drawn).toHaveCount(2);
});

test("pages follow one another and stay light", async ({ page, request }) => {
  await page.goto("/timeline");
  const titles = () => page.locator("[data-entry]").allInnerTexts();
  const first = await titles();
  await page.getByRole("link", { name: "Next →" }).click();
  await expect(page).toHaveURL("/timeline?page=2");
  const second = await titles();
  expect(second.length).toBeGreaterThan(10);
  await page.getByRole("link", { name: "← Previous" }).click();
  await expect(page).toHaveURL("/timeline");
  expect(await titles()).toEqual(first);
  for (const path of ["/timeline", "/timeline?page=2", "/2025", "/"]) {
    const html = await (await request.get(path)).body();
    expect(gzipSync(html).length, path).toBeLessThanOrEqual(MAX_PAGE_BYTES);
  }
});

test("what cannot be understood is said, and what is not there", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/timeline?from=soonish&topic=no-such-topic");
  await expect(page.getByText("“soonish” is not a date that can be read here.")).toBeVisible();
  await expect(page.getByText("There is no topic “no-such-topic”.")).toBeVisible();
  await expect(page.getByText("Nothing in the archive meets all of this.")).toBeVisible();
  await expectAccessible();
  await page.goto("/timeline?page=9999");
  await page.getByRole("link", { name: "Go to its first page" }).click();
  await expect(page.locator("[data-entry]").first()).toBeVisible();
});

test("imprecise dates and what is to be verified are shown as such", async ({ page }) => {
  await page.goto("/timeline?from=2021-03&to=2021-04");
  await expect(page.locator("time", { hasText: "Mar to Apr 2021" }).first()).toBeVisible();
  await page.goto("/timeline?to=1994");
  const memorandum = page.locator("li", { hasText: "Budapest Memorandum" }).first();
  await expect(memorandum).toContainText("Event, to be verified:");
});

test("an event says what is known, from where, and who took part as what", async ({ page }) => {
  await page.goto("/events/oval-office-clash-2025-02");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("clash in the Oval Office");
  await expect(page.locator("time").first()).toHaveText("28 February 2025");
  const people = page.getByRole("region", { name: "Who took part" });
  await expect(people).toContainText("Vice President of the United States");
  await expect(people.getByRole("link", { name: "JD Vance" })).toHaveAttribute(
    "href",
    /^\/people\/[a-z-]+$/,
  );
  const sources = page.getByRole("region", { name: "Sources" });
  await expect(sources.getByText("state media: one side’s account")).toBeVisible();
  const data = await page.locator('script[type="application/ld+json"]').innerText();
  expect(JSON.parse(data)).toMatchObject({ "@type": "Event", startDate: "2025-02-28" });
});
