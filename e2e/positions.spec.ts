import { randomUUID } from "node:crypto";
import { database } from "#lib/db/client.ts";
import { removeTestArticles } from "#lib/testing/article-rows.ts";
import { createTestSaying } from "#lib/testing/saying-rows.ts";
import { expect, test } from "./fixtures.ts";

const EARLY = "We will stay in the valley for as long as it takes.";
const LATE = "We will stay in the hills for as long as it takes.";

const suffix = randomUUID().slice(0, 8);
const [topic, other] = [`grain-${suffix}`, `ports-${suffix}`];
const [brook, reed] = [`brook-${suffix}`, `reed-${suffix}`];
const table = `/positions?topic=${topic}&topic=${other}&actor=${brook}&actor=${reed}`;

test.beforeAll(async () => {
  await database.topic.createMany({
    data: [topic, other].map((id) => ({ id, label: `Test ${id}`, definition: "Of a test." })),
  });
  await database.actor.createMany({
    data: [
      { id: brook, kind: "person", name: `Ada Brook ${suffix}` },
      { id: reed, kind: "person", name: `Tom Reed ${suffix}` },
    ],
  });
  await createTestSaying({
    ...{ words: EARLY, day: "2025-01-10", speakerId: brook, topic, status: "confirmed" },
    article: { headline: "Valley talks", slug: `valley-${suffix}` },
  });
  await createTestSaying({ words: LATE, day: "2025-02-20", speakerId: brook, topic });
});

test.afterAll(async () => {
  await removeTestArticles();
  await database.actor.deleteMany({ where: { id: { in: [brook, reed] } } });
  await database.topic.deleteMany({ where: { id: { in: [topic, other] } } });
});

test("the table shows the latest on or before a day, its source, and where there is nothing", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto(`${table}&on=1+Feb+2025`);
  const row = page.getByRole("row", { name: `Test ${topic}` });
  await expect(row.getByRole("cell").first()).toContainText(EARLY);
  await expect(row.getByRole("cell").first()).toContainText("confirmed");
  await expect(row.getByRole("cell").nth(1)).toHaveText("nothing archived");
  await expect(page.getByRole("caption")).toHaveText(/on or before 1 February 2025$/);
  await row.getByText("Source sentence").click();
  await expect(row.locator("mark")).toHaveText(`“${EARLY}”`);
  await expectAccessibleInBoth();

  await row.getByRole("link", { name: EARLY }).click();
  await expect(page).toHaveURL(new RegExp(`/2025/01/10/valley-${suffix}#`));
});

test("two days stand side by side, and a second person is found by name", async ({ page }) => {
  await page.goto(`${table}&on=2025-03-01`);
  await page.getByLabel("Beside it").fill("Jan 2025");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/compare=Jan\+2025/);
  const cells = page.getByRole("row", { name: `Test ${topic}` }).getByRole("cell");
  await expect(cells.nth(0)).toContainText(EARLY);
  await expect(cells.nth(1)).toContainText(LATE);

  await page.goto(`/positions?topic=${topic}&actor=${brook}`);
  await page.getByLabel("Beside it").fill(`tom reed ${suffix}`);
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: `Tom Reed ${suffix}` })).toBeVisible();
});

test("what cannot be used is said", async ({ page, expectAccessible }) => {
  await page.goto(`${table}&topic=nonsense&on=soonish&compare=31+Feb`);
  const main = page.getByRole("main");
  await expect(main).toContainText("“soonish” could not be read as a date");
  await expect(main).toContainText("Neither a date nor anybody here is called “31 Feb”");
  await expect(main).toContainText("No topic here is called “nonsense”");
  await expectAccessible();
});

test("the slider goes by the keyboard from one day with statements to the next", async ({
  page,
}) => {
  await page.goto(table);
  const slider = page.getByRole("slider", { name: "Day" });
  await expect(slider).toHaveAttribute("aria-valuetext", "20 February 2025");
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", "10 January 2025");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/on=2025-01-10/);
  await expect(page).not.toHaveURL(/slide=/);
  await expect(page.getByRole("row", { name: `Test ${topic}` })).toContainText(EARLY);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the slider is a form", async ({ page }) => {
    await page.goto(table);
    await page.getByRole("slider", { name: "Day" }).fill("0");
    await page.getByRole("button", { name: "Go to this day" }).click();
    await expect(page).toHaveURL(/on=2025-01-10/);
    await expect(page.getByRole("row", { name: `Test ${topic}` })).toContainText(EARLY);
  });

  test("confirmed ones alone can be asked for", async ({ page }) => {
    await page.goto(table);
    await page.getByLabel("Only what a person has confirmed").check();
    await page.getByRole("button", { name: "Show", exact: true }).click();
    await expect(page.getByRole("row", { name: `Test ${topic}` })).toContainText(EARLY);
    await expect(page.getByRole("caption")).toHaveText(/confirmed/);
  });
});

test("what changed from one statement to the next is marked and said", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto(table);
  await page.getByRole("link", { name: `All by Ada Brook ${suffix} on this topic` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Ada Brook");
  const items = page.getByRole("list", { name: "Statements, the oldest first" }).locator("> li");
  await expect(items.nth(0)).toContainText("The first archived");
  await expect(items.nth(1).locator("del")).toHaveText("(removed: valley)", {
    useInnerText: false,
  });
  await expect(items.nth(1).locator("ins")).toContainText("hills");
  await expectAccessibleInBoth();
});
