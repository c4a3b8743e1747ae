import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "playwright/test";
import { createAdmin, createSetupLink } from "#lib/accounts/mutations.ts";
import { database } from "#lib/db/client.ts";
import { disableTestUser } from "#lib/testing/session.ts";
import { expect, test } from "./fixtures.ts";

const PASSWORD = "four plain words here";
const made: string[] = [];

async function createPerson() {
  const email = `admin-${randomUUID().slice(0, 8)}@example.org`;
  const given = { email, name: "Ada Brook", password: PASSWORD };
  const { userId } = await createAdmin(given, { userId: null, agent: "test" });
  made.push(userId);
  return { userId, email };
}

async function signIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test.describe.configure({ mode: "serial" });

// The set-up link is open only while nobody can sign in as admin, so this file is one after another.
test.afterAll(async () => {
  for (const id of made) await disableTestUser(id);
});

async function refuseUnequalPasswords(page: Page, email: string): Promise<void> {
  await page.getByLabel("Your name").fill("Ada Brook");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByLabel("The same again").fill("something else here");
  await page.getByRole("button", { name: "Become the first admin" }).click();
  await expect(page.getByText("The two passwords are not the same.")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Ada Brook");
}

test("the set-up link makes the first admin, once", async ({ browser, page, expectAccessible }) => {
  const setUp = await createSetupLink();
  const bare = await browser.newContext({ javaScriptEnabled: false });
  const withoutScript = await bare.newPage();
  await withoutScript.goto(setUp);
  await refuseUnequalPasswords(withoutScript, "nobody@example.org");
  await bare.close();

  await page.goto(setUp);
  await expectAccessible();
  const email = `first-${randomUUID().slice(0, 8)}@example.org`;
  await refuseUnequalPasswords(page, email);
  await page.getByLabel("New password").fill(PASSWORD);
  await page.getByLabel("The same again").fill(PASSWORD);
  await page.getByRole("button", { name: "Become the first admin" }).click();
  await expect(heading(page)).toHaveText("Overview");
  made.push((await database.user.findUniqueOrThrow({ where: { email } })).id);

  const again = await page.goto(setUp);
  expect(again?.status()).toBe(410);
  await expect(heading(page)).toHaveText("Nothing to set up here");
});

for (const javaScriptEnabled of [true, false]) {
  test(`the form lets in and leads on, ${javaScriptEnabled ? "with" : "without"} a script`, async ({
    browser,
  }) => {
    const { email } = await createPerson();
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto("/admin/topics?x=1");
    await signIn(page, email, "not the password");
    await expect(page.getByText("The e-mail or the password is wrong.")).toBeVisible();
    await expect(page.getByLabel("E-mail")).toHaveValue(email);
    await expect(page.getByLabel("Password")).toHaveValue("");
    await signIn(page, email);
    await expect(heading(page)).toHaveText("Topics");
    expect(new URL(page.url()).search).toBe("?x=1");
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/" });

    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(heading(page)).toHaveText("Sign in");
    await page.goto("/admin/topics");
    await expect(heading(page)).toHaveText("Sign in");
    await context.close();
  });
}

test("the form does not lead to another site", async ({ page }) => {
  const { email } = await createPerson();
  await page.goto("/sign-in?from=//evil.example/admin");
  await signIn(page, email);
  await expect(heading(page)).toHaveText("Overview");
});

test("failures make one wait, and say how long", async ({ page, expectAccessible }) => {
  const { email } = await createPerson();
  await page.goto("/sign-in");
  for (let i = 0; i < 5; i++) {
    await signIn(page, email, `wrong ${i}`);
    // The words stay from one failure to the next; the password is only gone once it was refused.
    await expect(page.getByLabel("Password")).toHaveValue("");
    await expect(page.getByText("The e-mail or the password is wrong.")).toBeVisible();
  }
  await signIn(page, email);
  await expect(page.getByText("Please wait 15 minutes")).toBeVisible();
  await expectAccessible();
});

test("next-auth's own handler lets in by the same rules", async ({ page, request }) => {
  const { email } = await createPerson();
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as {
    csrfToken: string;
  };
  const send = (password: string) =>
    request.post("/api/auth/callback/credentials", {
      form: { csrfToken, email, password },
      maxRedirects: 0,
    });
  await send("not the password");
  expect((await request.get("/admin/topics", { maxRedirects: 0 })).status()).toBe(307);
  await send(PASSWORD);
  expect((await request.get("/admin/topics", { maxRedirects: 0 })).status()).toBe(200);
  await page.goto("/api/auth/signin");
  await expect(heading(page)).toHaveText("Sign in");
});

test("an admin invites, promotes and disables, and each takes effect at once", async ({
  page,
  browser,
  signInAs,
  expectAccessible,
}) => {
  await signInAs("admin");
  await page.goto("/admin/users");
  const email = `eve-${randomUUID().slice(0, 8)}@example.org`;
  await page.getByLabel("Name").fill("Eve Marsh");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Invite" }).click();
  const link = await page.getByLabel(/^One-time link/).inputValue();
  await expectAccessible();
  const { id } = await database.user.findUniqueOrThrow({ where: { email } });
  made.push(id);

  const theirs: BrowserContext = await browser.newContext({ javaScriptEnabled: false });
  const eve = await theirs.newPage();
  await eve.goto(link);
  await eve.getByLabel("New password").fill(PASSWORD);
  await eve.getByLabel("The same again").fill(PASSWORD);
  await eve.getByRole("button", { name: "Save and sign in" }).click();
  await expect(heading(eve)).toHaveText("Overview");
  expect((await eve.goto("/admin/users"))?.status()).toBe(403);

  await page.goto(`/admin/users/${id}`);
  await page.getByLabel("Role").selectOption("admin");
  await page.getByRole("button", { name: "Change the role" }).click();
  await expect(page.getByText("The role is admin now.")).toBeVisible();
  await expect(page.getByLabel("Role")).toHaveValue("admin");
  await expectAccessible();
  await eve.goto("/admin/users");
  await expect(heading(eve)).toHaveText("Sign in");
  await signIn(eve, email);
  await expect(heading(eve)).toHaveText("Users");

  await page.getByRole("button", { name: "Disable" }).click();
  await expect(page.getByText("Disabled. Nothing of theirs")).toBeVisible();
  await eve.goto("/admin/users");
  await signIn(eve, email);
  await expect(eve.getByText("The e-mail or the password is wrong.")).toBeVisible();
  await theirs.close();
});

test("a changed password ends the other sessions and keeps this one", async ({ page, browser }) => {
  const { email } = await createPerson();
  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  for (const each of [page, other]) {
    await each.goto("/admin/account");
    await signIn(each, email);
    await expect(heading(each)).toHaveText("Ada Brook");
  }
  await page.getByLabel("Your password now").fill(PASSWORD);
  await page.getByLabel("New password").fill("another few plain words");
  await page.getByLabel("The same again").fill("another few plain words");
  await page.getByRole("button", { name: "Change the password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeVisible();
  await page.reload();
  await expect(heading(page)).toHaveText("Ada Brook");
  await other.reload();
  await expect(heading(other)).toHaveText("Sign in");
  await elsewhere.close();
});

test("an API token is shown once, works, and no longer when it is revoked", async ({
  page,
  request,
  signInAs,
}) => {
  await signInAs("editor");
  await page.goto("/admin/tokens");
  const name = `newsroom ${randomUUID().slice(0, 8)}`;
  await page.getByLabel("Used by").fill(name);
  await page.getByRole("button", { name: "Make a token" }).click();
  const token = await page.getByRole("textbox", { name: "API token" }).inputValue();
  expect(token).toMatch(/^archive_[\w-]{43}$/);
  await page.reload();
  await expect(page.getByRole("row", { name })).toBeVisible();
  expect(await page.content()).not.toContain(token);
  const post = () =>
    request.post("/api/v1/articles", { headers: { authorization: `Bearer ${token}` }, data: {} });
  expect((await post()).status()).toBe(400);
  await page.getByRole("button", { name: `Revoke: ${name}` }).click();
  await expect(page.getByRole("row", { name })).toBeHidden();
  expect((await post()).status()).toBe(401);
});
