import { expect, test } from "./fixtures.ts";

test("the box suggests names while one types, all by keyboard", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto("/search");
  const box = page.getByRole("combobox", { name: "Words" });
  const options = page.getByRole("listbox", { name: "Suggestions" }).getByRole("option");
  await box.focus();
  await page.keyboard.type("talks us back");
  await expect(options.first()).toContainText("US backstop");
  await expect(options.first()).toContainText(/topic, \d+ articles/);
  await expect(box).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options.first()).toHaveAttribute("aria-selected", "true");
  await expect(box).toHaveAttribute(
    "aria-activedescendant",
    (await options.first().getAttribute("id")) ?? "",
  );
  await expectAccessibleInBoth();
  await page.keyboard.press("Enter");
  await expect(box).toHaveValue("talks topic:us-backstop ");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(page).toHaveURL(/\/search$/);

  await page.keyboard.type("speaker:starm");
  await expect(options).toHaveText([/Keir Starmer/]);
  await page.keyboard.press("Escape");
  await expect(options).toHaveCount(0);
  await expect(box).toHaveValue("talks topic:us-backstop speaker:starm");
  await page.keyboard.press("ArrowUp");
  await expect(options).toHaveCount(1);
  await options.first().click();
  await expect(box).toHaveValue("talks topic:us-backstop speaker:starmer ");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=talks\+topic%3Aus-backstop\+speaker%3Astarmer/);
});

test("past searches are kept in the browser, and forgotten when asked", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/");
  const box = page.getByRole("combobox", { name: "Search the archive" });
  await box.fill("ceasefire talks");
  await box.press("Enter");
  await expect(page).toHaveURL(/q=ceasefire\+talks/);
  await page.goto("/about");
  await page.keyboard.press("/");
  const options = page.getByRole("option");
  await expect(options).toHaveText(["ceasefire talks searched before"]);
  await expectAccessible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=ceasefire\+talks/);

  await page.goto("/about");
  await page.keyboard.press("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Forget my past searches" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await expect(box).toBeFocused();
  expect(await page.evaluate(() => localStorage.getItem("past-searches"))).toBeNull();
});

test("without an answer or without scripts the box is a plain field", async ({ page, browser }) => {
  await page.route("**/search/suggest**", (route) => route.fulfill({ status: 503 }));
  await page.goto("/");
  const box = page.getByRole("combobox", { name: "Search the archive" });
  const asked = page.waitForRequest("**/search/suggest**");
  await box.pressSequentially("backs");
  await asked;
  await expect(page.getByRole("listbox")).toHaveCount(0);
  await box.press("Enter");
  await expect(page).toHaveURL(/q=backs$/);

  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto("/");
  await plain.getByRole("searchbox", { name: "Search the archive" }).fill("backstop");
  await plain.getByRole("searchbox", { name: "Search the archive" }).press("Enter");
  await expect(plain).toHaveURL(/q=backstop$/);
  await context.close();
});

test("suggestions are asked for in bounds", async ({ request }) => {
  const answer = await request.get("/search/suggest?q=topic:us-back");
  expect(answer.headers()["cache-control"]).toContain("max-age=30");
  expect(answer.headers().ratelimit).toContain("typing");
  expect((await answer.json()).suggestions[0]).toMatchObject({ insert: "topic:us-backstop" });
  expect(await (await request.get("/search/suggest")).json()).toEqual({ suggestions: [] });
  expect((await request.get(`/search/suggest?q=${"a".repeat(301)}`)).status()).toBe(400);
});
