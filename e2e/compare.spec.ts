import { expect, test } from "./fixtures.ts";

test("a reader compares a search with another, and opens what both find", async ({ page }) => {
  await page.goto("/search?q=backstop");
  await page.getByRole("link", { name: "Compare with another search" }).click();
  await expect(page).toHaveURL("/search/compare?a=backstop");
  const main = page.getByRole("main");
  await expect(main.getByText("Type a second search.")).toBeVisible();
  await main.getByRole("searchbox", { name: "Second search" }).fill("troops");
  await main.getByRole("button", { name: "Compare" }).click();
  await expect(main.getByRole("status").first()).toContainText(
    /^Both find \d+ articles?; the first alone finds \d+, the second alone \d+\./,
  );

  await test.step("its lists add up to each search", async () => {
    const count = async (name: string) => {
      const text = await main.getByRole("region", { name, exact: true }).innerText();
      return Number(/(\d+) articles?/.exec(text)?.[1]);
    };
    const [first, both, second] = [
      await count("Only “backstop”"),
      await count("Both"),
      await count("Only “troops”"),
    ];
    const totals = await main.locator("dd").allInnerTexts();
    expect(totals[0]).toContain(`${first + both} article`);
    expect(totals[1]).toContain(`${both + second} article`);
  });

  await test.step("j walks the lists", async () => {
    await page.keyboard.press("j");
    await expect(main.locator("[data-entry]").first()).toBeFocused();
  });

  const both = main.getByRole("region", { name: "Both", exact: true });
  const total = /(\d+) article/.exec(await both.innerText())?.[1];
  await both.getByRole("link", { name: "Open as a search" }).click();
  await expect(page).toHaveURL("/search?q=backstop+troops&sort=newest");
  await expect(main.getByRole("status").first()).toContainText(`${total} article`);
});

test("the picture says in figures what it shows, and leads to the same within a time", async ({
  page,
}) => {
  await page.goto("/search/compare?a=sanctions&b=aid");
  const figure = page.getByRole("figure", { name: "Both searches over time" });
  await figure.getByText("The same in figures").click();
  const row = figure.getByRole("row", { name: /^2025 / });
  await expect(row.getByRole("cell")).toHaveCount(3);
  await row.getByRole("link", { name: "2025" }).click();
  await expect(page).toHaveURL("/search/compare?a=sanctions&b=aid&from=2025&to=2025");
  await expect(page.getByRole("textbox", { name: "From" })).toHaveValue("2025");
});

test("what cannot be compared says why, each search by itself", async ({ page }) => {
  const main = page.getByRole("main");
  await page.goto("/search/compare?a=the&b=person:nobody+backstop");
  await expect(main).toContainText("The words of the first search are too common");
  await page.goto("/search/compare?a=backstop+on:noday&b=person:nobody");
  await expect(main).toContainText("Not used: on:noday");
  await expect(main).toContainText("Nothing has person:nobody");
  await expect(main).toContainText("No article is found by both");
  await page.goto("/search/compare?a=backstop&b=BACKSTOP");
  await expect(main.getByRole("status").first()).toContainText("Both searches find the same");
  await page.goto("/search/compare?a=zzzzz&b=yyyyy&from=noday");
  await expect(main.getByText("“noday” could not be read as a date")).toBeVisible();
  await expect(main).toContainText("Neither search finds anything.");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("two searches are compared all the same", async ({ page }) => {
    await page.goto("/search/compare?a=backstop&b=troops&from=2025");
    await expect(page.getByRole("region", { name: "Only “backstop”" })).toBeVisible();
    await page.locator("summary").click();
    await expect(page.getByRole("table", { name: "Articles over time" })).toBeVisible();
    expect(await page.title()).toContain("Compare two searches");
  });
});
