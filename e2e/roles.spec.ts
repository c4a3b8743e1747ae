import { globSync } from "node:fs";
import path from "node:path";
import type { Role } from "#lib/auth/role.ts";
import { database } from "#lib/db/client.ts";
import { createTestUser, disableTestUser, mintCookieFor } from "#lib/testing/session.ts";
import { getEnv } from "#lib/env.ts";
import { expect, test } from "./fixtures.ts";

const APP = path.resolve(import.meta.dirname, "../app");
const NOBODY_KNOWS = "00000000-0000-7000-8000-000000000000";

/** Every admin page as an address; an unknown id still has to pass the gate before it is sought. */
const ROUTES = globSync("admin/**/page.tsx", { cwd: APP })
  .map((file) => `/${path.dirname(file)}`.replaceAll(/\[[^\]]+\]/g, NOBODY_KNOWS))
  .sort();

/** Pages that are not the editors'. */
const GATES: Record<string, Role> = {
  "/admin/account": "reader",
  "/admin/users": "admin",
  [`/admin/users/${NOBODY_KNOWS}`]: "admin",
  "/admin/audit": "admin",
};
const gateOf = (route: string): Role => GATES[route] ?? "editor";
const RANK: Record<Role, number> = { reader: 0, editor: 1, admin: 2 };

test("the walk knows the admin pages", () => {
  expect(ROUTES.length).toBeGreaterThan(15);
  expect(ROUTES).toEqual(expect.arrayContaining(Object.keys(GATES)));
});

test("who is signed out is led to the form, and back afterwards", async ({ request }) => {
  for (const route of ROUTES) {
    const response = await request.get(`${route}?page=1`, { maxRedirects: 0 });
    expect([route, response.status()]).toEqual([route, 307]);
    const from = encodeURIComponent(`${route}?page=1`);
    expect(response.headers().location).toBe(`/sign-in?from=${from}`);
  }
});

for (const role of ["reader", "editor", "admin"] as const) {
  test(`a ${role} sees what the role opens, and 403 elsewhere`, async ({ page, signInAs }) => {
    await signInAs(role);
    for (const route of ROUTES) {
      const response = await page.request.get(route, { maxRedirects: 0 });
      const isOpen = RANK[role] >= RANK[gateOf(route)];
      // A page of something that does not exist is 404 to whoever may look.
      const expected = !isOpen ? [403] : route.includes(NOBODY_KNOWS) ? [404] : [200];
      expect([route, expected]).toEqual([route, expect.arrayContaining([response.status()])]);
    }
  });
}

test("the page for 403 says who one is and what to do", async ({
  page,
  signInAs,
  expectAccessible,
}) => {
  const { name } = await signInAs("reader");
  const response = await page.goto("/admin/users");
  expect(response?.status()).toBe(403);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is not open to you");
  await expect(page.getByRole("banner")).toContainText(name);
  await expectAccessible();
  await page.getByRole("link", { name: "Your account" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
});

test("a session ends at the next click when its person is disabled", async ({ page, signInAs }) => {
  const { id } = await signInAs("editor");
  expect((await page.goto("/admin/topics"))?.url()).toMatch(/\/admin\/topics$/);
  await disableTestUser(id);
  expect((await page.goto("/admin/topics"))?.url()).toMatch(/\/sign-in\?from=/);
});

test("a forged cookie and one of another key are worth nothing", async ({ browser }) => {
  const user = await createTestUser("admin");
  const { name, value } = await mintCookieFor(user.id);
  const middle = value.length >> 1;
  const swapped = value[middle] === "A" ? "B" : "A";
  const altered = value.slice(0, middle) + swapped + value.slice(middle + 1);
  for (const forged of [altered, value.slice(0, -20), "x", ""]) {
    const context = await browser.newContext();
    await context.addCookies([{ name, value: forged, url: getEnv().ARCHIVE_URL }]);
    const response = await context.request.get("/admin/users", { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    await context.close();
  }
  await disableTestUser(user.id);
});

test("a form sent from another site changes nothing", async ({ page, signInAs }) => {
  await signInAs("editor");
  await page.goto("/admin/topics/new");
  const form = await page
    .locator("form", { hasText: "Definition" })
    .evaluate((element) =>
      [...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
    );
  const label = `Forged ${crypto.randomUUID()}`;
  const multipart = { ...Object.fromEntries(form), label, definition: "From elsewhere." };
  const headers = { origin: "https://evil.example" };
  const response = await page.request.post("/admin/topics/new", { multipart, headers });
  expect(response.status()).toBeGreaterThanOrEqual(400);
  expect(await database.topic.count({ where: { label } })).toBe(0);

  // The same from here is taken, so it was the origin that was refused.
  const own = { origin: getEnv().ARCHIVE_URL };
  await page.request.post("/admin/topics/new", { multipart, headers: own, maxRedirects: 0 });
  expect(await database.topic.deleteMany({ where: { label } })).toEqual({ count: 1 });
});

test("every admin page is accessible", async ({ page, signInAs, expectAccessibleInBoth }) => {
  test.slow();
  await signInAs("admin");
  for (const route of ROUTES.filter((address) => !address.includes(NOBODY_KNOWS))) {
    await page.goto(route);
    await expectAccessibleInBoth();
  }
});
