import { expect, test } from "./fixtures.ts";

const DESK = { width: 1440, height: 900 };

test("the front page shows what this is, the timeline, the newest and the search at once", async ({
  page,
}) => {
  await page.setViewportSize(DESK);
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toBeInViewport();
  await expect(page.getByRole("combobox", { name: "Search the archive" })).toBeInViewport();
  await expect(page.getByRole("figure", { name: "Events by year and lane" })).toBeInViewport({
    ratio: 1,
  });
  for (const name of ["Latest", "On this day and around it", "Who said what, lately"]) {
    await expect(page.getByRole("heading", { name })).toBeInViewport();
  }
  const latest = page.getByRole("region", { name: "Latest" }).getByRole("listitem");
  await expect(latest.first()).toBeInViewport({ ratio: 1 });
});

test("the picture of the timeline says in words what it shows, and leads to the years", async ({
  page,
}) => {
  await page.goto("/");
  const year = page.getByRole("figure").getByRole("link", { name: /^2025: \d+ events \(United/ });
  await year.click();
  await expect(page).toHaveURL("/2025");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2025");
});

test("a reader skips to the content", async ({ page }) => {
  await page.goto("/timeline");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

test("single keys search, walk the entries and explain themselves, until switched off", async ({
  page,
}) => {
  await page.goto("/");
  const entries = page.locator("[data-entry]");
  await page.keyboard.press("j");
  await expect(entries.nth(0)).toBeFocused();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await page.keyboard.press("k");
  await expect(entries.nth(1)).toBeFocused();

  await page.keyboard.press("/");
  const search = page.getByRole("combobox", { name: "Search the archive" });
  await expect(search).toBeFocused();
  await page.keyboard.type("jk?/");
  await expect(search).toHaveValue("jk?/");

  await search.blur();
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(dialog).toBeVisible();
  await dialog.getByRole("checkbox", { name: "Use single-key shortcuts" }).uncheck();
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.reload();
  await page.keyboard.press("/");
  await expect(search).not.toBeFocused();
});

test("the shortcuts' dialog and the event page have nothing for axe to find", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/events/budapest-memorandum-1994");
  await expectAccessible();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await expectAccessible();
});

test("a wrong address helps on, in whole HTML", async ({ request }) => {
  const response = await request.get("/2025/02/28/zelensky-trump-oval-office-quarrel");
  expect(response.status()).toBe(404);
  const html = await response.text();
  expect(html).toContain("There is nothing at this address");
  expect(html).toContain('href="/search?q=zelensky+trump+oval+office+quarrel"');
  expect(html).toContain('href="/events/oval-office-clash-2025-02"');
  expect(html).toContain('content="noindex"');
});

test("no answer tells the marker that scripts are known by", async ({ request }) => {
  const page = await request.get("/sign-in");
  const flight = await request.get("/sign-in", { headers: { RSC: "1" } });
  expect(await page.text()).toContain("<script");
  expect(await page.text()).not.toMatch(/nonce="[^"]/);
  expect(JSON.stringify(page.headers())).not.toContain("nonce");
  expect(flight.headers()["content-type"]).toContain("text/x-component");
  expect(await flight.text()).not.toMatch(/"nonce":"[^"]/);
});

test("paper gets the text, not the navigation", async ({ page }) => {
  await page.goto("/events/budapest-memorandum-1994");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Sections" })).toBeHidden();
  await expect(page.getByRole("search")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
