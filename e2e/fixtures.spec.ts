import { expect, test } from "./fixtures.ts";

test("a page without faults passes", async ({ page }) => {
  const response = await page.goto("/");
  expect(response?.status()).toBe(200);
});

test("a page that answers 404 is no fault in itself", async ({ page }) => {
  const response = await page.goto("/no-such-page");
  expect(response?.status()).toBe(404);
});

test("a console error, as of a script that the policy blocks, fails a test", async ({ page }) => {
  test.fail();
  await page.goto("/");
  const printed = page.waitForEvent("console");
  await page.evaluate(() => {
    const script = Object.assign(document.createElement("script"), { textContent: "void 0" });
    document.body.append(script);
  });
  await printed;
});

test("a script error fails a test", async ({ page }) => {
  test.fail();
  await page.goto("/");
  const thrown = page.waitForEvent("pageerror");
  await page.evaluate(() => {
    setTimeout(() => {
      throw new Error("made on purpose");
    });
  });
  await thrown;
});

test("a missing part of a page fails a test", async ({ page }) => {
  test.fail();
  await page.goto("/");
  const answered = page.waitForResponse(/missing\.png/);
  await page.evaluate(() => void (new Image().src = "/missing.png"));
  await answered;
});

test("a request to another host fails a test", async ({ page }) => {
  test.fail();
  await page.goto("/");
  const failed = page.waitForEvent("requestfailed");
  // Navigating is what no content security policy stops.
  await page.evaluate(() => void (location.href = "http://other.invalid/"));
  await failed;
});

test("a minted session is one that the archive knows", async ({ page, signInAs, request }) => {
  expect(await (await request.get("/api/auth/session")).json()).toEqual({});
  await signInAs("editor");
  const session = await page.request.get("/api/auth/session");
  expect(await session.json()).toHaveProperty("expires");
});
