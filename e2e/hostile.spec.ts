import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import type { APIRequestContext, Page } from "playwright/test";
import { projectPath } from "#lib/runtime/project.ts";
import { createTestToken } from "#lib/testing/call-route.ts";
import { expect, test } from "./fixtures.ts";

const HOSTILE_DIR = projectPath("../shared/data/hostile");
const ARTICLES = "/api/v1/articles";
const STRINGS_PER_ARTICLE = 25;
const EDITED_ARTICLES = 4;
const BINARY_TYPES: Record<string, string> = {
  pdfs: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  warc: "application/warc",
};

test.skip(!existsSync(HOSTILE_DIR), "../shared/data/hostile is not here");
test.describe.configure({ timeout: 300_000 });
test.use({
  extraHTTPHeaders: async ({}, provide) => {
    const { token } = await createTestToken("editor");
    await provide({ authorization: `Bearer ${token}` });
  },
});

async function readPayloads(fileName: string): Promise<string[]> {
  const text = gunzipSync(await readFile(`${HOSTILE_DIR}/${fileName}`)).toString();
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).payload as string);
}

async function readNaughtyStrings(): Promise<string[]> {
  return JSON.parse(await readFile(`${HOSTILE_DIR}/naughty-strings.json`, "utf8"));
}

/** A string as the archive keeps it: white space is one blank, and half a character is no text. */
const asKept = (text: string) => text.replace(/\s+/g, " ").trim().toWellFormed();

/** Articles that have these strings in every field that takes text. */
function toArticles(strings: string[]): { headline: string; strings: string[]; data: object }[] {
  const usable = strings.map(asKept).filter((text) => text !== "");
  const batches = Array.from({ length: Math.ceil(usable.length / STRINGS_PER_ARTICLE) }, (_, i) =>
    usable.slice(i * STRINGS_PER_ARTICLE, (i + 1) * STRINGS_PER_ARTICLE),
  );
  return batches.map((batch) => {
    const short = batch.map((text) => text.slice(0, 300).toWellFormed().trim());
    const [headline = "", dateline = headline, summary = headline] = short;
    return {
      headline,
      strings: batch,
      data: {
        ...{ text: `Hostile text ${randomUUID()}`, publish: true, publishedOn: "1901-01-01" },
        ...{ headline, dateline, summary, outlet: short.at(-1), fileName: short[1]?.slice(0, 200) },
        bylines: short.map((name) => ({ name, role: name, note: name })),
        mediaCredits: short.map((credit) => ({ credit, caption: credit })),
        sources: short.map((title) => ({ publisher: title, title, url: null, stateMedia: false })),
        paragraphs: batch,
      },
    };
  });
}

/** What ran or nearly ran on the page, and markup that no page of ours has. */
async function listBreaches(page: Page): Promise<string[]> {
  return await page.evaluate(() => {
    const breaches = [...(window as unknown as { breaches: string[] }).breaches];
    for (const element of document.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        const isScript =
          name.startsWith("on") || /^\s*(javascript|vbscript|data:text)/i.test(value);
        if (isScript) breaches.push(`${element.tagName} ${name}=${value}`);
      }
      if (/^(IFRAME|OBJECT|EMBED|BASE|MARQUEE|FRAMESET)$/.test(element.tagName)) {
        breaches.push(element.tagName);
      }
    }
    return breaches;
  });
}

/** Notes every dialog that a script would open and everything that the policy had to stop. */
async function watch(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const breaches: string[] = ((window as unknown as { breaches: string[] }).breaches = []);
    for (const name of ["alert", "confirm", "prompt", "print", "open"] as const) {
      window[name] = (() => void breaches.push(`${name}()`)) as never;
    }
    document.addEventListener("securitypolicyviolation", (event) =>
      breaches.push(`stopped by the policy: ${event.violatedDirective} ${event.sample}`),
    );
  });
}

async function publish(request: APIRequestContext, data: object) {
  const answer = await request.post(ARTICLES, { data });
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as { id: string; path: string; paragraphs: string[] };
}

/** What stands in an article, without the numbers of the notes that say who is speaking. */
function textWithoutNumbers(main: Element): string {
  const copy = main.cloneNode(true) as Element;
  for (const number of copy.querySelectorAll('a[aria-label^="Said by"]')) number.remove();
  return copy.textContent ?? "";
}

async function checkInert(page: Page, request: APIRequestContext, strings: string[]) {
  await watch(page);
  for (const { headline, strings: batch, data } of toArticles(strings)) {
    const { id, path, paragraphs } = await publish(request, data);
    expect(paragraphs).toEqual(batch);
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    const shown = asKept(await page.locator("main").evaluate(textWithoutNumbers));
    for (const text of batch) expect(shown).toContain(text);
    expect(await listBreaches(page)).toEqual([]);
    for (const json of await page.locator('script[type="application/ld+json"]').allTextContents()) {
      expect(JSON.parse(json).headline).toBe(headline);
    }
    await request.delete(`${ARTICLES}/${id}`);
  }
}

test("naughty strings are stored and shown unchanged", async ({ page, request }) => {
  await checkInert(page, request, await readNaughtyStrings());
});

test("cross-site scripting payloads are text", async ({ page, request }) => {
  await checkInert(page, request, await readPayloads("xss.jsonl.gz"));
});

test("payloads against sanitisers are text", async ({ page, request }) => {
  await checkInert(page, request, await readPayloads("dompurify.jsonl.gz"));
});

test("lists, feeds and the editor's pages keep them as text too", async ({
  page,
  request,
  signInAs,
}) => {
  await watch(page);
  const all = [...(await readNaughtyStrings()), ...(await readPayloads("dompurify.jsonl.gz"))];
  const sent = await Promise.all(toArticles(all).map(({ data }) => publish(request, data)));
  await signInAs("admin");
  const pages = ["/1901/01/01", "/1901", "/timeline?to=1902", "/search?q=&to=1902"];
  const lists = ["/admin", "/admin/articles", "/admin/audit", "/admin/outlets"];
  const edited = sent
    .slice(0, EDITED_ARTICLES)
    .flatMap(({ id }) =>
      ["", "/preview", "/revisions"].map((tab) => `/admin/articles/${id}${tab}`),
    );
  for (const path of [...pages, ...lists, ...edited]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    expect(await listBreaches(page), path).toEqual([]);
  }
  for (const feed of ["/feed.xml", "/sitemap.xml"]) {
    const xml = await (await request.get(feed)).text();
    const errors = await page.evaluate(
      (text) => new DOMParser().parseFromString(text, "text/xml").querySelector("parsererror"),
      xml,
    );
    expect(errors, feed).toBeNull();
  }
  for (const { id } of sent) await request.delete(`${ARTICLES}/${id}`);
  await page.goto("/admin/bin");
  expect(await listBreaches(page)).toEqual([]);
});

test("whatever comes as a text is read or refused, and nothing breaks", async ({ request }) => {
  const lists = [await readNaughtyStrings(), await readPayloads("xss.jsonl.gz")];
  for (const list of lists) {
    const data = list.join("\n\n");
    const sent = await request.post(ARTICLES, { data, headers: { "content-type": "text/plain" } });
    expect([200, 201, 409, 415]).toContain(sent.status());
  }
  for (const [folder, type] of Object.entries(BINARY_TYPES)) {
    for (const name of await readdir(`${HOSTILE_DIR}/${folder}`)) {
      const data = await readFile(`${HOSTILE_DIR}/${folder}/${name}`);
      const honest = await request.post(ARTICLES, { data, headers: { "content-type": type } });
      expect(honest.status(), name).toBeLessThan(500);
      const posing = await request.post(ARTICLES, {
        data,
        headers: { "content-type": "text/plain" },
      });
      expect(posing.status(), name).toBeLessThan(500);
    }
  }
});

test("an address that is a script is refused", async ({ request }) => {
  for (const url of ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "//x", "not one"]) {
    const data = { text: `Text ${randomUUID()}`, sourceUrl: url };
    expect((await request.post(ARTICLES, { data })).status(), url).toBe(400);
  }
});
