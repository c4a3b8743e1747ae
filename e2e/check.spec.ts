import { randomUUID } from "node:crypto";
import { database } from "#lib/db/client.ts";
import { removeTestArticles } from "#lib/testing/article-rows.ts";
import { createTestSaying } from "#lib/testing/saying-rows.ts";
import { expect, test } from "./fixtures.ts";

const suffix = randomUUID().slice(0, 8);
const speakerId = `brook-${suffix}`;
const SAID = `We of the guild ${suffix} will keep the lantern lit until the last boat is home.`;
const NOTED = `The harbour of ${suffix} was empty by the time that the fog had lifted`;

test.beforeAll(async () => {
  await database.actor.create({
    data: { id: speakerId, kind: "person", name: `Ada Brook ${suffix}` },
  });
  await createTestSaying({
    ...{ words: SAID, day: "2025-01-10", speakerId, more: `\n\n${NOTED}.` },
    article: { headline: "Lantern to stay", slug: `lantern-${suffix}` },
  });
});

test.afterAll(async () => {
  await removeTestArticles();
  await database.actor.deleteMany({ where: { id: speakerId } });
});

test("a quotation is pasted and found, by the keyboard alone", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto("/check");
  await page.getByLabel("Quotation", { exact: true }).focus();
  await page.keyboard.insertText(`"${SAID.slice(0, -1)}",`);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status")).toHaveText("In the archive, exactly.");
  const [match] = await page.getByRole("list", { name: "Statements" }).locator("> li").all();
  await expect(match!).toContainText(`Ada Brook ${suffix}`);
  await expect(match!).toContainText("10 January 2025");
  await expect(match!).toContainText("suggested");
  await expectAccessibleInBoth();
  await match!.getByRole("link", { name: "In its article" }).click();
  await expect(page).toHaveURL(new RegExp(`/2025/01/10/lantern-${suffix}#`));
});

test("altered words are marked", async ({ page, expectAccessibleInBoth }) => {
  await page.goto(`/check?q=${encodeURIComponent(SAID.replace("lantern", "bonfire"))}`);
  await expect(page.getByRole("status")).toHaveText("In the archive, but in other words.");
  await expect(page.locator("del")).toContainText("lantern");
  await expect(page.locator("ins")).toContainText("bonfire");
  await expectAccessibleInBoth();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a shortened quotation is known", async ({ page }) => {
    await page.goto("/check");
    await page
      .getByLabel("Quotation", { exact: true })
      .fill(`We of the guild ${suffix} will keep the lantern lit`);
    await page.getByRole("main").getByRole("button", { name: "Check" }).click();
    await expect(page).toHaveURL(/\/check\?q=We\+of/);
    await expect(page.getByRole("status")).toContainText("shortened");
    await expect(page.getByRole("main")).toContainText(SAID);
  });

  test("words of an article that are no statement are found in it", async ({ page }) => {
    await page.goto(`/check?q=${encodeURIComponent(NOTED)}`);
    await expect(page.getByRole("status")).toContainText("Not found among the archived statements");
    const passages = page.getByRole("list", { name: "Articles, the earliest first" });
    await expect(passages.locator("mark")).toHaveText(NOTED);
  });

  test("what is not there is not there", async ({ page }) => {
    await page.goto(`/check?q=${randomUUID().replaceAll("-", "+")}`);
    await expect(page.getByRole("main")).toContainText("does not mean that it was never said");
  });
});
