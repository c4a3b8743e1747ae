import { randomUUID } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "playwright/test";
import { getEnv } from "#lib/env.ts";
import type { Role } from "#lib/auth/role.ts";
import {
  createTestUser,
  disableTestUser,
  mintCookieFor,
  type TestUser,
} from "#lib/testing/session.ts";

/**
 * Part of the name of all that tests of this process make and clear away: another process that tests
 * the same is done at another time.
 */
export const OURS = `of a test ${randomUUID().slice(0, 8)}`;

const WCAG_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

type Fixtures = {
  /** Makes a person with this role and signs this test's browser in as them. */
  signInAs(role: Role): Promise<TestUser>;
  /** Fails with what axe finds on the page as it is now. */
  expectAccessible(page?: Page): Promise<void>;
  /** The same in both colour schemes; all but contrast is the same in the dark. */
  expectAccessibleInBoth(): Promise<void>;
};

/**
 * Playwright's `test`, where every test also fails for what a reader would not see at once: a
 * console error, a script error, and any request to another host.
 */
export const test = base.extend<Fixtures & { faultlessPages: void }>({
  faultlessPages: [
    async ({ context }, provide) => {
      const faults: string[] = [];
      await context.route(isElsewhere, (route) => {
        faults.push(`request to another host: ${route.request().url()}`);
        return route.abort();
      });
      context.on("weberror", (error) => faults.push(`script error: ${error.error().message}`));
      context.on("console", (message) => {
        if (message.type() !== "error" || isAnswerWithStatus(message.text())) return;
        faults.push(`console error: ${message.text()} (${message.location().url})`);
      });
      context.on("response", (response) => {
        // A page may well answer 404 or 410; what a page is made of may not.
        if (response.status() < 400 || response.request().isNavigationRequest()) return;
        if (response.request().resourceType() === "fetch") return;
        faults.push(`${response.status()} for a part of the page: ${response.url()}`);
      });
      await provide();
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
  signInAs: async ({ context }, provide) => {
    const users: TestUser[] = [];
    await provide(async (role) => {
      const user = await createTestUser(role);
      users.push(user);
      const cookie = await mintCookieFor(user.id);
      await context.addCookies([{ ...cookie, url: getEnv().ARCHIVE_URL, httpOnly: true }]);
      return user;
    });
    for (const { id } of users) await disableTestUser(id);
  },
  expectAccessible: async ({ page }, provide) => {
    await provide(async (checked = page) => {
      expect(await findBarriers(new AxeBuilder({ page: checked }).withTags(WCAG_TAGS))).toEqual([]);
    });
  },
  expectAccessibleInBoth: async ({ page, expectAccessible }, provide) => {
    await provide(async () => {
      // Without motion, or the colours of the other scheme are still on their way.
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      await expectAccessible();
      await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
      const contrast = new AxeBuilder({ page }).withRules(["color-contrast"]);
      expect(await findBarriers(contrast), "in the dark").toEqual([]);
    });
  },
});

export { expect };

async function findBarriers(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help} at ${nodes.map((node) => node.target).join(", ")}`,
  );
}

function isElsewhere({ origin, protocol }: URL): boolean {
  return protocol.startsWith("http") && origin !== getEnv().ARCHIVE_URL;
}

/** The browser's own note of an answer with an error status, which is judged as a response. */
function isAnswerWithStatus(text: string): boolean {
  return text.startsWith("Failed to load resource: the server responded with a status of");
}
