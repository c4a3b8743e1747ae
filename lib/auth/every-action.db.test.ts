import { globSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { ROLES, type Role } from "#lib/auth/role.ts";
import { mintSessionCookie } from "#lib/auth/session.ts";
import { database } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { UNTOUCHED, type FormState } from "#lib/http/form-state.ts";
import { createTestUser, disableTestUser, mintCookieFor } from "#lib/testing/session.ts";

const jar = vi.hoisted(() => ({ cookie: undefined as string | undefined }));
vi.mock("next/headers.js", () => ({
  cookies: async () => ({
    get: () => (jar.cookie ? { value: jar.cookie } : undefined),
    set: () => undefined,
  }),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

type Action = (previous: FormState, form: FormData) => Promise<FormState | void>;

const LIB = path.resolve(import.meta.dirname, "..");

/** Whoever may call an action that is not the editors'. Actions are open to nobody by default. */
const OTHER_GATES: Record<string, Role | "open"> = {
  signInAction: "open",
  signOutAction: "open",
  acceptSetupAction: "open",
  acceptInvitationAction: "open",
  changePasswordAction: "reader",
  endOtherSessionsAction: "reader",
  inviteUserAction: "admin",
  renewInvitationAction: "admin",
  setUserRoleAction: "admin",
  disableUserAction: "admin",
  enableUserAction: "admin",
};

const actions: { name: string; gate: Role; action: Action }[] = [];
for (const file of globSync("*/actions*.ts", { cwd: LIB }).sort()) {
  const exported = (await import(path.join(LIB, file))) as Record<string, Action>;
  for (const [name, action] of Object.entries(exported)) {
    const gate = OTHER_GATES[name] ?? "editor";
    if (gate !== "open") actions.push({ name, gate, action });
  }
}

const STRANGERS = ["nobody", "disabled editor", "editor of an ended session"] as const;
type Caller = Role | (typeof STRANGERS)[number];

/** The cookie with which each of them calls, as their sessions stand at that moment. */
const cookieOf = new Map<Caller, () => Promise<string | undefined>>();

beforeAll(async () => {
  cookieOf.set("nobody", async () => undefined);
  for (const role of ROLES) {
    const { id } = await createTestUser(role);
    cookieOf.set(role, async () => (await mintCookieFor(id)).value);
  }
  const disabled = await createTestUser("editor");
  await disableTestUser(disabled.id);
  cookieOf.set("disabled editor", async () => (await mintCookieFor(disabled.id)).value);
  const signedOut = await createTestUser("editor");
  const ended = await mintSessionCookie({ userId: signedOut.id, sessionVersion: 0 });
  cookieOf.set("editor of an ended session", async () => ended.value);
});

/** How the gate answers, or null where it lets the caller pass. */
async function refusalOf(action: Action, caller: Caller): Promise<string | null> {
  jar.cookie = await cookieOf.get(caller)?.();
  const answer = await action(UNTOUCHED, new FormData()).catch((error: unknown) => error);
  const message =
    answer instanceof AppError
      ? answer.message
      : ((answer as FormState | undefined)?.message ?? "");
  if (message.startsWith("You are signed out.")) return "unauthenticated";
  return message.startsWith("This needs the role") ? "forbidden" : null;
}

const countAudit = () => database.auditEntry.count();

it("finds the actions, and knows no gate of one that is gone", () => {
  expect(actions.length).toBeGreaterThan(15);
  const names = new Set(actions.map(({ name }) => name));
  const guarded = Object.entries(OTHER_GATES).filter(([, gate]) => gate !== "open");
  expect(guarded.map(([name]) => name).filter((name) => !names.has(name))).toEqual([]);
});

describe.each(actions)("$name", ({ gate, action }) => {
  it.each(STRANGERS)("refuses %s", async (caller) => {
    const before = await countAudit();
    expect(await refusalOf(action, caller)).toBe("unauthenticated");
    expect(await countAudit()).toBe(before);
  });

  it.each(ROLES)("asks a %s for the right role", async (role) => {
    const isAllowed = ROLES.indexOf(role) >= ROLES.indexOf(gate);
    expect(await refusalOf(action, role)).toBe(isAllowed ? null : "forbidden");
  });
});
