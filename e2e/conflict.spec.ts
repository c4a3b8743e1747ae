import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "playwright/test";
import { archiveOriginal } from "#lib/articles/mutations-ingest.ts";
import { createTestUser, disableTestUser, mintCookieFor } from "#lib/testing/session.ts";
import { getEnv } from "#lib/env.ts";
import { expect, test } from "./fixtures.ts";

async function archiveDraft(): Promise<string> {
  const text = `Northmark talks ${randomUUID()}
27 February 2025

The government of Northmark has offered to host a new round of talks on grain exports in the spring.`;
  const { articleId } = await archiveOriginal(
    { bytes: new TextEncoder().encode(text), receivedVia: "paste" },
    { userId: null, agent: "test" },
  );
  return articleId;
}

/** A second editor in the same browser: another cookie for the requests to come. */
async function becomeAnother(context: BrowserContext): Promise<{ id: string; name: string }> {
  const user = await createTestUser("editor");
  const cookie = await mintCookieFor(user.id);
  await context.addCookies([{ ...cookie, url: getEnv().ARCHIVE_URL, httpOnly: true }]);
  return user;
}

async function saveAs(page: Page, changes: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(changes)) {
    await page.getByLabel(label, { exact: true }).first().fill(value);
  }
  await page.getByRole("button", { name: "Save draft" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
    test.use({ javaScriptEnabled });

    test("the second of two editors sees both versions, loses nothing, and chooses", async ({
      page,
      context,
      signInAs,
    }) => {
      const first = await signInAs("editor");
      const id = await archiveDraft();
      await page.goto(`/admin/articles/${id}`);
      const other = await context.newPage();
      await other.goto(`/admin/articles/${id}`);

      await saveAs(page, { Headline: "Theirs", Summary: "Their summary." });
      await expect(page.getByText("Saved as revision 2.")).toBeVisible();

      const second = await becomeAnother(context);
      await saveAs(other, { Headline: "Mine", Dateline: "NORTHMARK" });
      await expect(other.getByText(`${first.name} saved this article`)).toBeVisible();
      if (javaScriptEnabled) {
        await expect(other.locator("#answer")).toBeFocused();
        await expect(other.locator("#answer")).toBeInViewport();
      }
      await expect(other.getByRole("link", { name: "Nothing is saved yet" })).toBeVisible();
      await expect(other.getByLabel("Headline", { exact: true }).last()).toHaveValue("Mine");
      const headline = other.getByRole("group", { name: "Headline, changed by both" });
      await expect(headline.getByText("Theirs")).toBeVisible();
      await expect(headline.getByRole("radio").last()).toBeChecked();
      const summary = other.getByRole("group", { name: "Summary, changed by them only" });
      await expect(summary.getByRole("radio").first()).toBeChecked();

      await other.getByRole("button", { name: "Save draft" }).click();
      await expect(other.getByText("Saved as revision 3.")).toBeVisible();
      await expect(other.getByLabel("Headline", { exact: true })).toHaveValue("Mine");
      await expect(other.getByLabel("Summary")).toHaveValue("Their summary.");
      await expect(other.getByLabel("Dateline")).toHaveValue("NORTHMARK");
      await disableTestUser(second.id);
    });
  });
}

test("unsaved changes are not left behind without a question", async ({ page, signInAs }) => {
  await signInAs("editor");
  const id = await archiveDraft();
  await page.goto(`/admin/articles/${id}`);
  await page.getByLabel("Headline", { exact: true }).fill("Not saved yet");
  await expect(async () => {
    // Only a page whose scripts have begun shows where a field comes from, and can ask.
    await page.getByLabel("Published on").blur();
    await page.getByLabel("Published on").focus();
    await expect(page.locator("[data-active]").first()).toBeVisible({ timeout: 100 });
  }).toPass();
  const question = page.waitForEvent("dialog");
  await Promise.all([
    question.then((dialog) => dialog.dismiss()),
    page.getByRole("link", { name: "Review" }).click({ noWaitAfter: true }),
  ]);
  expect((await question).type()).toBe("beforeunload");
  await expect(page.getByLabel("Headline", { exact: true })).toHaveValue("Not saved yet");
});
