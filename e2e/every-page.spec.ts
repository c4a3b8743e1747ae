import { gzipSync } from "node:zlib";
import type { APIRequestContext, Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";

/** One of each kind of page that readers have, from the demo archive. */
const PAGES = [
  "/",
  "/timeline",
  "/timeline?lane=uk&from=2025",
  "/2025",
  "/2025/02",
  "/2025/02/27",
  "/2025/02/27/starmer-hands-trump-invitation-asks-for-backstop",
  "/articles",
  "/events/oval-office-clash-2025-02",
  "/stories",
  "/stories/from-the-oval-office-clash-to-lancaster-house",
  "/commitments",
  "/commitments?state=overdue&sort=due",
  "/commitments/trump-fifty-days",
  "/map",
  "/map?place=London&within=90",
  "/meetings",
  "/meetings?who=starmer,zelensky",
  "/embed/timeline?lane=uk&from=2025",
  "/embed/events/oval-office-clash-2025-02",
  "/topics",
  "/topics/us-backstop",
  "/people",
  "/people/starmer",
  "/statements",
  "/statements?side=uk&kind=direct&from=2025&sort=oldest",
  "/search",
  "/search?q=backstop&from=2025",
  "/search/compare",
  "/search/compare?a=backstop&b=troops",
  "/on-this-day",
  "/on-this-day/02-28",
  "/saved",
  "/about",
  "/positions",
  "/check?q=We+will+stay",
  "/sign-in",
  "/nothing/here",
];
/** Widths of a small phone, a phone, a tablet and a desk. */
const WIDTHS_PX = [320, 390, 834, 1440];
/** What readers' pages may load; the picture of the timeline has 40 kB more, and React takes in. */
const MAX_SCRIPT_BYTES = { reading: 10_000, picture: 50_000, writing: 150_000 };
const WRITING_PAGES = ["/sign-in"];
/** Pages for other sites' frames run no script at all. */
const isFramed = (path: string) => path.startsWith("/embed/");

function kindOf(path: string): keyof typeof MAX_SCRIPT_BYTES {
  if (path.startsWith("/timeline")) return "picture";
  return WRITING_PAGES.includes(path) ? "writing" : "reading";
}

for (const path of PAGES) {
  test(`${path} is open to everyone`, async ({ page, request, expectAccessibleInBoth }) => {
    await page.goto(path);
    await test.step("loads no more script than it may", async () => {
      if (isFramed(path)) return expect(page.locator("script[src]:not([nomodule])")).toHaveCount(0);
      expect(await scriptBytes(page, request)).toBeLessThanOrEqual(MAX_SCRIPT_BYTES[kindOf(path)]);
    });
    await test.step("has nothing for axe to find, light or dark", expectAccessibleInBoth);
    await test.step("fits every width", async () => {
      for (const width of WIDTHS_PX) {
        await page.setViewportSize({ width, height: 800 });
        const excess = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(excess, `at ${width} px`).toBeLessThanOrEqual(0);
      }
    });
  });
}

/** Bytes of all scripts that a page names, compressed. */
async function scriptBytes(page: Page, request: APIRequestContext): Promise<number> {
  const sources = await page
    .locator("script[src]:not([nomodule])")
    .evaluateAll((scripts) => scripts.map((script) => (script as HTMLScriptElement).src));
  const bodies = await Promise.all(
    [...new Set(sources)].map(async (source) => (await request.get(source)).body()),
  );
  expect(bodies.length).toBeGreaterThan(0);
  return bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  for (const path of PAGES) {
    test(`${path} shows its main content`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toBeVisible();
    });
  }
});

test("every link of the front page leads somewhere", async ({ page, request }) => {
  await page.goto("/");
  const addresses = await page
    .locator("a[href]")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const ours = [...new Set(addresses)].filter((address) => address.startsWith(page.url()));
  expect(ours.length).toBeGreaterThan(20);
  for (const address of ours) expect((await request.get(address)).status(), address).toBe(200);
});

test("readers get the same page, signed in or not", async ({ page, request, signInAs }) => {
  await signInAs("admin");
  const signedIn = await page.goto("/articles");
  const signedOut = await request.get("/articles", { headers: { cookie: "" } });
  expect(await signedIn?.text()).toBe(await signedOut.text());
});
