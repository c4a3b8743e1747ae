import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { getEnv } from "#lib/env.ts";
import { expect, test } from "./fixtures.ts";

const EVENT = "/events/oval-office-clash-2025-02";

test("a timeline is taken along as it is narrowed", async ({ page, request }) => {
  await page.goto("/timeline?lane=ua&from=2025-02-28&to=2025-02-28");
  const files = page.getByRole("navigation", { name: "All events of this timeline" });
  const saved = page.waitForEvent("download");
  await files.getByRole("link", { name: "Table (CSV)" }).click();
  const csv = await readFile(await (await saved).path(), "utf8");
  expect(csv).toMatch(/^\uFEFFid,url,title,date,/);
  expect(csv).toContain("\r\noval-office-clash-2025-02,");
  for (const [name, type] of [
    ["Calendar (iCalendar)", "text/calendar"],
    ["TimelineJS (JSON)", "application/json"],
  ] as const) {
    const href = await files.getByRole("link", { name }).getAttribute("href");
    const answer = await request.get(href ?? "");
    expect(answer.headers()["content-type"]).toContain(type);
    expect(answer.headers()["access-control-allow-origin"]).toBe("*");
    expect(await answer.text()).toContain("oval-office-clash-2025-02");
  }
});

test("an event is put into a calendar", async ({ page, request }) => {
  await page.goto(EVENT);
  const link = page.getByRole("link", { name: "Calendar entry (iCalendar)" });
  const answer = await request.get((await link.getAttribute("href")) ?? "");
  expect(await answer.text()).toMatch(/^BEGIN:VCALENDAR\r\n[^]*DTSTART;VALUE=DATE:20250228\r\n/);
  expect((await request.get("/events/none-such/event.ics")).status()).toBe(404);
});

test("oEmbed describes what can be embedded, and says of the rest that it cannot", async ({
  page,
  request,
}) => {
  const base = getEnv().ARCHIVE_URL;
  const article = "/2025/02/27/starmer-hands-trump-invitation-asks-for-backstop";
  for (const path of ["/timeline?lane=uk", EVENT, article]) {
    await page.goto(path);
    const found = page.locator('link[type="application/json+oembed"]');
    const href = await found.getAttribute("href");
    const answer = await request.get(`${href}&maxwidth=320&maxheight=240`);
    const described = await answer.json();
    expect(described).toMatchObject({ version: "1.0", type: "rich", width: 320 });
    expect(described.height).toBeLessThanOrEqual(240);
    expect(described.html).toContain(path === article ? `${base}${path}` : `${base}/embed/`);
  }
  const statusOf = async (query: Record<string, string>) =>
    (await request.get(`/oembed?${new URLSearchParams(query)}`)).status();
  expect(await statusOf({ url: `${base}/about` })).toBe(404);
  expect(await statusOf({ url: `${base}/events/none-such` })).toBe(404);
  expect(await statusOf({ url: "https://elsewhere.example/timeline" })).toBe(404);
  expect(await statusOf({ url: `${base}/timeline`, format: "xml" })).toBe(501);
  expect(await statusOf({})).toBe(400);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the HTML to embed an event shows it in another site's page", async ({ page, context }) => {
    await page.goto(EVENT);
    await page.getByText("Embed", { exact: true }).click();
    const html = await page.getByLabel("HTML for another site’s page").inputValue();
    const server = createServer((_req, res) => {
      res.setHeader("Content-Type", "text/html; charset=utf-8");
      res.end(`<!doctype html><title>Another site</title>${html}`);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = server.address() as AddressInfo;
      await context.route(`http://127.0.0.1:${port}/**`, (route) => route.continue());
      await page.goto(`http://127.0.0.1:${port}/`);
      const frame = page.frameLocator("iframe");
      await expect(frame.getByRole("heading", { level: 1 })).toBeVisible();
      const opened = page.waitForEvent("popup");
      await frame.getByRole("link", { name: /sources? in The Diplomacy Archive/ }).click();
      await expect(await opened).toHaveURL(new RegExp(`${EVENT}$`));
    } finally {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

test("only pages for frames may stand in one, and nobody is known there", async ({ request }) => {
  const framed = await request.get("/embed/timeline?lane=uk");
  expect(framed.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect(framed.headers()).not.toHaveProperty("x-frame-options");
  expect(framed.headers()).not.toHaveProperty("set-cookie");
  const html = await framed.text();
  expect(html).toContain('<meta name="robots" content="noindex"');
  expect(html).toMatch(/<link rel="canonical" href="[^"]+\/timeline\?lane=uk"/);
  for (const path of ["/timeline", EVENT, "/sign-in"]) {
    const { [`x-frame-options`]: refusal, "content-security-policy": policy } = (
      await request.get(path)
    ).headers();
    expect([refusal, policy]).toEqual(["DENY", expect.stringContaining("frame-ancestors 'none'")]);
  }
});

for (const { javaScriptEnabled, day } of [
  { javaScriptEnabled: true, day: "2024-01-05" },
  { javaScriptEnabled: false, day: "2024-01-06" },
]) {
  test.describe(javaScriptEnabled ? "an editor" : "an editor without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("imports events, sees them on the timeline and takes them back", async ({
      page,
      signInAs,
      expectAccessibleInBoth,
    }) => {
      await signInAs("editor");
      const tag = randomUUID().slice(0, 8);
      const text = [
        "title,date,sources",
        `Made-up talks ${tag},${day},Paper | A report | https://paper.example/1`,
        `Made-up visit ${tag},a while ago,`,
        `Oval Office clash,2025-02-28,`,
      ].join("\n");
      await page.goto("/admin/batches");
      await page.getByRole("link", { name: "Import events for the timeline" }).click();
      await page.getByLabel("File", { exact: true }).setInputFiles({
        name: `events-${tag}.csv`,
        mimeType: "text/csv",
        buffer: Buffer.from(text),
      });
      await page.getByRole("button", { name: "Show what is understood" }).click();
      const rows = page.getByRole("table", { name: "Events of the file" }).getByRole("row");
      await expect(rows).toHaveCount(4);
      await expect(rows.nth(2)).toContainText("“a while ago” is not a date that can be read here");
      await expect(rows.nth(2)).toContainText("cannot be imported");
      if (javaScriptEnabled) await expectAccessibleInBoth();
      const choice = page.getByRole("checkbox", { name: /Leave out row 3/ });
      if (!(await choice.isChecked())) await choice.check();
      await page.getByRole("button", { name: "Import what is not left out" }).click();
      await expect(page.getByRole("status")).toContainText(`Imported: events-${tag}.csv`);

      await page.goto(`/timeline?from=${day}&to=${day}`);
      const entries = page.getByRole("main").getByRole("listitem");
      await entries.getByRole("link", { name: `Made-up talks ${tag}` }).click();
      await expect(page.getByText("○ to be verified")).toBeVisible();
      await expect(page.getByRole("link", { name: "A report" })).toHaveAttribute(
        "href",
        "https://paper.example/1",
      );
      const address = page.url();

      await page.goto("/admin/events/import");
      await page.getByRole("button", { name: `Take back: events-${tag}.csv` }).click();
      await expect(
        page.getByRole("button", { name: `Import again: events-${tag}.csv` }),
      ).toBeVisible();
      expect((await page.request.get(address)).status()).toBe(404);
    });
  });
}
