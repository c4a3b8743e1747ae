import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { database } from "#lib/db/client.ts";
import { createTestArticle, removeTestArticles } from "#lib/testing/article-rows.ts";
import { placeTestStatement } from "#lib/testing/placed-statements.ts";
import { expect, test, OURS } from "./fixtures.ts";

const SAID = [
  "The harbour opens on Monday",
  "Nobody pays for it twice",
  "One gate stays shut",
  "Four ships wait outside",
  "No pilot is on strike",
  "Alder has had enough rain",
] as const;
const OFFICIAL = "the senior official";
const mark = () => randomUUID().slice(0, 8);
const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: true });
const speaker = (page: Page) => page.getByLabel("Speaker", { exact: true }).last();

// In one worker: each worker clears what every test of this file has made.
test.describe.configure({ mode: "default" });

test.afterAll(async () => {
  await removeTestArticles();
  await database.actor.deleteMany({ where: { name: { contains: OURS } } });
});

/** An article that says six things, its statements the most doubtful first, and a person to name. */
async function createQueue() {
  const headline = `Harbour talks ${mark()}`;
  const body = SAID.map((words) => `“${words},” ${OFFICIAL} said in Alder.`).join("\n\n");
  const articleId = await createTestArticle({ headline, body });
  const ids: string[] = [];
  for (const [i, words] of SAID.entries()) {
    const values = { speakerText: OFFICIAL, confidence: 0.3 + i / 10 };
    ids.push(await placeTestStatement(articleId, `${words},`, values));
  }
  const name = `Ada Brook ${OURS} ${mark()}`;
  const actorId = `ada-brook-${mark()}`;
  await database.actor.create({ data: { id: actorId, kind: "person", name } });
  return {
    articleId,
    headline,
    ids,
    name,
    actorId,
    path: `/admin/statements?article=${articleId}`,
  };
}

async function statusesOf(ids: readonly string[]) {
  const rows = await database.statement.findMany({ where: { id: { in: [...ids] } } });
  return ids.map((id) => rows.find((row) => row.id === id)?.status);
}

const expectShown = (page: Page, words: string) =>
  expect(page.locator("mark[data-role=words]")).toHaveText(`“${words},”`);

test("five statements are decided by keyboard alone, and the last is undone", async ({
  page,
  signInAs,
  expectAccessibleInBoth,
}) => {
  await signInAs("editor");
  const { path, ids, name, actorId } = await createQueue();
  await page.goto(path);
  await expectShown(page, SAID[0]);
  await expectAccessibleInBoth();
  await page.keyboard.press("c");
  await expectShown(page, SAID[1]);
  await expect(page.getByText("5 others by “the senior official” in this article")).toBeVisible();
  await page.keyboard.press("x");
  await expectShown(page, SAID[2]);
  await page.keyboard.press("s");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await expectShown(page, SAID[3]);
  await expectAccessibleInBoth();
  await page.keyboard.press("j");
  await expectShown(page, SAID[4]);
  await page.keyboard.press("k");
  await expectShown(page, SAID[3]);
  await page.keyboard.press("Enter");
  await expectShown(page, SAID[4]);
  await page.keyboard.press("a");
  await page.keyboard.press("c");
  await expectShown(page, SAID[5]);
  expect(await statusesOf(ids)).toEqual([
    ...["confirmed", "rejected", "confirmed", "confirmed", "confirmed", "suggested"],
  ]);
  const rows = await database.statement.findMany({ where: { speakerId: actorId } });
  expect(rows.map(({ id }) => id)).toEqual([ids[2]]);
  await page.keyboard.press("u");
  await expectShown(page, SAID[4]);
  expect(await statusesOf(ids.slice(3))).toEqual(["confirmed", "suggested", "suggested"]);
  await page.keyboard.press("u");
  await expectShown(page, SAID[3]);
});

test("the likes of a corrected statement are given its speaker, and that is undone", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor");
  const { path, ids, name, actorId } = await createQueue();
  await page.goto(path);
  await speaker(page).fill(name);
  await button(page, "Confirm").click();
  await expectShown(page, SAID[1]);
  await page.keyboard.press("g");
  await expect(button(page, `Confirm them as said by ${name}`)).toBeVisible();
  await page
    .getByRole("list", { name: /^5 others by/ })
    .getByLabel(SAID[5])
    .uncheck();
  await page.keyboard.press("G");
  await expectShown(page, SAID[5]);
  expect(await database.statement.count({ where: { speakerId: actorId } })).toBe(5);
  await expect(page.getByText("4 likes decided as:")).toBeVisible();
  await page.keyboard.press("u");
  await expect(page.getByText("5 left, the most doubtful first.")).toBeVisible();
  expect(await statusesOf(ids)).toEqual(["confirmed", ...Array(5).fill("suggested")]);
});

test("what another decided meanwhile is said, and nothing that was typed is lost", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor");
  const { path, ids, name } = await createQueue();
  await page.goto(path);
  const data = { status: "rejected", decidedAt: new Date() } as const;
  await database.statement.update({ where: { id: ids[0] }, data });
  await speaker(page).fill(name);
  await page.keyboard.press("Enter");
  await expect(page.getByText("has rejected this statement since you opened it")).toBeVisible();
  await expect(speaker(page)).toHaveValue(name);
  expect(await statusesOf([ids[0] ?? ""])).toEqual(["rejected"]);
  await button(page, "Confirm").click();
  await expectShown(page, SAID[1]);
  expect(await statusesOf([ids[0] ?? ""])).toEqual(["confirmed"]);
});

test("keys are listed, are letters in a field, and can be switched off", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor");
  const { path, ids } = await createQueue();
  await page.goto(path);
  const saidOn = page.getByLabel("Said on");
  // Keys do nothing before the page's script runs.
  await expect(async () => {
    await page.keyboard.press("d");
    await expect(saidOn).toBeFocused({ timeout: 1_000 });
  }).toPass();
  await saidOn.fill("");
  await page.keyboard.type("cxu");
  await expect(saidOn).toHaveValue("cxu");
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await expect(page.getByText("This is not a date, month or year.")).toBeVisible();
  expect(await statusesOf(ids)).toEqual(Array(6).fill("suggested"));
  await page.keyboard.press("?");
  const dialog = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await expect(dialog).toContainText("Reject: it is no statement");
  await dialog.getByLabel("Use single-key shortcuts").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await expectShown(page, SAID[0]);
  expect(await statusesOf(ids)).toEqual(Array(6).fill("suggested"));
});

test.describe("without a script", () => {
  test.use({ javaScriptEnabled: false });

  test("statements are corrected, rejected and undone, and somebody new is added", async ({
    page,
    signInAs,
  }) => {
    await signInAs("editor");
    const { path, ids } = await createQueue();
    const name = `Cy Dale ${OURS} ${mark()}`;
    await page.goto(path);
    await speaker(page).fill(name);
    await page.getByLabel("Said on").fill("last Monday, I think");
    await button(page, "Confirm").click();
    await expect(page.getByText(`The archive knows nobody called “${name}”.`)).toBeVisible();
    await page.getByLabel("If the archive does not know the name").selectOption("person");
    await page.getByLabel("Said on").fill("24 Feb 2025");
    await button(page, "Confirm").click();
    await expectShown(page, SAID[1]);
    const added = await database.actor.findFirstOrThrow({ where: { name } });
    expect(added.description).toBe(OFFICIAL);
    const first = await database.statement.findUniqueOrThrow({ where: { id: ids[0] } });
    expect(first).toMatchObject({ speakerId: added.id, saidOn: "2025-02-24" });
    await button(page, "Reject").click();
    await expectShown(page, SAID[2]);
    await button(page, /^Undo/).click();
    await expectShown(page, SAID[1]);
    expect(await statusesOf(ids.slice(0, 2))).toEqual(["confirmed", "suggested"]);
  });

  test("a statement that was not found is marked in its article", async ({ page, signInAs }) => {
    await signInAs("editor");
    const { articleId, ids, name } = await createQueue();
    await database.statement.delete({ where: { id: ids[2] } });
    await page.goto(`/admin/articles/${articleId}`);
    await page.getByRole("link", { name: "Statements", exact: true }).last().click();
    await page.getByLabel("Its words").fill("One gate stays open");
    await speaker(page).fill(name);
    await button(page, "Mark as a statement").click();
    await expect(page.getByText("These words do not stand in the article.")).toBeVisible();
    await page.getByLabel("Its words").fill(`"${SAID[2]},"`);
    await button(page, "Mark as a statement").click();
    await expect(page.getByText("Marked and confirmed")).toBeVisible();
    const marked = await database.statement.findFirstOrThrow({
      where: { articleId, status: "confirmed" },
    });
    expect(marked).toMatchObject({ kind: "direct", words: `${SAID[2]},` });
    await page.getByRole("link", { name: "Correct or undo it" }).click();
    await button(page, /^Undo/).click();
    expect(await database.statement.findUnique({ where: { id: marked.id } })).toBeNull();
  });
});

test("whose role it is not is refused, and nothing is offered to them", async ({
  page,
  signInAs,
}) => {
  const { articleId, path, headline } = await createQueue();
  for (const address of [path, `/admin/articles/${articleId}/statements`]) {
    await signInAs("reader");
    expect((await page.goto(address))?.status()).toBe(403);
    await expect(page.locator("body")).not.toContainText(headline);
    await page.context().clearCookies();
    await page.goto(address);
    await expect(page).toHaveURL(/\/sign-in\?from=/);
  }
});

test("the overview says how many wait, and leads to them; pages fit every width", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs("admin");
  const { path, articleId } = await createQueue();
  await page.goto("/admin");
  await page.getByRole("link", { name: "Suggested statements" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Statements");
  for (const address of [path, `/admin/articles/${articleId}/statements`]) {
    await page.goto(address);
    await expectAccessible();
    for (const width of [320, 390, 834, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const excess = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect([address, width, excess]).toEqual([address, width, 0]);
    }
  }
});
