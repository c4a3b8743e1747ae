import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { database } from "#lib/db/client.ts";
import { createTestArticle, removeTestArticles } from "#lib/testing/article-rows.ts";
import { expect, test, OURS } from "./fixtures.ts";

const mark = () => randomUUID().slice(0, 8);
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const idIn = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

// In one worker: each worker clears what every test of this file has made.
test.describe.configure({ mode: "default" });

test.afterAll(async () => {
  await removeTestArticles();
  const test = { contains: OURS };
  await database.topic.updateMany({ where: { label: test }, data: { mergedIntoId: null } });
  await database.topic.deleteMany({ where: { label: test } });
  await database.actor.updateMany({ where: { name: test }, data: { mergedIntoId: null } });
  await database.actor.deleteMany({ where: { name: test } });
  await database.outlet.updateMany({ where: { name: test }, data: { mergedIntoId: null } });
  await database.outlet.deleteMany({ where: { name: test } });
});

async function addTopic(page: Page, label: string): Promise<string> {
  await page.goto("/admin/topics/new");
  await page.getByLabel("Label").fill(label);
  await page.getByLabel("Definition").fill("Something that only a test is about.");
  await button(page, "Add").click();
  await expect(heading(page)).toHaveText(label);
  return idIn(page);
}

test("a topic is added, corrected, merged, and parted again", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  const { name } = await signInAs("editor");
  const [corn, grain] = [`Corn ${OURS} ${mark()}`, `Grain ${OURS} ${mark()}`];
  const into = await addTopic(page, grain);
  const id = await addTopic(page, corn);
  const headline = `Corn moves ${mark()}`;
  const articleId = await createTestArticle({ headline });
  const tag = { articleId, topicId: id, status: "confirmed", confidence: 1 } as const;
  await database.articleTopic.create({ data: tag });

  await page.getByLabel("Label").fill(grain.toUpperCase());
  await page.getByLabel("IPTC Media Topic").fill("medtop:20000639");
  await button(page, "Save").click();
  await expect(page.getByText(`The topic ${into} has this label.`)).toBeVisible();
  await expect(page.getByLabel("IPTC Media Topic")).toHaveValue("medtop:20000639");
  await expectAccessible();
  await page.getByLabel("Label").fill(corn);
  await page.getByLabel("Keywords").fill("maize\n\nMaize\ncorn exports\n");
  await page.getByLabel("Broader topic").selectOption(into);
  await button(page, "Save").click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await expect(page.getByLabel("Broader topic")).toHaveValue(into);
  const saved = await database.topic.findUniqueOrThrow({ where: { id } });
  expect(saved).toMatchObject({ keywords: ["Maize", "corn exports"], broaderId: into });

  await page.goto(`/topics/${id}`);
  await expect(page.getByRole("link", { name: headline })).toBeVisible();

  await page.goto(`/admin/topics/${id}`);
  await page.getByLabel("Merge into", { exact: true }).selectOption(into);
  await button(page, "Merge").click();
  await expect(page.getByText(`by ${name}`)).toBeVisible();
  await expectAccessible();
  await page.goto(`/topics/${id}`);
  await expect(page).toHaveURL(new RegExp(`/topics/${into}$`));
  await expect(page.getByRole("link", { name: headline })).toBeVisible();

  await page.goto(`/admin/topics/${id}`);
  await button(page, "Undo the merge").click();
  await expect(button(page, "Merge")).toBeVisible();
  await page.goto(`/topics/${id}`);
  await expect(page).toHaveURL(new RegExp(`/topics/${id}$`));
  await expect(page.getByRole("link", { name: headline })).toBeVisible();
});

test("a person is added with offices and merged, without a script", async ({
  browser,
  context,
  signInAs,
}) => {
  await signInAs("editor");
  const plain = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await context.storageState(),
  });
  const page = await plain.newPage();
  const [short, full] = [`E. Marsh ${OURS} ${mark()}`, `Eve Marsh ${OURS} ${mark()}`];
  await page.goto("/admin/people/new");
  await page.getByLabel("Name", { exact: true }).fill(full);
  await button(page, "Add").click();
  await expect(heading(page)).toHaveText(full);
  const into = idIn(page);

  await page.goto("/admin/people/new");
  await page.getByLabel("Name", { exact: true }).fill(short);
  await page.getByLabel("Other names").fill("Marsh");
  await page.getByLabel("Office, line 1").fill("Foreign minister");
  await page.getByLabel("From, line 1").fill("2024-07-05");
  await page.getByLabel("To, line 1").fill("2023-01-01");
  await button(page, "Add").click();
  await expect(page.getByText("This is before the first day.")).toBeVisible();
  await expect(page.getByLabel("Office, line 1")).toHaveValue("Foreign minister");
  await page.getByLabel("To, line 1").fill("");
  await button(page, "Add").click();
  await expect(heading(page)).toHaveText(short);
  const id = idIn(page);

  await page.getByLabel("Merge into", { exact: true }).fill(into);
  await button(page, "Merge").click();
  await expect(page.getByText("Merged into")).toBeVisible();
  await page.goto(`/people/${id}`);
  await expect(page).toHaveURL(new RegExp(`/people/${into}$`));
  await expect(page.getByText("Foreign minister").first()).toBeVisible();
  await page.goto(`/admin/people/${id}`);
  await button(page, "Undo the merge").click();
  await page.goto(`/people/${into}`);
  await expect(page.getByText("Foreign minister")).toHaveCount(0);
  await plain.close();
});

test("a line more makes room for another office", async ({ page, signInAs }) => {
  await signInAs("editor");
  await page.goto("/admin/people/starmer");
  const lines = page.getByLabel(/^Office, line/);
  const before = await lines.count();
  await button(page, "One more line").click();
  await expect(lines).toHaveCount(before + 1);
});

test("people are found by another name, and by kind", async ({ page, signInAs }) => {
  await signInAs("editor");
  await page.goto("/admin/people");
  await page.getByLabel("Name contains").fill("sir keir");
  await button(page, "Show").click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Keir Starmer" })).toBeVisible();
  await page.getByLabel("Kind").selectOption("country");
  await button(page, "Show").click();
  await expect(page.getByText("Nobody fits.")).toBeVisible();
});

test("an outlet is added, merged, and parted again", async ({ page, signInAs }) => {
  await signInAs("editor");
  const add = async (name: string) => {
    await page.goto("/admin/outlets/new");
    await page.getByLabel("Name", { exact: true }).fill(name);
    await button(page, "Add").click();
    await expect(heading(page)).toHaveText(name);
    return database.outlet.findUniqueOrThrow({ where: { id: idIn(page) } });
  };
  const into = await add(`Northmark News ${OURS} ${mark()}`);
  const from = await add(`Northmark Post ${OURS} ${mark()}`);
  await page.getByLabel("Home page").fill("https://news.example/");
  await page.getByLabel("Time zone").fill("Mars/Base");
  await button(page, "Save").click();
  await expect(page.getByText("A time zone looks like Europe/London.")).toBeVisible();
  await page.getByLabel("Time zone").fill("Europe/Kyiv");
  await button(page, "Save").click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.getByLabel("Merge into", { exact: true }).selectOption(into.id);
  await button(page, "Merge").click();
  await expect(page.getByText("Merged into")).toBeVisible();
  await page.goto(`/outlets/${from.slug}`);
  await expect(page).toHaveURL(new RegExp(`/outlets/${into.slug}$`));
  await page.goto(`/admin/outlets/${from.id}`);
  await button(page, "Undo the merge").click();
  await expect(button(page, "Merge")).toBeVisible();
  await page.goto(`/outlets/${from.slug}`);
  await expect(page).toHaveURL(new RegExp(`/outlets/${from.slug}$`));
});

test("the audit says who did what, and can be narrowed", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  const editor = await signInAs("editor");
  const label = `Audit ${OURS} ${mark()}`;
  const id = await addTopic(page, label);
  await signInAs("admin");
  await page.goto(`/admin/audit?about=${id}`);
  const row = page.getByRole("row", { name: "topic add" });
  await expect(row).toContainText(editor.name);
  await row.getByRole("link", { name: label }).click();
  await expect(heading(page)).toHaveText(label);

  await page.goto("/admin/audit");
  await page.getByLabel("Who").selectOption(editor.id);
  await page.getByLabel("Did").selectOption("topic.add");
  await page.getByLabel("From", { exact: true }).fill("today");
  await button(page, "Show").click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByLabel("From", { exact: true }).fill("soon");
  await button(page, "Show").click();
  await expect(page.getByText("“soon” could not be read as a date")).toBeVisible();
  await expectAccessible();
});
