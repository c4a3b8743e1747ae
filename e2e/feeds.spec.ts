import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { answer, rss, whole } from "#lib/testing/feed-site.ts";
import { closeSites, openSite, type Site } from "#lib/testing/site.ts";
import { expect, test } from "./fixtures.ts";

test.afterEach(closeSites);

/** A news site whose front page names its feed; the feed has an entry with text and a teaser. */
async function openNewsSite(): Promise<Site & { tag: string }> {
  const site = await openSite();
  const tag = randomUUID().slice(0, 8);
  const link = '<link rel="alternate" type="application/rss+xml" title="News" href="/feed.xml">';
  const html = { "content-type": "text/html; charset=utf-8" };
  site.paths["/"] = answer(`<!doctype html><title>Courier</title>${link}<p>News.`, html);
  const entries = [
    whole(`b-${tag}`, { title: `Envoys meet ${tag}` }),
    { id: `a-${tag}`, title: `Ports open ${tag}`, teaser: "Grain left port." },
  ];
  site.paths["/feed.xml"] = answer(rss(site, ...entries), { etag: '"1"' });
  return { ...site, tag };
}

async function lookAt(page: Page, address: string) {
  await page.goto("/admin/feeds/new");
  await page.getByLabel("Address of a feed").fill(address);
  await page.getByRole("button", { name: "Look" }).click();
}

test("a feed is found, followed, polled, paused, removed and taken back", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs("editor");
  const { origin, tag } = await openNewsSite();
  await lookAt(page, `${origin}/`);
  await expect(page.getByText("2 entries, 1 of them only teasers.")).toBeVisible();
  await expect(page.getByText(`Envoys meet ${tag}`)).toBeVisible();
  await expect(page.getByLabel("Address of a feed")).toHaveValue(`${origin}/feed.xml`);
  await expectAccessible();

  const name = `Courier ${tag}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Follow this feed" }).click();
  await page.waitForURL(/\/admin\/feeds\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);

  // The worker polls it at once.
  await expect(async () => {
    await page.reload();
    await expect(page.getByText("2, of which 2 new in 7 days")).toBeVisible({ timeout: 1 });
  }).toPass();
  await expect(page.getByRole("link", { name: `Ports open ${tag}` })).toBeVisible();
  await expectAccessible();

  await page.getByLabel("Poll every").selectOption("2 hours");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByRole("button", { name: "Poll now" }).click();
  await expect(page.getByText("It is polled in a moment.")).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByText("Nothing is polled until it is resumed.")).toBeVisible();
  await page.getByRole("button", { name: "Resume" }).click();
  await expect(page.getByRole("button", { name: "Poll now" })).toBeVisible();
  await page.getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("It is no longer followed.")).toBeVisible();

  await page.goto("/admin/feeds");
  await page.getByRole("button", { name: `Undo: removing ${name}` }).click();
  const row = page.getByRole("row", { name });
  await expect(row).toContainText("2");
  await expectAccessible();
  await row.getByRole("link", { name }).click();
  await page.getByRole("link", { name: `Envoys meet ${tag}` }).click();
  await expect(page.getByLabel("Headline", { exact: true })).toHaveValue(`Envoys meet ${tag}`);
  await expect(page.getByText(`fetched from ${origin}/feed.xml`)).toBeVisible();
});

test("an address without a feed says so, and stays in the form", async ({ page, signInAs }) => {
  await signInAs("editor");
  const site = await openSite({ "/": answer("<!doctype html><p>News.") });
  await lookAt(page, `${site.origin}/`);
  await expect(page.getByText("This is no feed, and the page names none.")).toBeVisible();
  await expect(page.getByLabel("Address of a feed")).toHaveValue(`${site.origin}/`);
  await page.getByLabel("Address of a feed").fill(`${site.origin}/nothing`);
  await page.getByRole("button", { name: "Look" }).click();
  await expect(page.getByText("There is nothing at this address.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a feed is found, followed once, and paused", async ({ page, signInAs }) => {
    await signInAs("editor");
    const { origin, tag } = await openNewsSite();
    await lookAt(page, `${origin}/feed.xml`);
    await page.getByLabel("Name", { exact: true }).fill(`Courier ${tag}`);
    await page.getByRole("button", { name: "Follow this feed" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Courier ${tag}`);
    await page.getByRole("button", { name: "Pause" }).click();
    await expect(page.getByText("Nothing is polled until it is resumed.")).toBeVisible();

    await lookAt(page, `${origin}/feed.xml`);
    await page.getByRole("button", { name: "Follow this feed" }).click();
    await expect(page.getByText(`It is followed already, as “Courier ${tag}”.`)).toBeVisible();
    await expect(page.getByText(`Envoys meet ${tag}`)).toBeVisible();
  });
});
