import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { database } from "#lib/db/client.ts";
import { addMissingFingerprints } from "#lib/duplicates/mutations.ts";
import { suggestEvents } from "#lib/happenings/mutations-suggest.ts";
import { createTestArticle, removeTestArticles } from "#lib/testing/article-rows.ts";
import { expect, test } from "./fixtures.ts";

const DESK = { userId: null, agent: "test" };
const suggestionIds = new Set<string>();
const eventIds = new Set<string>();

// In one worker: each worker clears what every test of this file has made.
test.describe.configure({ mode: "default" });

test.afterAll(async () => {
  await database.event.deleteMany({ where: { id: { in: [...eventIds] } } });
  await database.eventSuggestion.updateMany({
    where: { id: { in: [...suggestionIds] }, state: "merged" },
    data: { state: "open", mergedIntoId: null },
  });
  await database.eventSuggestion.deleteMany({ where: { id: { in: [...suggestionIds] } } });
  await removeTestArticles();
  await database.outlet.deleteMany({ where: { name: { contains: "of a suggestion" } } });
});

/** So many that the few which all these articles share count for little. */
const WORDS_OF_ITS_OWN = 90;

/** A word that no other article has, so that only what is told together belongs together. */
const word = () => `w${randomUUID().replaceAll("-", "").slice(0, 10)}`;

/** Two outlets that tell of one happening, looked through. Returns its suggestion and headlines. */
async function tell() {
  const words = Array.from({ length: WORDS_OF_ITS_OWN }, word).join(" ");
  const body = `Envoys signed the ${word()} agreement in Geneva on Tuesday. The text: ${words}.`;
  const headlines: string[] = [];
  let articleId = "";
  for (const paper of ["Courier", "Ledger"]) {
    const name = `${paper} of a suggestion ${word()}`;
    const outlet = await database.outlet.create({ data: { name, slug: word() } });
    const headline = `Agreement ${words.slice(0, 11)} told by the ${paper}`;
    headlines.push(headline);
    articleId = await createTestArticle({
      ...{ headline, body, outletId: outlet.id, publishedOn: "2025-03-05" },
    });
  }
  while ((await addMissingFingerprints(100)) > 0);
  await suggestEvents(DESK, new AbortController().signal);
  const { id } = await database.eventSuggestion.findFirstOrThrow({
    where: { state: "open", articles: { some: { articleId } } },
    select: { id: true },
  });
  suggestionIds.add(id);
  return { id, headlines, path: `/admin/suggestions/${id}` };
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true });

test("an editor accepts a suggestion with its evidence, and takes that back", async ({
  page,
  signInAs,
  expectAccessibleInBoth,
}) => {
  await signInAs("editor");
  const { path, headlines } = await tell();
  await page.goto("/admin/suggestions");
  await expectAccessibleInBoth();
  await page.getByRole("link", { name: new RegExp(`^(${headlines.join("|")})$`) }).click();
  await expect(page).toHaveURL(path);
  await expect(page.getByText("4 March 2025 · Geneva · agreement")).toBeVisible();
  const evidence = page.getByRole("list", { name: "Evidence" });
  await expect(evidence.getByText("tells the day")).toHaveCount(2);
  await expectAccessibleInBoth();
  const title = `An agreement ${word()}`;
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByLabel("Date", { exact: true }).fill("in March");
  await button(page, "Accept").click();
  await expect(page.getByText("Write a day as 2025-02-27, a month as 2025-02")).toBeVisible();
  await page.getByLabel("Date", { exact: true }).fill("2025-03-04");
  await button(page, "Accept").click();
  await expect(page.getByText("Decided: accepted")).toBeVisible();
  await page.getByRole("link", { name: title }).click();
  await expect(heading(page, title)).toBeVisible();
  eventIds.add(new URL(page.url()).pathname.replace("/events/", ""));
  await page.goto(path);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(button(page, "Accept")).toBeVisible();
  expect(await database.event.count({ where: { title } })).toBe(0);
});

test("suggestions are merged, parted, split and put back without a script", async ({
  browser,
  page,
  signInAs,
}) => {
  await signInAs("editor");
  const one = await tell();
  const other = await tell();
  const context = await browser.newContext({ javaScriptEnabled: false });
  await context.addCookies(await page.context().cookies());
  const plain = await context.newPage();
  await plain.goto(one.path);
  const choices = plain.getByLabel("Merge into", { exact: true });
  await choices.selectOption({ value: other.id });
  await button(plain, "Merge").click();
  await expect(plain.getByText("Decided: merged")).toBeVisible();
  await plain.goto(other.path);
  const evidence = plain.getByRole("list", { name: "Evidence" });
  await expect(evidence.getByRole("listitem")).toHaveCount(4);
  for (const headline of one.headlines)
    await plain.getByRole("checkbox", { name: new RegExp(headline) }).check();
  await button(plain, "Split these off").click();
  await expect(plain.getByText("It was split off")).toBeVisible();
  await expect(evidence.getByRole("listitem")).toHaveCount(2);
  await button(plain, "Put it back").click();
  await expect(plain).toHaveURL(other.path);
  await expect(evidence.getByRole("listitem")).toHaveCount(4);
  await plain.goto("/admin/suggestions?state=merged");
  await plain.goto(one.path);
  await plain.getByRole("button", { name: /^Undo/ }).click();
  await expect(evidence.getByRole("listitem")).toHaveCount(2);
  await context.close();
});

test("a decision about what somebody else has decided meanwhile is not taken", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor");
  const { path } = await tell();
  await page.goto(path);
  const second = await page.context().newPage();
  await second.goto(path);
  await button(second, "Reject").click();
  await expect(second.getByText("Decided: rejected")).toBeVisible();
  await button(page, "Accept").click();
  await expect(page.getByText(/has changed since you opened it/)).toBeVisible();
});

test("readers have no way to suggestions", async ({ page, signInAs }) => {
  await signInAs("reader");
  await page.goto("/admin/suggestions");
  await expect(heading(page, "Suggested events")).toHaveCount(0);
});
