import { expect, test } from "./fixtures.ts";

test("the bars of a search zoom from years to a day and back, by keyboard and without scripts", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const bars = page.getByRole("list", { name: "Results over time" });
  const zoomIn = async (name: RegExp) => {
    await bars.getByRole("link", { name }).first().focus();
    await page.keyboard.press("Enter");
  };
  await page.goto("/search?q=ukraine");
  await expect(page.getByText("All dates, by year")).toBeVisible();
  await zoomIn(/^2025: \d+ articles?$/);
  await expect(page).toHaveURL(/from=2025&to=2025$/);
  await expect(page.getByText("2025, by month")).toBeVisible();
  await zoomIn(/^February 2025: \d+ articles?$/);
  await expect(page.getByText("February 2025, by day")).toBeVisible();
  await zoomIn(/^17 February 2025: \d+ articles?$/);
  await expect(page).toHaveURL(/from=2025-02-17&to=2025-02-17$/);
  await expect(page.getByText("17 February 2025", { exact: true }).first()).toBeVisible();
  for (const label of ["February 2025", "2025", "all dates"])
    await page.getByRole("link", { name: `Zoom out to ${label}`, exact: true }).click();
  await expect(page).toHaveURL(/\/search\?q=ukraine$/);
  await context.close();
});

test("each bar says what it stands for, and shows its focus", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto("/search?q=ukraine&from=2025-02&to=2025-02");
  const bar = page.getByRole("list", { name: "Results over time" }).getByRole("link").first();
  const background = () => bar.evaluate((it) => getComputedStyle(it).outlineStyle);
  const plain = await background();
  await page.getByRole("link", { name: /^Zoom out/ }).focus();
  await page.keyboard.press("Tab");
  await expect(bar).toBeFocused();
  expect(await background()).not.toBe(plain);
  await expectAccessibleInBoth();
});
