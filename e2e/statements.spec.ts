import { database } from "#lib/db/client.ts";
import { createTestArticle, removeTestArticles } from "#lib/testing/article-rows.ts";
import { createTestStatement } from "#lib/testing/statement-rows.ts";
import { expect, test } from "./fixtures.ts";

const WORDS = "“The Northmark ferry & its crew will sail again, come what may.”";
const SHORTENED = "“The Northmark ferry & its crew will sail again.”";
const LATER = "“Nobody asked the lighthouse keeper.”";
const body = (words: string) => `On Monday Ada Testbrook said: ${words} Then she left.\n\n${LATER}`;

// In one worker: they share what is said here, and its speaker.
test.describe.configure({ mode: "default" });

let statement: string;
let carrier: string;

test.beforeAll(async () => {
  await database.actor.create({
    data: {
      ...{ id: "testbrook", name: "Ada Testbrook", kind: "person", country: "United Kingdom" },
      offices: { create: { title: "Harbour Envoy", heldFrom: new Date("2024-01-01") } },
    },
  });
  const first = await createTestArticle({ headline: "Ferry to sail", body: body(WORDS) });
  const second = await createTestArticle({ headline: "Ferry again", body: body(SHORTENED) });
  const said = { speakerId: "testbrook", source: "Ada Testbrook" };
  const topics = [{ topicId: "us-backstop", status: "suggested", confidence: 0.9 } as const];
  statement = await createTestStatement({
    ...{ ...said, topics, articleId: first, words: WORDS, saidOn: "2025-02-24" },
    ...{ venue: "at the quay", status: "confirmed" },
  });
  carrier = await createTestStatement({ ...said, articleId: second, words: SHORTENED });
  await createTestStatement({ articleId: first, words: LATER, kind: "indirect" });
});

test.afterAll(async () => {
  await removeTestArticles();
  await database.actor.delete({ where: { id: "testbrook" } });
});

test("the ledger narrows by its form, all of it in the address", async ({
  page,
  expectAccessibleInBoth,
}) => {
  await page.goto("/");
  await page.getByRole("navigation", { name: "Sections" }).getByText("Statements").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Statements");
  const form = page.getByRole("form", { name: "Narrow the ledger" });
  await form.getByLabel("Speaker").selectOption({ label: "Ada Testbrook (2)" });
  await form.getByLabel("Said from").fill("Feb 2025");
  await form.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/speaker=testbrook/);
  await expect(page.getByRole("status")).toContainText("2 statements");
  const rows = page.getByRole("list", { name: "Statements", exact: true }).locator("> li");
  await expect(rows.nth(0)).toContainText("date not given; published 27 February 2025");
  await expect(rows.nth(0)).toContainText("suggested");
  await expect(rows.nth(1)).toContainText("Ada TestbrookHarbour Envoy24 February 2025at the quay");
  await expect(rows.nth(1).locator("mark")).toHaveText(WORDS);
  await expect(rows.nth(1).locator("mark")).toHaveAttribute("data-status", "confirmed");
  await expectAccessibleInBoth();

  await form.getByLabel("Only what a person confirmed").check();
  await form.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/confirmed=only/);
  await expect(rows).toHaveCount(1);
});

test("what of an address cannot be used is said", async ({ page, expectAccessible }) => {
  await page.goto("/statements?kind=shouted&speaker=nobody-here&from=soonish");
  await expect(page.getByText("Ignored: kind “shouted”, speaker “nobody-here”.")).toBeVisible();
  await expect(page.getByLabel("Said from")).toHaveAttribute("aria-invalid", "true");
  await page.goto("/statements?q=zzyzx&speaker=testbrook");
  await expect(page.getByText("No statement found.")).toBeVisible();
  await expectAccessible();
});

test("a row opens its carriers and its citation, and leads to its words, by keyboard", async ({
  page,
}) => {
  await page.goto("/statements?speaker=testbrook&confirmed=only");
  await page.keyboard.press("j");
  await expect(page.locator("[data-entry]").first()).toBeFocused();
  const row = page.getByRole("list", { name: "Statements", exact: true }).locator("> li").first();
  await row.getByText("Also in 1 other article").press("Enter");
  await expect(row.getByText("shortened")).toBeVisible();
  await expect(row.locator("del")).toContainText("come what may");
  await row.getByText("Cite", { exact: true }).press("Enter");
  await expect(row.getByText(/quoted in “Ferry to sail,”/)).toBeVisible();
  await expect(row.getByRole("link", { name: "Ferry to sail" })).toHaveAttribute(
    "href",
    new RegExp(`#statement-${statement}:~:text=The%20Northmark|text=%E2%80%9CThe%20Northmark`),
  );
});

test("a statement has a page of its own", async ({ page, expectAccessibleInBoth }) => {
  await page.goto(`/statements/${statement}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "Ada Testbrook, 24 February 2025",
  );
  await expect(page.getByText("A person has checked it")).toBeVisible();
  await expect(page.getByRole("link", { name: "US backstop" })).toHaveAttribute(
    "href",
    "/statements?topic=us-backstop",
  );
  await expect(page.getByText(/quoted in “Ferry to sail,”/)).toBeVisible();
  await expectAccessibleInBoth();
  await page.goto(`/statements/${carrier}`);
  await expect(page.getByText("Read by machine; nobody has checked it yet.")).toBeVisible();
  await expect(page.locator("ins")).toContainText("come what may");
});

test("citations are kept as files of their kind", async ({ request }) => {
  for (const [ending, mediaType, words] of [
    ["bib", "application/x-bibtex", "@misc{testbrook20250224northmark,"],
    ["ris", "application/x-research-info-systems", "TY  - GEN"],
    ["json", "application/vnd.citationstyles.csl+json", '"family": "Testbrook"'],
    ["txt", "text/plain", "Ada Testbrook (Harbour Envoy), “The Northmark"],
  ] as const) {
    const response = await request.get(`/statements/${statement}/cite.${ending}`);
    expect(response.headers()["content-type"]).toContain(mediaType);
    expect(response.headers()["content-disposition"]).toContain(`.${ending}"`);
    expect(await response.text()).toContain(words);
  }
  const unknown = "/statements/00000000-0000-4000-8000-000000000000";
  for (const path of [
    unknown,
    `${unknown}/cite.bib`,
    "/statements/x",
    "/people/x/statements.xml",
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test("statements are followed by feed, all, of a speaker, and on a topic", async ({
  page,
  request,
}) => {
  for (const path of [
    "/statements/feed",
    "/people/testbrook/statements",
    "/topics/us-backstop/statements",
  ]) {
    const { items } = await (await request.get(`${path}.json`)).json();
    expect(items.map(({ url }: { url: string }) => url).join()).toContain(statement);
    const atom = await request.get(`${path}.xml`);
    expect(atom.headers()["content-type"]).toContain("application/atom+xml");
    expect(await atom.text()).toContain("Ada Testbrook: “The Northmark ferry");
  }
  await page.goto("/people/testbrook");
  await expect(page.locator("link[rel=alternate][type='application/atom+xml']")).toHaveAttribute(
    "href",
    /\/people\/testbrook\/statements\.xml$/,
  );
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the ledger, its details and the pages of people work", async ({ page }) => {
    await page.goto("/statements?speaker=testbrook");
    await page.getByLabel("Order").selectOption("oldest");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/sort=oldest/);
    const row = page.getByRole("list", { name: "Statements", exact: true }).locator("> li").first();
    await expect(row).toContainText("24 February 2025");
    await row.getByText("Cite", { exact: true }).click();
    await expect(row.getByRole("link", { name: "BibTeX" })).toBeVisible();

    await page.goto("/people/testbrook");
    await page.getByRole("link", { name: "1 on US backstop" }).click();
    await expect(page).toHaveURL(/\/statements\?speaker=testbrook&topic=us-backstop$/);
    await page.goto("/topics/us-backstop");
    await expect(page.getByRole("heading", { name: "Latest statements" })).toBeVisible();
    await page.goto("/");
    await expect(page.getByRole("heading", { name: "Who said what, lately" })).toBeVisible();
  });
});
