import { randomUUID } from "node:crypto";
import type { Page } from "playwright/test";
import { expect, test } from "./fixtures.ts";

const IMPORT_TIMEOUT_MS = 90_000;
const NARROW = { width: 390, height: 844 };

/** A table with foreign headings that nobody has sent before, by its own mark. */
function tableFile(mark: string, talks: string) {
  const text = `Seite;Überschrift ${mark};Volltext;Erschienen
12;${talks} in Northmark;Envoys of three governments met in Northmark for ${talks}. They will meet again.;27 February 2025
=1+1;${talks} go on;On the second day of ${talks} the envoys spoke about grain, and about the harbour.;28 February 2025
`;
  return {
    name: `presse-${talks.replaceAll(" ", "-")}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(text),
  };
}

const becomes = (page: Page, word: string) =>
  expect(page.getByRole("main").getByRole("status").first()).toHaveText(word, {
    timeout: IMPORT_TIMEOUT_MS,
  });

async function fits(page: Page) {
  const size = page.viewportSize();
  await page.setViewportSize(NARROW);
  const excess = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(excess).toBeLessThanOrEqual(0);
  if (size) await page.setViewportSize(size);
}

test("a table with foreign headings is mapped, previewed and imported, and the next needs no mapping", async ({
  page,
  signInAs,
  expectAccessibleInBoth,
}) => {
  test.slow();
  await signInAs("editor");
  const mark = randomUUID().slice(0, 8);
  const headline = `Überschrift ${mark}`;
  await page.goto("/admin/articles/new");
  await page
    .getByLabel("Or choose files, or drop them here")
    .setInputFiles(tableFile(mark, "talks on salt"));
  await page.getByRole("button", { name: "Read and store as draft" }).click();
  await page.waitForURL(/\/admin\/batches\/[0-9a-f-]{36}$/);
  // By itself, without a reload.
  await becomes(page, "asks for columns");
  await expectAccessibleInBoth();
  await page.getByRole("link", { name: "Say which column is which" }).click();

  await page.getByLabel(headline).selectOption("Headline");
  await page.getByLabel("Erschienen").selectOption("Published on");
  await page.getByRole("button", { name: "Import with these columns" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    /correct what is marked|No column holds the text/,
  );
  await expect(page.getByText("No column holds the text.").first()).toBeVisible();
  await page.getByLabel("Volltext").selectOption("Text");
  await page.getByRole("button", { name: "Show the rows with these columns" }).click();
  const rows = page.getByRole("main").getByRole("listitem");
  await expect(rows.filter({ hasText: "talks on salt in Northmark" })).toContainText([
    "27 February 2025",
  ]);
  // What was chosen stays so; a formula is text.
  await expect(page.getByLabel(headline)).toHaveValue("headline");
  await expect(page.getByLabel("Seite")).toHaveValue("");
  await expectAccessibleInBoth();
  await fits(page);
  await page.getByRole("button", { name: "Import with these columns" }).click();
  await page.waitForURL(/\/admin\/batches\/[0-9a-f-]{36}$/);
  await becomes(page, "done");
  await expect(page.getByText("as chosen")).toBeVisible();
  await expect(page.getByRole("link", { name: "talks on salt go on" })).toBeVisible();

  const next = tableFile(mark, "talks on iron");
  await page.goto("/admin/batches/new");
  await page.getByLabel("Files").setInputFiles(next);
  await page.getByRole("button", { name: "Send and import" }).click();
  await becomes(page, "done");
  await expect(page.getByText("as remembered")).toBeVisible();
  await expect(page.getByRole("link", { name: "talks on iron in Northmark" })).toBeVisible();
  await expectAccessibleInBoth();

  await page.goto("/admin/columns");
  await expectAccessibleInBoth();
  const row = page.getByRole("row").filter({ hasText: headline });
  await row.getByRole("link", { name: "presse-talks-on-salt.csv" }).click();
  await page.getByLabel("Seite").selectOption("Identifier, to be seen beside the draft");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved. Files that come from now on are read so.")).toBeVisible();
  await expect(page.getByLabel("Seite")).toHaveValue("id");
  await expectAccessibleInBoth();
  await fits(page);
  await page.goto("/admin/columns");
  await row.getByRole("button", { name: /^Remove/ }).click();
  await row.getByRole("button", { name: /^Undo/ }).click();
  await expect(row.getByRole("button", { name: /^Remove/ })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the form for columns works as any form", async ({ page, signInAs }) => {
    await signInAs("editor");
    const mark = randomUUID().slice(0, 8);
    await page.goto("/admin/batches/new");
    await page.getByLabel("Files").setInputFiles(tableFile(mark, "talks on coal"));
    await page.getByLabel("Dry run").check();
    await page.getByRole("button", { name: "Send and import" }).click();
    const reloadUntil = (word: string) =>
      expect(async () => {
        await page.reload();
        await expect(page.getByRole("main").getByRole("status")).toHaveText(word);
      }).toPass({ timeout: IMPORT_TIMEOUT_MS });
    await reloadUntil("asks for columns");
    await page.getByRole("link", { name: "Say which column is which" }).click();
    await page.getByLabel(`Überschrift ${mark}`).selectOption("Headline");
    await page.getByLabel("Volltext").selectOption("Text");
    await page.getByRole("button", { name: "Show the rows with these columns" }).click();
    await expect(
      page.getByRole("listitem").filter({ hasText: "talks on coal go on" }),
    ).toBeVisible();
    await page.getByRole("button", { name: "Make the dry run with these columns" }).click();
    await reloadUntil("done");
    await expect(page.getByRole("table").getByText("Would be imported")).toHaveCount(0);
    await page.getByRole("link", { name: "Change which column is which" }).click();
    await page.getByLabel("Erschienen").selectOption("Published on");
    await page.getByRole("button", { name: "Make the dry run with these columns" }).click();
    await reloadUntil("done");
    await expect(page.getByRole("table").getByText("Would be imported")).toHaveCount(2);
  });
});
