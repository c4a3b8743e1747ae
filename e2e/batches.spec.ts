import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "playwright/test";
import { madeUpArticles } from "#lib/testing/made-up-articles.ts";
import { expect, test } from "./fixtures.ts";

const IMPORT_TIMEOUT_MS = 90_000;
/** More than a form's own answer takes. */
const LARGE_FILE_BYTES = 7 * 1024 * 1024;

let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "archive-batch-"));
});
test.afterEach(async () => {
  await rm(folder, { recursive: true });
});

/** A file of so many articles that nobody has sent before. */
async function makeFile(count: number, minBytes = 0): Promise<{ file: string; name: string }> {
  const tag = randomUUID().slice(0, 8);
  const lines = madeUpArticles(count).map((line, i) =>
    line.replace('"title":"', `"title":"${tag} no. ${i + 1}: `),
  );
  const text = lines.join("\n");
  const name = `export-${tag}.jsonl`;
  const file = path.join(folder, name);
  // Empty lines are no articles.
  await writeFile(file, text + "\n".repeat(Math.max(1, minBytes - text.length)));
  return { file, name };
}

const state = (page: Page, word: string) =>
  expect(page.getByRole("main").getByRole("status")).toHaveText(word, {
    timeout: IMPORT_TIMEOUT_MS,
  });

test("a large file is imported in the background, paused, resumed and undone", async ({
  page,
  signInAs,
  expectAccessibleInBoth,
}) => {
  test.slow();
  await signInAs("editor");
  const { file, name } = await makeFile(150, LARGE_FILE_BYTES);
  await page.goto("/admin/articles/new");
  await page.getByLabel("Or choose files, or drop them here").setInputFiles(file);
  await page.getByRole("button", { name: "Import in the background" }).click();
  await page.waitForURL(/\/admin\/batches\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);

  await page.getByRole("button", { name: "Pause" }).click();
  await state(page, "paused");
  await expectAccessibleInBoth();
  await page.getByRole("button", { name: "Resume" }).click();
  // By itself, without a reload.
  await state(page, "done");
  await expect(page.getByText("150 of 150 articles")).toBeVisible();
  await expectAccessibleInBoth();

  await page.getByRole("link", { name: "no. 1: " }).first().click();
  await page.getByLabel("Summary").fill("Seen by a person.");
  await page.getByRole("button", { name: "Save", exact: false }).first().click();
  await page.waitForURL(/done=saved/);
  await page.goto("/admin/batches");
  await expectAccessibleInBoth();
  await page.getByRole("link", { name }).click();
  await page.getByRole("button", { name: "Undo: move what it made to the bin" }).click();
  await state(page, "undone");
  await expect(page.getByText("149 are in the bin")).toBeVisible();
  await page.getByRole("link", { name: "Show those that are still there" }).click();
  const made = page.getByRole("table", { name: "What became of each" });
  await expect(made.getByRole("row")).toHaveCount(2);
  await page.getByRole("button", { name: "Move these to the bin too" }).click();
  await expect(page.getByText("150 are in the bin")).toBeVisible({ timeout: IMPORT_TIMEOUT_MS });
});

test("a file with more articles than one answer tells about becomes a batch", async ({
  page,
  signInAs,
}) => {
  await signInAs("editor");
  const { file, name } = await makeFile(201);
  await page.goto("/admin/articles/new");
  await page.getByLabel("Or choose files, or drop them here").setInputFiles(file);
  await page.getByRole("button", { name: "Read and store as draft" }).click();
  await page.waitForURL(/\/admin\/batches\/[0-9a-f-]{36}$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await page.getByRole("button", { name: "Cancel" }).click();
  await state(page, "cancelled");
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a dry run says what would be, and is imported then", async ({ page, signInAs }) => {
    await signInAs("editor");
    const { file } = await makeFile(3);
    await page.goto("/admin/batches/new");
    await page.getByLabel("Files").setInputFiles(file);
    await page.getByLabel("Dry run").check();
    await page.getByRole("button", { name: "Send and import" }).click();
    const reloadUntilDone = () =>
      expect(async () => {
        await page.reload();
        await expect(page.getByText("3 of 3 articles")).toBeVisible();
        await expect(page.getByRole("main").getByRole("status")).toHaveText("done");
      }).toPass({ timeout: IMPORT_TIMEOUT_MS });
    await reloadUntilDone();
    await expect(page.getByRole("table").getByText("Would be imported")).toHaveCount(3);
    await page.getByRole("button", { name: "Import now" }).click();
    await reloadUntilDone();
    await expect(page.getByRole("table").getByText("Imported")).toHaveCount(3);
    await expect(page.getByRole("table").getByRole("link")).toHaveCount(3);
  });
});
