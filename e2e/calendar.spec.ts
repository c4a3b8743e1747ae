import { expect, test } from "./fixtures.ts";

test("a year leads to its months, a month to its days, a day to what happened", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/2025");
  await page.getByRole("main").getByRole("link", { name: "February", exact: true }).first().click();
  await expect(page).toHaveURL("/2025/02");
  await expect(page.getByRole("columnheader", { name: "Monday" })).toBeVisible();
  const day = page.getByRole("table").getByRole("link", { name: /^28 February 2025: \d+ entries/ });
  const count = Number((await day.getAttribute("aria-label"))?.match(/: (\d+)/)?.[1]);
  await day.click();
  await expect(page).toHaveURL("/2025/02/28");
  await expect(page.getByText("Friday")).toBeVisible();
  await expect(page.getByRole("main").locator("[data-entry]")).toHaveCount(count);
  await expectAccessible();
});

test("the neighbours are those that have something", async ({ page }) => {
  await page.goto("/2016");
  await expect(page.getByText("There is nothing here for 2016.")).toBeVisible();
  const beside = page.getByRole("navigation", { name: "Before and after" });
  await beside.getByRole("link", { name: "← 2015" }).click();
  await expect(page.locator("[data-entry]").first()).toBeVisible();
  await page.goto("/2025/02/26");
  await beside.getByRole("link", { name: /→$/ }).click();
  await expect(page).toHaveURL("/2025/02/27");
});

test("a long event stands on a day that it covers, apart from those of the day", async ({
  page,
}) => {
  await page.goto("/2018/01/15");
  const around = page.getByRole("region", { name: "Going on around this day" });
  await expect(around).toContainText("22 Dec 2017 to 30 Apr 2018");
});

test("days are the same wherever the reader is", async ({ page }) => {
  await page.goto("/2025/02/28");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("28 February 2025");
  await expect(page.getByRole("table").locator("[aria-current=date]")).toHaveAttribute(
    "href",
    "/2025/02/28",
  );
});

for (const path of ["/2025/13", "/2025/02/30", "/2025/2", "/abc", "/0000", "/2025/02/7"]) {
  test(`${path} is no time of the calendar`, async ({ request }) => {
    expect((await request.get(path)).status()).toBe(404);
  });
}
