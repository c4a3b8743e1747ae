import { expect, test } from "./fixtures.ts";

test("a day of the year stands in all years, the newest first", async ({ page }) => {
  await page.goto("/2025/02/28");
  await page.getByRole("link", { name: "28 February in any year" }).click();
  await expect(page).toHaveURL("/on-this-day/02-28");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("28 February");
  const years = await page.getByRole("main").getByRole("heading", { level: 2 }).allInnerTexts();
  expect(years).toContain("2025");
  expect(years).toEqual(years.toSorted().reverse());

  await page.keyboard.press("j");
  await expect(page.locator("[data-entry]").first()).toBeFocused();

  await test.step("29 February comes before 1 March", async () => {
    const beside = page.getByRole("navigation", { name: "Before and after" });
    await beside.getByRole("link", { name: "29 February →" }).click();
    await expect(page).toHaveURL("/on-this-day/02-29");
    await beside.getByRole("link", { name: "1 March →" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("1 March");
  });

  await test.step("any day is two steps away", async () => {
    const days = page.getByRole("navigation", { name: "Days of the year" });
    await days.getByRole("link", { name: "1 December", exact: true }).click();
    await days.getByRole("link", { name: "5 December", exact: true }).click();
    await expect(page).toHaveURL("/on-this-day/12-05");
  });
});

test("today is a link away from the front page", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "This day in any year" }).click();
  await expect(page).toHaveURL("/on-this-day");
  const today = new Date().toLocaleDateString("en-GB", {
    ...{ day: "numeric", month: "long", timeZone: "Europe/London" },
  });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(today);
});

for (const day of ["02-30", "2-28", "13-01", "abc", "02-28?page=x"]) {
  test(`/on-this-day/${day} is no day of the year`, async ({ request }) => {
    expect((await request.get(`/on-this-day/${day}`)).status()).toBe(404);
  });
}

test("a random article is another one each time, and never kept", async ({ page, request }) => {
  const paths = new Set<string | undefined>();
  for (let i = 0; i < 12; i++) {
    const response = await request.get("/articles/random", { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect(response.headers()["cache-control"]).toBe("no-store");
    paths.add(response.headers().location);
  }
  expect(paths.size).toBeGreaterThan(2);
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Random article" }).click();
  await expect(page).toHaveURL(/\/\d{4}\/\d\d\/\d\d\/[\w-]+$/);
});
