import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { database } from "#lib/db/client.ts";
import { createTestArticle, removeTestArticles } from "#lib/testing/article-rows.ts";
import { createTestUser, disableTestUser, mintCookieFor } from "#lib/testing/session.ts";
import { getEnv } from "#lib/env.ts";
import { expect, test, OURS } from "./fixtures.ts";

const CLASH = "/events/oval-office-clash-2025-02";
const mark = () => `m${randomUUID().slice(0, 8)}`;
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const region = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

// In one worker: each worker clears what every test of this file has made.
test.describe.configure({ mode: "default" });

test.afterAll(async () => {
  await removeTestArticles();
  await database.event.deleteMany({ where: { title: { contains: OURS } } });
  await database.deletedEvent.deleteMany({ where: { title: { contains: OURS } } });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an event leads from each fact to its evidence, and from there into the article", async ({
    page,
  }) => {
    await page.goto(CLASH);
    const facts = region(page, "What is known");
    await facts.getByRole("link", { name: "Evidence 1", exact: true }).first().click();
    await expect(page).toHaveURL(/#evidence-1$/);
    const evidence = region(page, "Evidence");
    const sentence = evidence.locator("#evidence-1");
    await expect(sentence).toContainText("in its own words");
    const [link, words] = [
      sentence.getByRole("link").first(),
      await sentence.getByRole("link").first().innerText(),
    ];
    await expect(link).toHaveAttribute("href", /^\/\d{4}\/\d\d\/\d\d\/[\w-]+#p\d+:~:text=/);
    await link.click();
    await expect(page.getByRole("main")).toContainText(words);
    expect(new URL(page.url()).pathname).toMatch(/^\/\d{4}\/\d\d\/\d\d\//);
  });

  test("an event says when, where, who as what, and why it weighs so much", async ({ page }) => {
    await page.goto(CLASH);
    const when = region(page, "When and where");
    await expect(when).toContainText("Friday, 28 February 2025");
    await expect(when).toContainText("The time of day is not recorded.");
    await expect(when.getByRole("img", { name: /^Map: White House/ })).toBeVisible();
    await expect(region(page, "Who took part")).toContainText("President of Ukraine");
    await expect(region(page, "Why this weight")).toContainText("independent outlets report it");
    await expect(region(page, "What led to it").getByRole("link")).toHaveCount(1);
    await expect(region(page, "What followed").getByRole("link").first()).toBeVisible();
    await expect(region(page, "Statements made").getByRole("link").first()).toBeVisible();
  });
});

test("an event without an article says that it has none", async ({ page, expectAccessible }) => {
  const { id } = await database.event.findFirstOrThrow({
    where: { articles: { none: {} }, sources: { some: {} } },
    orderBy: { id: "asc" },
  });
  await page.goto(`/events/${id}`);
  const evidence = region(page, "Evidence");
  await expect(evidence).toContainText("No article of the archive is linked with this event.");
  await evidence.getByRole("link", { name: "sources listed below" }).click();
  await expect(region(page, "Sources")).toBeInViewport();
  await expectAccessible();
});

test("the event page is clean in both colour schemes, and reached by keyboard", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto(CLASH);
  await expectAccessibleInBoth();
  await region(page, "Evidence").locator("#evidence-1").getByRole("link").first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/\d{4}\/\d\d\/\d\d\//);
});

async function addEvent(page: Page, title: string): Promise<string> {
  await page.goto("/admin/events/new");
  await page.getByLabel("Title", { exact: true }).fill(title);
  await page.getByLabel("Date", { exact: true }).fill("2025-02-27");
  await button(page, "Add").click();
  await expect(heading(page)).toHaveText(title);
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
    test.use({ javaScriptEnabled });

    test("an editor adds an event, links an article, lifts it, bins it and takes all of it back", async ({
      page,
      signInAs,
    }) => {
      await signInAs("editor");
      const title = `Harbour talks ${mark()} ${OURS}`;
      const headline = `Harbours ${mark()} open`;
      await createTestArticle({ headline, publishedOn: "2025-02-28" });
      const id = await addEvent(page, title);

      await page.getByLabel("Date", { exact: true }).fill("the day before");
      await page.getByLabel("Who, line 1").fill("starmer");
      await button(page, "Save").click();
      await expect(page.getByText("Extended Date/Time Format, please")).toBeVisible();
      await expect(page.getByLabel("Who, line 1")).toHaveValue("starmer");
      await page.getByLabel("Date", { exact: true }).fill("2025-02");
      await page.getByLabel("Lift or lower").selectOption("2");
      await page.getByLabel("Facts").fill("Harbours open.\n\nShips come.");
      await button(page, "Save").click();
      await expect(page.getByText("Saved.")).toBeVisible();

      await page.getByLabel("Find articles to link").fill(`"${headline}"`);
      await button(page, "Show").click();
      await button(page, "Link: ".concat(headline)).click();
      await expect(page.getByText("Linked.")).toBeVisible();

      await page.goto(`/events/${id}`);
      await expect(region(page, "When and where")).toContainText("The day is not known.");
      await expect(
        region(page, "Articles on it").getByRole("link", { name: headline }),
      ).toBeVisible();
      await expect(region(page, "Why this weight")).toContainText(
        "An editor lifted it by 2 steps.",
      );
      await expect(region(page, "Who took part")).toContainText("Keir Starmer");

      await page.goto(`/admin/events/${id}`);
      await button(page, "Bring back: version 2").click();
      await expect(page.getByText("Brought back.")).toBeVisible();
      await expect(page.getByText("No article is linked yet")).toBeVisible();

      await button(page, "Delete").click();
      await expect(heading(page)).toHaveText("Bin");
      expect((await page.request.get(`/events/${id}`)).status()).toBe(404);
      await page.getByRole("row", { name: title }).getByRole("button", { name: /^Undo/ }).click();
      await expect(heading(page)).toHaveText(title);
      expect((await page.request.get(`/events/${id}`)).status()).toBe(200);
      const audit = await database.auditEntry.findMany({
        where: { subject: "event", subjectId: id },
        orderBy: { id: "asc" },
      });
      expect(audit.map(({ action }) => action)).toEqual([
        ...["event.add", "event.edit", "event.link", "event.restore_state"],
        ...["event.delete", "event.restore"],
      ]);
    });

    test("the second of two editors of an event is told, loses nothing, and chooses", async ({
      page,
      context,
      signInAs,
    }) => {
      const first = await signInAs("editor");
      const title = `Two editors ${mark()} ${OURS}`;
      const id = await addEvent(page, title);
      const other = await context.newPage();
      await other.goto(`/admin/events/${id}`);
      await page.getByLabel("Place", { exact: true }).fill("Northport");
      await page.getByLabel("Facts").fill("Theirs.");
      await button(page, "Save").click();
      await expect(page.getByText("Saved.")).toBeVisible();

      const second = await createTestUser("editor");
      const cookie = await mintCookieFor(second.id);
      await context.addCookies([{ ...cookie, url: getEnv().ARCHIVE_URL, httpOnly: true }]);
      await other.getByLabel("Facts").fill("Mine.");
      await button(other, "Save").click();
      await expect(other.getByText(`${first.name} saved this event while`)).toBeVisible();
      await expect(other.getByLabel("Facts")).toHaveValue("Mine.");
      const place = other.getByRole("group", { name: /^Place, changed by them only/ });
      await expect(place.getByRole("radio", { name: first.name })).toBeChecked();
      await button(other, "Save").click();
      await expect(other.getByText("Saved.")).toBeVisible();
      const saved = await database.event.findUniqueOrThrow({ where: { id } });
      expect(saved).toMatchObject({ placeName: "Northport", facts: ["Mine."], version: 3 });
      await disableTestUser(second.id);
    });
  });
}

test("events are found by words and sorted by weight", async ({
  page,
  signInAs,
  expectAccessibleInBoth,
}) => {
  await signInAs("editor");
  await page.goto("/admin/events");
  await page.getByLabel("Title, place or participant contains").fill("clash oval");
  await button(page, "Show").click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await page.getByRole("link", { name: "Weight" }).click();
  await expect(page).toHaveURL(/sort=weight/);
  await page.getByRole("link", { name: /clash in the Oval Office/ }).click();
  await expectAccessibleInBoth();
});

test("the map is narrowed, and a mark leads to what happened there, by keyboard", async ({
  page,
}) => {
  await page.goto("/map");
  await page.getByRole("checkbox", { name: "Ukraine" }).check();
  await page.getByLabel("From year").fill("2025");
  await page.getByRole("checkbox", { name: "Meetings only" }).check();
  await button(page, "Show").click();
  await expect(page).toHaveURL("/map?lane=ua&from=2025&to=&only=meetings");
  const mark = page
    .getByRole("group", { name: "Europe: events by place" })
    .getByRole("link", { name: /^Kyiv.*\d+ events/ });
  // Of the pictures for several widths the others are hidden once the style is there.
  await expect(mark).toHaveCount(1);
  const count = Number(/(\d+) events/.exec((await mark.getAttribute("aria-label")) ?? "")?.[1]);
  await mark.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/place=Kyiv/);
  const events = page.getByRole("list", { name: /^Events: Kyiv/ });
  await expect(events.getByRole("listitem")).toHaveCount(count);
  const table = page.getByRole("table");
  await table.getByRole("link", { name: "Kyiv", exact: true }).click();
  await expect(page.getByRole("region", { name: "Kyiv", exact: true })).toBeInViewport();
});

test("who met whom leads from a pair to its meetings", async ({ page }) => {
  await page.goto("/meetings");
  const row = page.getByRole("row", { name: /^Keir Starmer and Volodymyr Zelensky/ });
  const count = Number(await row.getByRole("cell").first().innerText());
  await row.getByRole("link").click();
  await expect(page).toHaveURL("/meetings?who=starmer,zelensky#together");
  await expect(heading(page)).toHaveText("Keir Starmer and Volodymyr Zelensky");
  await expect(region(page, "Meetings of both").getByRole("listitem")).toHaveCount(count);
  await page.getByLabel("From year").fill("2026");
  await button(page, "Show").click();
  await expect(page).toHaveURL(/who=starmer(,|%2C)zelensky/);
  expect(await region(page, "Meetings of both").getByRole("listitem").count()).toBeLessThan(count);
});

test("events are listed over the API, narrowed and page by page", async ({ request }) => {
  const get = async (query: string) => (await request.get(`/api/v1/events?${query}`)).json();
  const first = await get("kind=summit&kind=meeting&lane=ua&from=2025&order=weight&limit=3");
  expect(first.items).toHaveLength(3);
  const weights = first.items.map(({ weight }: { weight: number }) => weight);
  expect(weights).toEqual([...weights].sort((a, b) => b - a));
  const next = await get(
    `kind=summit&kind=meeting&lane=ua&from=2025&order=weight&limit=3&cursor=${first.nextCursor}`,
  );
  expect(next.items[0].id).not.toBe(first.items[0].id);
  expect((await get("minWeight=many")).code).toBe("invalid_input");
  const event = await (await request.get(`/api/v1${CLASH}`)).json();
  expect(event.evidence[0]).toMatchObject({ outletName: "Archive desk", saidBy: [] });
  expect(event.importanceReasons).toHaveLength(4);
});
