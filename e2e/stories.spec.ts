import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { database } from "#lib/db/client.ts";
import { expect, test, OURS } from "./fixtures.ts";

const STORY = "/stories/from-the-oval-office-clash-to-lancaster-house";
const mark = () => randomUUID().slice(0, 8);
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const strip = (page: Page) => page.getByRole("navigation", { name: "Timeline of this story" });

test.afterAll(async () => {
  await database.story.deleteMany({ where: { title: { contains: OURS } } });
});

test("a story is found from the front page and read step by step, by keyboard", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Sections" }).getByText("Stories").click();
  await page.getByRole("link", { name: "From the Oval Office clash to Lancaster House" }).click();
  await expect(page).toHaveURL(new RegExp(`${STORY}$`));
  await expect(
    page.getByRole("region", { name: "A signing that did not take place" }),
  ).toContainText("28 February 2025");
  await page.waitForLoadState();
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/#step-1$/);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(page).toHaveURL(/#step-3$/);
  await expect(
    page.getByRole("link", { name: "Cheers in Downing Street, and a loan" }).nth(1),
  ).toBeFocused();
  await expect(strip(page).locator("a[aria-current=step]:visible")).toContainText("1 March 2025");
  await page.keyboard.press("k");
  await expect(page).toHaveURL(/#step-2$/);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(strip(page).locator("a[aria-current=step]:visible")).toHaveCount(0);
  await expectAccessibleInBoth();
});

test("each step leads to its event, its sources and what it cites", async ({ page }) => {
  await page.goto(STORY);
  const step = page.getByRole("region", { name: "A signing that did not take place" });
  const sources = step.getByRole("list", { name: "Sources of step 2" });
  await expect(sources.getByText("Business Standard (Bloomberg)")).toBeVisible();
  await expect(sources).toContainText("state media: one side’s account");
  await step.getByRole("link", { name: "Citation 1" }).click();
  await expect(page).toHaveURL(/#step-2-cited-1$/);
  await step
    .getByRole("link", { name: "Trump, Vance and Zelensky clash in the Oval Office" })
    .click();
  await expect(page).toHaveURL(/\/events\/oval-office-clash-2025-02$/);
  await expect(
    page.getByRole("region", { name: "Told in" }).getByRole("link", { name: /Oval Office clash/ }),
  ).toHaveAttribute("href", STORY);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the strip leads to the steps, folded on a phone", async ({ page }) => {
    await page.goto(STORY);
    await strip(page)
      .getByRole("link", { name: /Four points/ })
      .click();
    await expect(page).toHaveURL(/#step-4$/);
    await expect(
      page.getByRole("heading", { name: "Four points at Lancaster House" }),
    ).toBeInViewport();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.goto(STORY);
    await expect(strip(page).getByRole("link", { name: /Four points/ })).toHaveCount(0);
    await strip(page).getByText("Timeline of this story").click();
    await strip(page)
      .getByRole("link", { name: /Four points/ })
      .click();
    await expect(page).toHaveURL(/#step-4$/);
  });
});

test("it fits A4 on paper", async ({ page }) => {
  await page.setViewportSize({ width: 680, height: 900 });
  await page.emulateMedia({ media: "print" });
  await page.goto(STORY);
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBeLessThanOrEqual(0);
  await expect(page.getByRole("link", { name: "A view for other sites’ pages" })).toBeHidden();
  await expect(page.getByRole("link", { name: /Cheers in Downing Street/ }).first()).toBeVisible();
});

test("only its embed may stand in another site's frame, and it fits there", async ({
  page,
  request,
  expectAccessibleInBoth,
}) => {
  for (let asked = 0; asked < 2; asked++) {
    const headers = (await request.get(`${STORY}/embed`)).headers();
    expect(headers["content-security-policy"]).toContain("frame-ancestors *");
    expect(headers["x-frame-options"]).toBeUndefined();
  }
  for (const path of [STORY, "/stories", "/", "/sign-in", "/admin"]) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers();
    expect(headers["content-security-policy"], path).toContain("frame-ancestors 'none'");
    expect(headers["x-frame-options"], path).toBe("DENY");
  }
  await page.setViewportSize({ width: 420, height: 500 });
  await page.goto(`${STORY}/embed`);
  const size = await page.evaluate(() => {
    const { scrollHeight, scrollWidth } = document.documentElement;
    return { scrollHeight, scrollWidth };
  });
  expect(size).toEqual({ scrollHeight: 500, scrollWidth: 420 });
  await expect(page.locator("base")).toHaveAttribute("target", "_blank");
  const citation = page.getByRole("link", { name: "Citation 1", exact: true }).first();
  await expect(citation).toHaveAttribute("target", "_self");
  const opened = page.waitForEvent("popup");
  await page.getByRole("link", { name: "Read it in The Diplomacy Archive" }).click();
  await expect(await opened).toHaveURL(STORY);
  await expectAccessibleInBoth();
});

test("stories are followed by feed and read by programs", async ({ page, request }) => {
  const atom = await request.get("/stories/feed.xml");
  expect(await atom.text()).toContain("How far a missile may fly");
  const { items } = await (await request.get("/api/v1/stories")).json();
  expect(items.length).toBeGreaterThanOrEqual(3);
  const story = await (await request.get(`/api/v1${STORY}`)).json();
  expect(story.steps[1].event.id).toBe("oval-office-clash-2025-02");
  expect((await request.get("/api/v1/stories/no-such-story")).status()).toBe(404);
  await page.goto(STORY);
  const data = await page.locator("script[type='application/ld+json']").textContent();
  expect(JSON.parse(data ?? "")).toMatchObject({ "@type": "Article" });
});

async function beginStory(page: Page, title: string): Promise<void> {
  await page.goto("/admin/stories/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Summary").fill("How it went.");
  await button(page, "Begin").click();
  await expect(heading(page)).toHaveText(title);
}

async function addEvent(page: Page, words: string, title: string): Promise<void> {
  await page.getByLabel("Words, place or date").fill(words);
  await page.getByLabel("Words, place or date").press("Enter");
  await button(page, `Add ${title}`).click();
  await expect(page.getByRole("group", { name: new RegExp(`: ${title}`) })).toBeVisible();
}

const JEDDAH = "Jeddah: Ukraine accepts 30-day ceasefire proposal and US resumes aid";
const CLASH = "Trump, Vance and Zelensky clash in the Oval Office";

async function writeStory(page: Page, title: string): Promise<void> {
  await beginStory(page, title);
  await addEvent(page, "jeddah", JEDDAH);
  await page.getByLabel("Text").fill("They met.\n\nThen they parted [1].");
  await page.getByLabel("Cites").fill("/events/nothing-here");
  await button(page, "Save the story").click();
  await expect(page.getByText("Nothing is here at /events/nothing-here.")).toBeVisible();
  await expect(page.getByLabel("Text")).toHaveValue(/Then they parted/);
  await page.getByLabel("Cites").fill("/events/oval-office-clash-2025-02");
  await addEvent(page, "oval 2025-02", CLASH);
  await button(page, "Move step 2 up").click();
  await expect(page.getByRole("group", { name: new RegExp(`^Step 1: ${CLASH}`) })).toBeVisible();
}

test("an editor writes, orders, previews, publishes and withdraws a story", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs("editor");
  const title = `Two days ${OURS} ${mark()}`;
  await writeStory(page, title);
  await expect(page.locator(":focus")).toContainText("Step 1");
  await expectAccessible();
  // By number, too.
  await page
    .getByRole("group", { name: /^Step 1/ })
    .getByLabel("Place")
    .fill("9");
  await button(page, "Save the story").click();
  await expect(page.getByRole("group", { name: new RegExp(`^Step 1: ${JEDDAH}`) })).toBeVisible();

  const editor = page.url();
  await page.getByRole("link", { name: "Preview" }).click();
  await expect(page.getByText(/Preview of revision \d+: draft/)).toBeVisible();
  await expect(page.getByText("Then they parted")).toBeVisible();
  await page.goto(editor);
  await button(page, "Publish").click();
  await page.getByRole("link", { name: "As readers see it" }).click();
  await expect(heading(page)).toHaveText(title);
  const path = new URL(page.url()).pathname;

  await page.goto(editor);
  await page.getByLabel("Address").fill(`${path.split("/").at(-1)}-retold`);
  await button(page, "Save the story").click();
  await expect(page.getByText(/Saved as revision/)).toBeVisible();
  await page.goto(path);
  await expect(page).toHaveURL(/-retold$/);

  await page.goto(editor);
  await page.getByLabel("Why, for readers").fill("It was only a test.");
  await button(page, "Withdraw").click();
  await expect(button(page, "Publish again")).toBeVisible();
  expect((await page.goto(`${path}-retold`))?.status()).toBe(410);
  await expect(page.getByText("It was only a test.")).toBeVisible();
});

test("of two editors the second is told, loses nothing, and what was overwritten comes back", async ({
  page,
  browser,
  signInAs,
}) => {
  const { name } = await signInAs("editor");
  await beginStory(page, `One day ${OURS} ${mark()}`);
  await addEvent(page, "jeddah", JEDDAH);
  const state = await page.context().storageState();
  const other = await browser.newContext({
    storageState: state,
    baseURL: new URL(page.url()).origin,
  });
  const second = await other.newPage();
  await second.goto(page.url());
  await page.getByLabel("Heading").fill("Theirs");
  await button(page, "Save the story").click();
  await expect(page.getByText(/Saved as revision/)).toBeVisible();

  await second.getByLabel("Heading").fill("Mine");
  await button(second, "Save the story").click();
  await expect(
    second.getByText(`${name} saved this story while you were editing it`),
  ).toBeVisible();
  await expect(second.getByLabel("Heading")).toHaveValue("Mine");
  await second.getByLabel(/Save mine over theirs/).check();
  await button(second, "Save the story").click();
  await expect(second.getByText("Saved as revision 4.")).toBeVisible();
  await second.getByRole("button", { name: "Bring back: revision 3" }).click();
  await expect(second.getByLabel("Heading")).toHaveValue("Theirs");
  await other.close();
});

test.describe("an editor without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("finds events, writes and orders a story all the same", async ({ page, signInAs }) => {
    await signInAs("editor");
    await writeStory(page, `Plain days ${OURS} ${mark()}`);
    await button(page, "Take step 2 out").click();
    await expect(page.getByRole("group", { name: /^Step 2/ })).toHaveCount(0);
    await button(page, "Publish").click();
    await expect(page.getByText("Readers see it.")).toBeVisible();
  });
});
