import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { database } from "#lib/db/client.ts";
import { expect, test } from "./fixtures.ts";

/** A messy article of people and places that are not, different from every other. */
function messyArticle(headline = `Northmark talks ${randomUUID().slice(0, 8)}`) {
  return {
    headline,
    text: `Home | World | Politics
${headline}
By Ada Brook, Diplomatic correspondent
27 February 2025
Photo: PA Media

The government of Northmark has offered to host a new round of talks on grain exports in the spring.

Officials from both sides said that they would study the offer before the end of the month.`,
  };
}

async function archive(page: Page, text: string): Promise<void> {
  await page.goto("/admin/articles/new");
  await page.getByLabel("Paste an article").fill(text);
  await page.getByRole("button", { name: "Read and store as draft" }).click();
  await page.waitForURL(/\/admin\/articles\/[0-9a-f-]{36}\?/);
}

test("a messy article is pasted, checked beside its original, and published", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs("editor");
  const { headline, text } = messyArticle();
  await archive(page, text);
  await expect(page.getByLabel("Headline", { exact: true })).toHaveValue(headline);
  await expect(page.getByLabel("Published on")).toHaveValue("2025-02-27");
  await expect(page.locator('[name="bylines.0.role"]')).toHaveValue("Diplomatic correspondent");
  await expectAccessible();

  await page.getByLabel("Published on").focus();
  await expect(page.locator('[data-span="publishedOn"]')).toHaveAttribute("data-active", "");
  await page.locator('[data-span="bylines.0.name"]').hover();
  await expect(page.locator('[data-field="bylines.0"]').first()).toHaveAttribute("data-active", "");

  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Published at")).toBeVisible();
  const path = await page.getByRole("status").getByRole("link").getAttribute("href");
  await page.goto(path ?? "");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(headline);
});

test("every field can be corrected, and each save is a revision", async ({ page, signInAs }) => {
  const { name } = await signInAs("editor");
  await archive(page, messyArticle().text);
  await page.getByLabel("Headline", { exact: true }).fill("A headline of their own");
  await page.getByLabel("Outlet", { exact: true }).fill("The Northmark Post");
  await page.locator('[name="bylines.0.order"]').fill("2");
  await page.locator('[name="bylines.1.name"]').fill("Tom Reed");
  await page.locator('[name="bylines.1.order"]').fill("1");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Saved as revision 2.")).toBeVisible();
  await expect(page.locator('[name="bylines.0.name"]')).toHaveValue("Tom Reed");
  await expect(page.locator('[name="bylines.1.name"]')).toHaveValue("Ada Brook");
  await expect(page.getByText("corrected by an archivist").first()).toBeVisible();

  await page.getByRole("link", { name: "Revision 2" }).click();
  await expect(page.locator("ins").first()).toHaveText("A headline of their own");
  await expect(page.getByRole("cell", { name })).toHaveCount(2);
  await page.getByRole("button", { name: "Save revision 1 as the newest" }).click();
  await expect(page.getByText("Saved as revision 3.")).toBeVisible();
  await expect(page.locator('[name="bylines.0.name"]')).toHaveValue("Ada Brook");
});

test("words that went into no field are shown, and can be given to one", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor");
  await archive(page, `${messyArticle().text}\n\nReference NM/2025/17`);
  const article = await database.article.findFirstOrThrow({ orderBy: { createdAt: "desc" } });
  // Whether a rule takes that line is the parser's affair; here it is given back to nobody.
  await database.fieldSpan.deleteMany({
    where: { articleId: article.id, field: "paragraphs.1" },
  });
  await page.reload();
  const take = page.getByLabel(/^Take “Officials from both/);
  await take.selectOption("summary");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByLabel("Summary")).toHaveValue(/^Officials from both sides/);
  await expect(page.locator('[data-span="summary"]').first()).toBeVisible();
  await expect(take).toHaveCount(0);
});

test("what stops publishing is said, with the way there", async ({ page, signInAs }) => {
  await signInAs("editor");
  await archive(page, "The government of Northmark has offered to host talks on grain exports.");
  await expect(page.getByText("Cannot be published yet")).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("is needed to publish");
  await page.getByRole("status").getByRole("link", { name: "the day of publication" }).click();
  await expect(page).toHaveURL(/#field-publishedOn$/);
  await page.getByLabel("Published on").fill("2025-02-27");
  await expect(page.getByText("Ready to publish.")).toBeVisible();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Published at")).toBeVisible();
});

test("several files come in at once, each with its own outcome", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs("editor");
  const { text, headline } = messyArticle();
  const file = (name: string, content: string | Buffer) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(content),
  });
  await page.goto("/admin/articles/new");
  await expectAccessible();
  await page
    .getByLabel("Or choose files, or drop them here")
    .setInputFiles([
      file("good.txt", text),
      file("again.txt", text),
      file("empty.txt", ""),
      file("binary.txt", Buffer.from("GIF89a\u0000\u0001\u0002")),
    ]);
  await page.getByRole("button", { name: "Read and store as draft" }).click();
  await expect(page.getByText("1 of 4 stored as drafts")).toBeVisible();
  await expect(page.getByRole("link", { name: headline })).toBeVisible();
  await expect(page.getByText("Already archived: the same bytes.")).toBeVisible();
  await expect(page.getByText("There is no text in it.")).toBeVisible();
  await expect(page.getByText("This is no format that can be read.")).toBeVisible();
});

test("an article is withdrawn with a reason, deleted, and brought back", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor");
  const { headline, text } = messyArticle();
  await archive(page, text);
  await page.getByRole("button", { name: "Publish" }).click();
  const path = await page.getByRole("status").getByRole("link").getAttribute("href");
  await page.getByLabel("Reason, for readers").fill("Published twice.");
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(page.getByText("Withdrawn. Its address says so now.")).toBeVisible();
  expect((await page.request.get(path ?? "")).status()).toBe(410);

  await page.getByRole("button", { name: "Publish again" }).click();
  await expect(page.getByText("Published at")).toBeVisible();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText(`“${headline}” is in the bin`)).toBeVisible();
  expect((await page.request.get(path ?? "")).status()).toBe(404);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken out of the bin, as it was.")).toBeVisible();
  expect((await page.request.get(path ?? "")).status()).toBe(200);
});

test("events are confirmed by keyboard, and that can be undone", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs("editor");
  const id = `northmark-${randomUUID().slice(0, 8)}`;
  const day = new Date("2031-02-27T00:00:00Z");
  await database.event.create({
    data: {
      id,
      title: `Talks ${id}`,
      kind: "meeting",
      date: "2031-02-27",
      startsOn: day,
      endsOn: day,
    },
  });
  await page.goto("/admin/review");
  await expectAccessible();
  const confirm = page.getByRole("button", { name: `Confirm: Talks ${id}` });
  for (let steps = 0; steps < 300; steps++) {
    await page.keyboard.press("j");
    if (await confirm.evaluate((button) => button === document.activeElement)) break;
  }
  await page.keyboard.press("Enter");
  await expect(page.getByText(`Confirmed: Talks ${id}`)).toBeVisible();
  await expect(confirm).toHaveCount(0);
  await page.getByRole("button", { name: `Undo: Talks ${id}` }).click();
  await expect(confirm).toBeVisible();
  await database.event.delete({ where: { id } });
});

test("articles are found by words, status and what they lack", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs("editor");
  const { headline, text } = messyArticle();
  await archive(page, text);
  await page.goto("/admin/articles");
  await expectAccessible();
  await page.getByLabel("Words in headline").fill(headline.toUpperCase());
  await page.getByLabel("Status").selectOption("draft");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("1 found")).toBeVisible();
  await expect(page.getByRole("link", { name: headline })).toBeVisible();
  await page.getByLabel("Lacks").selectOption("date");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByText("Nothing like that here")).toBeVisible();
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("an article is pasted, corrected and published", async ({ page, signInAs }) => {
    await signInAs("editor");
    const { text } = messyArticle();
    await archive(page, text);
    await page.getByLabel("Published on").fill("");
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText("is needed to publish", { exact: true })).toBeVisible();
    await page.getByLabel("Headline", { exact: true }).fill("Corrected without a script");
    await page.getByLabel("Published on").fill("2025-02-28");
    await page.getByRole("button", { name: "Publish" }).click();
    await expect(page.getByText("Published at")).toBeVisible();
    await expect(page.getByLabel("Headline", { exact: true })).toHaveValue(
      "Corrected without a script",
    );
  });
});
