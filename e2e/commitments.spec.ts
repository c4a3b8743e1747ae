import type { Page } from "playwright/test";
import { database } from "#lib/db/client.ts";
import { expect, test, OURS } from "./fixtures.ts";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const list = (page: Page) => page.getByRole("list", { name: "Commitments", exact: true });

test.afterAll(async () => {
  await database.commitment.deleteMany({ where: { title: { contains: OURS } } });
});

test("commitments are narrowed by their form, all of it in the address", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto("/");
  await page.getByRole("contentinfo").getByRole("link", { name: "Commitments" }).click();
  const form = page.getByRole("form", { name: "Narrow the commitments" });
  await form.getByLabel("Who promised").selectOption({ label: "Donald Trump (4)" });
  await form.getByLabel("State").selectOption("overdue");
  await button(page, "Show").click();
  await expect(page).toHaveURL(/by=trump&state=overdue/);
  await expect(page.getByRole("status")).toContainText("1 commitment");
  await expect(list(page)).toContainText("overdue: no evidence here of it being kept");
  await expect(list(page)).not.toContainText("missed");
  await expectAccessibleInBoth();
  await page.goto("/commitments?from=2027&sort=due");
  await expect(list(page).getByRole("listitem").first()).toContainText("from 2027");
  await page.keyboard.press("j");
  await expect(list(page).locator("[data-entry]").first()).toBeFocused();
});

test("a commitment shows what became of it, with the evidence", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto("/events/purl-patriot-2025-07");
  const here = page.getByRole("region", { name: "What was promised here" });
  await here.getByRole("link", { name: /within 50 days/ }).click();
  const history = page.getByRole("list", { name: "History", exact: true });
  await expect(history).toContainText("28 July 2025");
  await expect(history).toContainText("superseded");
  const evidence = history.getByRole("list", { name: "Evidence of 28 July 2025" });
  await expect(evidence.getByRole("link", { name: /At Turnberry/ })).toBeVisible();
  await expectAccessibleInBoth();
});

test("commitments stand on the timeline, from the promise to its day", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto("/commitments?by=trump");
  await page.getByRole("link", { name: "On the timeline" }).click();
  await expect(page).toHaveURL(/\/timeline\?show=events&show=commitments&person=trump/);
  await expect(page.locator("[data-place][data-live]")).toBeVisible();
  await expect(page.locator("[data-says]")).toContainText(/events and 4 commitments/);
  const picture = page.getByRole("group", { name: "Events by lane and time" });
  const promise = picture.getByRole("link", {
    name: /^promised 14 July 2025, due .* September 2025: Superseded: Tariffs .*\(United States\)$/,
  });
  await expect(promise).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "commitments" })).toBeChecked();
  await expect(page.locator("[data-timeline-list]")).toContainText(
    /due about 2 Sept 2025 · superseded/,
  );
  await expectAccessibleInBoth();
  await promise.focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/commitments/trump-fifty-days");
});

test("without JavaScript the timeline has its commitments too", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/timeline?show=commitments");
  await expect(page.locator("[data-says]")).toContainText(/: \d+ commitments/);
  await expect(
    page
      .locator("[data-drawn=wide]")
      .getByText(/^Kept: /)
      .first(),
  ).toBeVisible();
  await page.getByRole("link", { name: /^To meet in Budapest/ }).click();
  await expect(page).toHaveURL(/\/commitments\//);
  await context.close();
});

test("due days are a calendar, and all of it is for programs", async ({ request }) => {
  const calendar = await request.get("/commitments.ics?by=trump");
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  const text = (await calendar.text()).replaceAll("\r\n ", "");
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
  expect(text).toContain("UID:commitment-trump-fifty-days@");
  expect(text).toContain("the day is not known exactly");
  const { items, total } = await (await request.get("/api/v1/commitments?state=kept")).json();
  expect(total).toBe(items.length);
  expect(items[0]).toMatchObject({ state: "kept", isOverdue: false });
  expect((await request.get("/api/v1/commitments?state=lost")).status()).toBe(400);
});

/** The editor's way, with a script or without. */
async function keepCommitment(page: Page): Promise<void> {
  const title = `Ten boats ${OURS}`;
  await page.goto("/admin/commitments/new");
  await page.getByLabel("What was promised").fill(title);
  await page.getByLabel("By whom").fill("Nobody Known\n");
  await page.getByLabel("Made on").fill("2025-03-11");
  await page.getByLabel("At the event").fill("/events/jeddah-2025-03");
  await page.getByLabel("Due", { exact: true }).fill("2025-06");
  await button(page, "Add").click();
  await expect(page.getByText("Nobody here is called Nobody Known.")).toBeVisible();
  await page.getByLabel("By whom").fill("United Kingdom");
  await button(page, "Add").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  const editor = page.url();
  const shown = await page.getByRole("link", { name: "As readers see it" }).getAttribute("href");

  await page.goto(shown ?? "");
  await expect(page.getByText("overdue: no evidence here of it being kept")).toBeVisible();
  await page.goto(editor);
  const history = page.getByRole("region", { name: "What became of it" });
  await history.getByLabel("It became").selectOption("kept");
  await history.getByLabel("On", { exact: true }).fill("2025-05-01");
  await history.getByLabel("What happened").fill("They came.");
  await button(page, "Record").click();
  await expect(page.getByText("Nothing was saved yet.")).toBeVisible();
  await expect(history.getByLabel("What happened")).toHaveValue("They came.");
  await history.getByLabel("Publisher, line 1").fill("Courier");
  await history.getByLabel("Title, line 1").fill("Boats come in");
  await button(page, "Record").click();
  await expect(page.getByText("1 May 2025: kept")).toBeVisible();
  await page.goto(shown ?? "");
  await expect(page.getByRole("list", { name: "Evidence of 1 May 2025" })).toContainText("Courier");

  await page.goto(editor);
  await page.getByRole("button", { name: "Bring back: revision 1" }).click();
  await expect(page.getByText("Nothing has been recorded yet")).toBeVisible();
  await page.getByLabel("Why, for readers").fill("It was only a test.");
  await button(page, "Withdraw").click();
  await expect(button(page, "Show it again")).toBeVisible();
  expect((await page.goto(shown ?? ""))?.status()).toBe(410);
}

test("an editor records a commitment and what became of it, and takes it back", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs("editor");
  await page.goto("/admin/commitments/new");
  await expectAccessible();
  await keepCommitment(page);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the editor's way is the same", async ({ page, signInAs }) => {
    await signInAs("editor");
    await keepCommitment(page);
  });
});
