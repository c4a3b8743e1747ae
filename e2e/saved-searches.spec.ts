import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { withdrawArticle } from "#lib/articles/mutations.ts";
import { hashToken } from "#lib/auth/one-way-token.ts";
import { database } from "#lib/db/client.ts";
import { getEnv } from "#lib/env.ts";
import { createTestArticle, removeTestArticles } from "#lib/testing/article-rows.ts";
import { openMailServer, type MailServer } from "#lib/testing/mail-server.ts";
import { expect, test } from "./fixtures.ts";

// One after the other: there is one mail server.
test.describe.configure({ mode: "serial" });

let server: MailServer;

test.beforeAll(async () => {
  server = await openMailServer(Number(new URL(getEnv().SMTP_URL ?? "").port));
});
test.afterAll(() => server.close());
test.afterEach(removeTestArticles);

/** A word that no other article has. */
const newWord = () => `grain${randomUUID().replace(/[^a-f]/g, "")}q`;

async function saveSearch(page: Page, word: string): Promise<string> {
  await page.goto(`/search?q=${word}&page=2`);
  await page.getByRole("button", { name: "Save this search" }).click();
  await page.waitForURL(/\/saved\/[\w-]{43}$/);
  return page.url();
}

const tokenIn = (address: string) => address.slice(-43);

/** Has the next mail fall due now, as if its time had passed. */
async function letTimePass(address: string): Promise<void> {
  const search = { tokenHash: hashToken(tokenIn(address)) };
  await database.searchAlert.updateMany({ where: { search }, data: { dueAt: new Date() } });
}

async function mailTo(email: string, count: number) {
  await expect.poll(() => server.mails.filter(({ to }) => to.includes(email)).length).toBe(count);
  return server.mails.filter(({ to }) => to.includes(email))[count - 1];
}

const linkIn = (text = "") => /http:\S+\/alerts\/\S+/.exec(text)?.[0] ?? "";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a search is saved, shows what is new, and mails it until it is told to stop", async ({
    page,
    request,
  }) => {
    const word = newWord();
    const email = `${word}@example.org`;
    const address = await saveSearch(page, word);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(word);
    await expect(page.getByText("Nothing new.")).toBeVisible();

    const body = `It rained. The ${word} left the port on Friday.`;
    await createTestArticle({ headline: "Ships wait", body });
    await page.goto("/saved");
    await expect(page.getByRole("main")).toContainText("1 new article");
    await page.getByRole("link", { name: word }).click();
    await expect(page.locator("mark")).toHaveText(word);
    await expect(page.getByText(`The ${word} left the port on Friday.`)).toBeVisible();
    await page.reload();
    await expect(page.getByText("1 new article")).toBeVisible();
    await page.getByRole("button", { name: "Mark all as seen" }).click();
    await expect(page.getByText("Nothing new.")).toBeVisible();

    await page.getByLabel("E-mail address").fill(email);
    await page.getByLabel("How often").selectOption("Once a week at most");
    await page.getByRole("button", { name: "Send me what is new" }).click();
    await expect(page.getByText("is being asked.")).toBeVisible();
    const asking = await mailTo(email, 1);
    expect(asking?.raw).not.toContain(`The ${word}`);
    // A program that opens every link begins nothing.
    await request.get(linkIn(asking?.text));
    await page.goto(address);
    await expect(page.getByText("is being asked.")).toBeVisible();
    await page.goto(linkIn(asking?.text));
    await page.getByRole("button", { name: "Yes, send them" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("The mails begin");
    await page.goto(linkIn(asking?.text));
    await expect(page.getByText("used or has expired")).toBeVisible();

    const withdrawn = await createTestArticle({ headline: `Wrong ${word}`, body });
    await withdrawArticle(withdrawn, "It was wrong.", { userId: null, agent: "test" });
    await createTestArticle({
      headline: "Ships sail",
      body: `At last the ${word} arrived. So be it.`,
    });
    await letTimePass(address);
    const news = await mailTo(email, 2);
    expect(news?.subject).toBe(`1 new article: ${word}`);
    expect(news?.text).toContain(`At last the *${word}* arrived.\n`);
    expect(news?.raw).not.toContain("Wrong");
    await page.goto(address);
    await expect(page.getByText("once a week at most. The last:")).toBeVisible();

    // As a mail program does it by itself: no cookie, no referrer, no redirect.
    const end = /^<(.*)>$/.exec(news?.header("List-Unsubscribe") ?? "")?.[1] ?? "";
    await request.get(end);
    await page.reload();
    await expect(page.getByText("once a week at most. The last:")).toBeVisible();
    const form = { "List-Unsubscribe": "One-Click" };
    const ended = await request.post(end, { form, maxRedirects: 0 });
    expect(ended.status()).toBe(200);
    await page.reload();
    await expect(page.getByLabel("E-mail address")).toBeVisible();
    expect(await database.searchAlert.count({ where: { email } })).toBe(0);
    await page.goto(linkIn(news?.text));
    await expect(page.getByText("They have ended already.")).toBeVisible();
  });
});

test("mails end by the button of their page", async ({ page, expectAccessibleInBoth }) => {
  const word = newWord();
  const email = `${word}@example.org`;
  const address = await saveSearch(page, word);
  await page.getByLabel("E-mail address").fill(email);
  await page.getByRole("button", { name: "Send me what is new" }).click();
  await page.goto(linkIn((await mailTo(email, 1))?.text));
  await expectAccessibleInBoth();
  await page.getByRole("button", { name: "Yes, send them" }).click();
  await createTestArticle({ body: `The ${word} arrived.` });
  await page.goto(address);
  await expect(page.getByText("1 new article")).toBeVisible();
  await expectAccessibleInBoth();
  await letTimePass(address);
  await page.goto(linkIn((await mailTo(email, 2))?.text));
  await expectAccessibleInBoth();
  await page.getByRole("button", { name: "Stop them" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The mails have stopped");
  expect(await database.searchAlert.count({ where: { email } })).toBe(0);
});

test("a saved search is renamed, forgotten, remembered, deleted and taken back", async ({
  page,
}) => {
  const word = newWord();
  const address = await saveSearch(page, word);
  expect(await saveSearch(page, word)).toBe(address);
  await page.getByLabel("Name").fill("Grain & ports");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Grain & ports");
  await page.getByRole("button", { name: "Forget in this browser" }).click();
  await expect(page.getByText("None yet.")).toBeVisible();
  await page.goto(address);
  await page.getByRole("button", { name: "Remember in this browser" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deleted: Grain & ports");
  await page.goto("/saved");
  await page.getByRole("link", { name: "Grain & ports" }).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Nothing new.")).toBeVisible();
});

test("its page is kept by nobody, and its forms are taken from no other site", async ({
  page,
  request,
}) => {
  const address = await saveSearch(page, newWord());
  const answer = await request.get(address);
  expect(answer.headers()["cache-control"]).toContain("no-store");
  const html = await answer.text();
  expect(html).toMatch(/<meta name="robots" content="noindex"/);
  expect(html).toMatch(/<meta name="referrer" content="same-origin"/);
  const [cookie] = (await page.context().cookies()).filter(({ name }) => /saved/.test(name));
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/saved" });

  const headers = { origin: "https://elsewhere.example", "sec-fetch-site": "cross-site" };
  const form = { do: "delete" };
  const refused = await request.post(`${address}/change`, { form, headers });
  expect(refused.status()).toBe(403);
  expect((await request.get(`/saved/${"x".repeat(43)}`)).status()).toBe(404);
  const wrong = await request.post(`${address}/change`, {
    form: { do: "mail", email: "a@example.org,b@example.org", cadence: "daily" },
  });
  expect(wrong.status()).toBe(400);
  expect(await wrong.text()).toContain("This is not an e-mail address.");
});
