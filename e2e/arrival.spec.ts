import { randomUUID } from "node:crypto";
import { closeSites, openSite } from "#lib/testing/site.ts";
import { expect, test } from "./fixtures.ts";

test.afterEach(closeSites);

/** A site of one page on this machine, which the tested archive may fetch from by its name. */
async function servePage(contentType: string, body: string): Promise<string> {
  const { origin } = await openSite({
    "/talks": (_req, res) => res.writeHead(200, { "content-type": contentType }).end(body),
  });
  return `${origin}/talks`;
}

test("a page is fetched by its address, kept as received, and says where it was", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  await signInAs("editor");
  const headline = `Northmark opens its harbour ${randomUUID().slice(0, 8)}`;
  const text = `${headline}\nBy Ada Brook\n27 February 2025\n\nMinisters met in the harbour on Thursday to sign the treaty.`;
  const address = await servePage("text/plain; charset=utf-8", text);
  await page.goto("/admin/articles/new");
  await page.getByLabel("Or the address of a page").fill(address);
  await page.getByRole("button", { name: "Read and store as draft" }).click();
  await page.waitForURL(/\/admin\/articles\/[0-9a-f-]{36}\?/);
  await expect(page.getByLabel("Headline", { exact: true })).toHaveValue(headline);
  await expect(page.locator('[name="sourceUrl"]')).toHaveValue(address);
  await expect(page.getByText(`fetched from ${address}`)).toBeVisible();
  await expectAccessible();

  const original = page.getByRole("link", { name: "Open as received" });
  const href = (await original.getAttribute("href")) ?? "";
  const response = await page.request.get(href);
  expect(await response.text()).toBe(text);
  expect(response.headers()["content-security-policy"]).toContain("sandbox");
});

test("a web page gives its fields, and is shown without its scripts", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor");
  const headline = `Northmark signs the treaty ${randomUUID().slice(0, 8)}`;
  const paragraph =
    "Ministers met in the harbour on Thursday to sign the treaty on grain, after nine days of talks with both sides.";
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${headline} | The Courier</title>
    <meta property="article:published_time" content="2025-02-27T10:15:00Z"></head><body><nav><a href="/">Home</a></nav>
    <article><h1>${headline}</h1><p class="byline">By <a rel="author" href="/ada">Ada Brook</a></p>
    ${`<p>${paragraph}</p>`.repeat(4)}</article><script>document.title = "run"</script></body></html>`;
  const address = await servePage("text/html; charset=utf-8", html);
  await page.goto("/admin/articles/new");
  await page.getByLabel("Or the address of a page").fill(address);
  await page.getByRole("button", { name: "Read and store as draft" }).click();
  await page.waitForURL(/\/admin\/articles\/[0-9a-f-]{36}\?/);
  await expect(page.getByLabel("Headline", { exact: true })).toHaveValue(headline);
  await expect(page.getByLabel("Published on")).toHaveValue("2025-02-27");
  await expect(page.locator('[name="bylines.0.name"]')).toHaveValue("Ada Brook");

  const original = page.getByRole("link", { name: "Open as received" });
  const response = await page.request.get((await original.getAttribute("href")) ?? "");
  expect(await response.text()).toBe(html);
  expect(response.headers()["content-type"]).toBe("text/html; charset=utf-8");
  expect(response.headers()["content-security-policy"]).toMatch(/^sandbox; default-src 'none'/);
});

test("a file of many articles becomes a draft for each", async ({ page, signInAs }) => {
  await signInAs("editor");
  const tag = randomUUID().slice(0, 8);
  const lines = ["one", "two"].map((name) =>
    JSON.stringify({ title: `Ports reopen ${tag} ${name}`, body: `Grain left port ${name}.` }),
  );
  await page.goto("/admin/articles/new");
  await page.getByLabel("Or choose files, or drop them here").setInputFiles({
    name: "export.jsonl",
    mimeType: "application/jsonl",
    buffer: Buffer.from(lines.join("\n")),
  });
  await page.getByRole("button", { name: "Read and store as draft" }).click();
  await expect(page.getByText("2 of 2 stored as drafts")).toBeVisible();
  await page.getByRole("link", { name: `Ports reopen ${tag} two` }).click();
  await expect(page.getByLabel("Headline", { exact: true })).toHaveValue(`Ports reopen ${tag} two`);
});

test("an address that cannot be fetched stays in the form, with what to do", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor");
  await page.goto("/admin/articles/new");
  await page.getByLabel("Or the address of a page").fill("http://127.0.0.1:1/");
  await page.getByRole("button", { name: "Read and store as draft" }).click();
  await expect(page.getByText("lies in a private network")).toBeVisible();
  await expect(page.getByLabel("Or the address of a page")).toHaveValue("http://127.0.0.1:1/");
});

test("an original is opened by editors only", async ({ page, signInAs, request }) => {
  const href = `/admin/originals/${randomUUID()}`;
  expect((await request.get(href)).status()).toBe(401);
  await signInAs("reader");
  expect((await page.request.get(href)).status()).toBe(403);
});

test("an original that is not there is 404 to an editor", async ({ page, signInAs }) => {
  await signInAs("editor");
  expect((await page.request.get("/admin/originals/nothing")).status()).toBe(404);
});
