import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { database } from "#lib/db/client.ts";
import { createTestArticle, removeTestArticles } from "#lib/testing/article-rows.ts";
import { expect, test } from "./fixtures.ts";

const RUN_TIMEOUT_MS = 90_000;
/** Among the newest, so that a preview sees it. */
const LATE = "2026-04-09";

// In one worker: one run is open at a time, and each worker clears what this file has made.
test.describe.configure({ mode: "default" });

test.afterAll(async () => {
  await removeTestArticles();
  await database.topic.deleteMany({ where: { label: { contains: "of a re-run" } } });
  await database.actor.deleteMany({ where: { name: { contains: "of a re-run" } } });
});

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

const becomes = (page: Page, word: string) =>
  expect(page.getByRole("main").getByRole("status").first()).toHaveText(word, {
    timeout: RUN_TIMEOUT_MS,
  });

/** A topic without words, and a word that only the articles of one test have. */
async function createTopic() {
  const mark = randomUUID().slice(0, 8);
  const [id, word] = [`re-run-${mark}`, `quince${mark}`];
  const label = `Quinces of a re-run ${mark}`;
  await database.topic.create({ data: { id, label, definition: "For a test.", keywords: [] } });
  return { id, label, word };
}

const articleAbout = (word: string, headline: string) =>
  createTestArticle({
    ...{ headline, publishedOn: LATE, slug: `re-run-${randomUUID()}` },
    body: `It rained in Northmark. Envoys spoke of ${word} there.\n\nThen they left.`,
  });

test("a definition is tried on the archive, applied to it, and says why", async ({
  page,
  signInAs,
  expectAccessibleInBoth,
}) => {
  test.slow();
  await signInAs("editor");
  const { id, label, word } = await createTopic();
  const headline = `Envoys on ${word}`;
  const articleId = await articleAbout(word, headline);
  const rejected = await articleAbout(word, `Rejected ${word}`);
  const decision = { articleId: rejected, topicId: id, status: "rejected", confidence: 1 } as const;
  await database.articleTopic.create({ data: decision });
  const statusesOf = () =>
    database.articleTopic.findMany({
      where: { topicId: id },
      select: { articleId: true, status: true },
    });

  await page.goto(`/admin/topics/${id}`);
  await page.getByLabel("Keywords").fill(word);
  await page.getByLabel("Hits needed").fill("50");
  await button(page, "Preview what would change").click();
  await expect(page.getByText("At most 20.")).toBeVisible();
  await page.getByLabel("Hits needed").fill("2");
  await button(page, "Preview what would change").click();
  await expect(page.getByText(/1 would gain something by it and 0 would lose/)).toBeVisible();
  const changes = page.getByRole("list", { name: "Articles that would change" });
  await expect(changes).toContainText(headline);
  await expect(changes).toContainText(`Envoys spoke of ${word} there.`);
  await expect(page.getByLabel("Keywords")).toHaveValue(word);
  await expectAccessibleInBoth();
  expect(await statusesOf()).toEqual([{ articleId: rejected, status: "rejected" }]);

  await button(page, "Look through the whole archive").click();
  await page.waitForURL(/\/admin\/understanding\/[0-9a-f-]{36}$/);
  // By itself, without a reload.
  await becomes(page, "done");
  await expect(page.getByRole("list", { name: "Articles" })).toContainText(headline);
  await expectAccessibleInBoth();
  await button(page, `Save ${label} so, and apply`).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Understood anew");
  await becomes(page, "done");
  await expectAccessibleInBoth();
  expect(await statusesOf()).toEqual(
    expect.arrayContaining([
      { articleId, status: "suggested" },
      { articleId: rejected, status: "rejected" },
    ]),
  );
  const { keywords } = await database.topic.findUniqueOrThrow({ where: { id } });
  expect(keywords).toEqual([word]);

  await page.goto(`/admin/articles/${articleId}`);
  await page.getByText(`Why ${label}?`).click();
  await expect(page.getByText(`Envoys spoke of ${word} there.`).last()).toBeVisible();
});

test("what a run does is paused, resumed and cancelled, and is no business of readers", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor");
  const run = await database.understandingRun.create({
    data: { state: "paused", isDryRun: true, agent: "test", total: 10 },
  });
  const path = `/admin/understanding/${run.id}`;
  await page.goto(path);
  await button(page, "Cancel").click();
  await becomes(page, "cancelled");
  await expect(button(page, "Resume")).toHaveCount(0);
  await page.goto("/admin/understanding");
  await expect(page.getByRole("link", { name: "Understanding" }).first()).toBeVisible();
  await signInAs("reader");
  expect((await page.request.get(path)).status()).toBe(403);
  expect((await page.request.get(`/api/understanding/${run.id}`)).status()).toBe(403);
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("a person is tried, and the archive gone through", async ({ page, signInAs }) => {
    test.slow();
    await signInAs("editor");
    const mark = randomUUID().slice(0, 8);
    const id = `re-run-${mark}`;
    await database.actor.create({ data: { id, kind: "person", name: `Ada of a re-run ${mark}` } });
    await articleAbout(`Quill${mark}`, `Envoys with ${mark}`);
    await page.goto(`/admin/people/${id}`);
    await page.getByLabel("Other names").fill(`Quill${mark}`);
    await button(page, "Preview what would change").click();
    const changes = page.getByRole("list", { name: "Articles that would change" });
    await expect(changes).toContainText(`Envoys spoke of Quill${mark} there.`);
    await expect(page.getByLabel("Other names")).toHaveValue(`Quill${mark}`);
    await button(page, "Save").click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await page.getByRole("link", { name: "understand the archive anew" }).click();
    await button(page, "Only say what would change").click();
    await page.waitForURL(/\/admin\/understanding\/[0-9a-f-]{36}$/);
    await expect(async () => {
      await page.reload();
      await expect(page.getByRole("status").first()).toHaveText("done", { timeout: 1_000 });
    }).toPass({ timeout: RUN_TIMEOUT_MS });
    await expect(page.getByRole("list", { name: "Articles" })).toContainText(`Quill${mark}`);
    expect(await database.mention.count({ where: { actorId: id } })).toBe(0);
  });
});

test("a reader learns why an article is under a topic", async ({ page, expectAccessible }) => {
  const { id, label, word } = await createTopic();
  await database.topic.update({ where: { id }, data: { keywords: [word] } });
  const slug = `re-run-${randomUUID()}`;
  const articleId = await createTestArticle({
    ...{ headline: `Why ${word}`, publishedOn: LATE, slug },
    body: `It rained in Northmark. Envoys spoke of ${word} there.`,
  });
  const topic = { articleId, topicId: id, status: "suggested", confidence: 0.7 } as const;
  await database.articleTopic.create({ data: topic });
  await page.goto(`/2026/04/09/${slug}`);
  const reason = page.getByRole("blockquote").filter({ hasText: `Envoys spoke of ${word} there.` });
  await expect(reason).toBeHidden();
  await page.getByText(`Why ${label}?`).click();
  await expect(reason).toBeVisible();
  await expectAccessible();
});
