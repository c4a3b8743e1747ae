import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "playwright/test";
import { createTestToken } from "#lib/testing/call-route.ts";
import { GRAIN_TALKS, pageOf, type TestPage } from "#lib/testing/page.ts";
import { expect, test } from "./fixtures.ts";

const [LEAD, QUOTED] = GRAIN_TALKS;
const FIGURE = "Some 12 envoys came to Alder, and they left the town quietly on Tuesday.";

/** A page with an address and a few words that no other has. */
function freshPage(
  more: TestPage = {},
): Required<Pick<TestPage, "address" | "headline" | "body">> & TestPage {
  const mark = randomUUID().slice(0, 8);
  return {
    address: `https://www.example.org/2011/talks-${mark}`,
    headline: `Grain talks ${mark}`,
    date: "2011-03-04",
    body: [LEAD, QUOTED, FIGURE, `It was talk number ${mark}.`],
    ...more,
  };
}

async function send(request: APIRequestContext, page: TestPage, query = "") {
  const { token } = await createTestToken("editor");
  const headers = { authorization: `Bearer ${token}`, "content-type": "text/html" };
  const answer = await request.post(`/api/v1/articles${query}`, { data: pageOf(page), headers });
  return { status: answer.status(), body: await answer.json() };
}

async function expectToFit(page: Page): Promise<void> {
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    const excess = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(excess, `at ${width} px`).toBeLessThanOrEqual(0);
    const name = `${new URL(page.url()).pathname.replaceAll("/", "-")} ${width}.png`;
    await page.screenshot({ fullPage: true, path: test.info().outputPath(name) });
  }
}

test("a page that changed is compared, taken over and shown to readers", async ({
  page,
  request,
  signInAs,
  expectAccessible,
}) => {
  const first = freshPage();
  const sent = await send(request, first, "?publish=true");
  expect(sent.status).toBe(201);
  const { id, path } = sent.body;
  const changed = [
    LEAD,
    QUOTED.replace("will", "may"),
    FIGURE.replace("12", "21").replace("quietly", "soon"),
    first.body[3] ?? "",
  ];
  const address = `${first.address.replace("https://www.", "http://")}/?utm_source=feed`;
  const again = await send(request, { ...first, address, body: changed });
  expect(again).toMatchObject({
    status: 200,
    body: { id, revision: { outcome: "proposed", number: null } },
  });
  await page.goto(path);
  await expect(page.getByText("We will stay")).toBeVisible();
  await expect(page.getByRole("link", { name: "every revision" })).toHaveCount(0);

  await signInAs("editor");
  await page.goto(`/admin/articles/${id}`);
  await page.getByRole("link", { name: "See what changed" }).click();
  const changes = page.getByRole("listitem").filter({ has: page.locator("del, ins") });
  await expect(changes).toHaveCount(2);
  await expect(changes.first()).toContainText("quotation");
  await expect(changes.first().locator("del")).toHaveText("will");
  await expect(changes.first().locator("ins")).toHaveText("may");
  await expect(changes.last()).toContainText("number");
  await expectAccessible();
  await expectToFit(page);
  await page.getByRole("button", { name: "Take it over" }).click();
  await expect(page.getByText("Saved as revision 2.")).toBeVisible();
  await page.goto(`/admin/articles/${id}/revisions`);
  await expect(page.getByRole("region", { name: "As received" }).getByRole("row")).toHaveCount(3);
  await expectAccessible();
  await expectToFit(page);

  await page.goto(path);
  await expect(page.getByText("We may stay")).toBeVisible();
  await page.getByRole("link", { name: "every revision" }).click();
  await expect(page).toHaveURL(`${path}/revisions`);
  await expect(changes.first().locator("del")).toHaveText("will");
  await expectAccessible();
  await expectToFit(page);
});

test("a person's correction stays, unless the editor takes the new version's words", async ({
  page,
  request,
  signInAs,
}) => {
  const first = freshPage();
  const { id } = (await send(request, first)).body;
  await signInAs("editor");
  await page.goto(`/admin/articles/${id}`);
  await page.getByLabel("Headline", { exact: true }).fill("A headline of ours");
  await page.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("Saved as revision 2.")).toBeVisible();
  await send(request, {
    ...first,
    headline: `${first.headline}, again`,
    body: [...first.body, "And more of it."],
  });
  await page.goto("/admin/versions");
  await page.getByRole("link", { name: "A headline of ours" }).first().click();
  const kept = page.getByRole("group", { name: "Corrected here" });
  await expect(kept.getByText("A headline of ours")).toBeVisible();
  await expect(kept.getByText(`${first.headline}, again`)).toBeVisible();
  await page.getByRole("button", { name: "Set it aside" }).click();
  await expect(page.getByText("It can still be taken over.")).toBeVisible();
  await page.getByRole("button", { name: "Take it over" }).click();
  await expect(page.getByText("Saved as revision 3.")).toBeVisible();
  await expect(page.getByLabel("Headline", { exact: true })).toHaveValue("A headline of ours");
});

test("two reprints are made one article, and two again", async ({
  page,
  request,
  signInAs,
  expectAccessible,
}) => {
  const mark = randomUUID().slice(0, 8);
  const remarks = Array.from(
    { length: 12 },
    (_, i) => `Remark ${mark} of quay ${i} was that ${mark} held ${i} ships.`,
  );
  const story = { headline: `Ships return ${mark}`, body: remarks };
  const first = await send(
    request,
    freshPage({ ...story, outlet: "The Alder Post" }),
    "?publish=true",
  );
  const reprint = freshPage({ ...story, outlet: "The Elmouth Courier", date: "2011-03-05" });
  const second = await send(request, reprint, "?publish=true");
  await signInAs("editor");
  await page.goto("/admin/duplicates");
  await page
    .getByRole("link", { name: `Compare: Ships return ${mark}` })
    .first()
    .click();
  await expect(page.getByRole("radio", { name: /The Alder Post/ })).toBeChecked();
  await expectAccessible();
  await expectToFit(page);
  await page.getByRole("button", { name: "Same story" }).click();
  await expect(page.getByText("They are one article now.")).toBeVisible();

  await page.goto(second.body.path);
  await expect(page).toHaveURL(first.body.path);
  const reprints = page.getByRole("definition").filter({ hasText: "The Elmouth Courier" });
  await expect(reprints).toContainText("5 March 2011");
  await expect(reprints.getByRole("link", { name: story.headline })).toHaveAttribute(
    "href",
    reprint.address,
  );
  await expectAccessible();
  await expectToFit(page);
  expect(await (await page.goto("/2011/03/05"))?.text()).not.toContain(second.body.path);

  await page.goto(`/admin/articles/${second.body.id}`);
  await page.getByRole("link", { name: "Compare or undo" }).click();
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByRole("button", { name: "Same story" })).toBeVisible();
  const back = await page.goto(second.body.path);
  expect([back?.status(), new URL(page.url()).pathname]).toEqual([200, second.body.path]);
});
