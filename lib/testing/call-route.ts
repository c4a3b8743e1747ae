import { randomUUID } from "node:crypto";
import { createApiToken } from "#lib/accounts/mutations.ts";
import type { Role } from "#lib/auth/role.ts";
import { withRequestContext } from "#lib/http/request-context.ts";
import type { RouteHandler } from "#lib/http/route.ts";
import { createTestUser } from "#lib/testing/session.ts";

const ACTOR = { userId: null, agent: "test" };

export type Call = RequestInit & {
  path?: string;
  params?: Record<string, string>;
  /** The caller's network address; one that nobody else has when not given. */
  address?: string;
  token?: string;
};

/** Calls a route handler as the server does. */
export function callRoute(handler: RouteHandler, options: Call = {}): Promise<Response> {
  const { path = "/", params = {}, address = randomUUID(), token, ...init } = options;
  const request = new Request(`http://archive.test${path}`, init);
  if (token !== undefined) request.headers.set("authorization", `Bearer ${token}`);
  const context = { requestId: "request-1", clientAddress: address, path };
  return withRequestContext(context, () => handler(request, { params: Promise.resolve(params) }));
}

/** An API token of a new person with this role. */
export async function createTestToken(role: Role): Promise<{ token: string; id: string }> {
  const user = await createTestUser(role);
  return await createApiToken({ userId: user.id, name: "test" }, ACTOR);
}
