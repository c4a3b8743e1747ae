import { database } from "#lib/db/client.ts";
import { expect, test } from "./fixtures.ts";

test("a topic is defined, placed, and leads to its articles and events", async ({
  page,
  expectAccessible,
}) => {
  await page.goto("/topics");
  await expectAccessible();
  await page.getByRole("link", { name: "US backstop" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("US backstop");
  await expect(page.getByText("would stand behind a European force")).toBeVisible();
  await expect(
    page.getByRole("link", { name: "Security guarantees", exact: true }),
  ).toHaveAttribute("href", "/topics/security-guarantees");
  await expect(
    page.getByRole("list", { name: "Events" }).getByRole("listitem").first(),
  ).toBeVisible();
  await expectAccessible();
  await page.getByRole("list", { name: "Articles", exact: true }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/20\d\d\/\d\d\/\d\d\/[a-z0-9-]+$/);
});

test("a person is shown with offices, events and articles", async ({ page, expectAccessible }) => {
  await page.goto("/people");
  await expectAccessible();
  await page.getByRole("link", { name: "Keir Starmer" }).click();
  const offices = page.getByRole("list", { name: "Offices held" });
  await expect(offices).toContainText("UK Leader of the Opposition4 April 2020 to 5 July 2024");
  await expect(offices).toContainText("from 5 July 2024");
  await expect(
    page.getByRole("list", { name: "Articles", exact: true }).getByRole("listitem").first(),
  ).toBeVisible();
  await expectAccessible();
});

for (const path of ["/articles", "/people?kind=organisation", "/outlets/archive-desk"]) {
  test(`${path} is a sound page`, async ({ page, expectAccessible }) => {
    expect((await page.goto(path))?.status()).toBe(200);
    await expectAccessible();
  });
}

test("merged topics redirect, unknown ones and pages past the end are not found", async ({
  request,
}) => {
  await database.topic.upsert({
    where: { id: "merged-for-a-test" },
    create: {
      id: "merged-for-a-test",
      label: "Merged",
      definition: "For a test.",
      mergedIntoId: "us-backstop",
    },
    update: {},
  });
  for (const [path, location] of [
    ["/topics/merged-for-a-test", "/topics/us-backstop"],
    ["/topics/merged-for-a-test/feed.xml", "/topics/us-backstop/feed.xml"],
  ] as const) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(308);
    expect(response.headers().location).toContain(location);
  }
  await database.topic.delete({ where: { id: "merged-for-a-test" } });
  for (const path of [
    "/topics/unknown",
    "/people/unknown",
    "/outlets/unknown",
    "/articles?page=999",
    "/articles?page=x",
    "/topics/unknown/feed.json",
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test("feeds and sitemaps name every public page by its address", async ({ request }) => {
  const atom = await request.get("/topics/us-backstop/feed.xml");
  expect(atom.headers()["content-type"]).toContain("application/atom+xml");
  expect(await atom.text()).toContain(
    "/2025/02/17/starmer-offers-troops-but-wants-american-backstop",
  );
  const { items } = await (await request.get("/feed.json")).json();
  expect(items.length).toBeGreaterThan(20);

  const index = await (await request.get("/sitemap.xml")).text();
  const files = [...index.matchAll(/<loc>([^<]+)<\/loc>/g)].map(
    ([, url]) => new URL(url ?? "").pathname,
  );
  const addresses = await Promise.all(files.map(async (file) => (await request.get(file)).text()));
  expect(addresses.join()).toContain(
    "/2025/02/17/starmer-offers-troops-but-wants-american-backstop</loc>",
  );
  expect(addresses.join()).toContain("/people/starmer</loc>");
  expect(await (await request.get("/robots.txt")).text()).toMatch(/Sitemap: http.*\/sitemap\.xml/);
});
