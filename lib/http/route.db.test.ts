import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { database } from "#lib/db/client.ts";
import { AppError } from "#lib/errors.ts";
import { RATE_LIMITS } from "#lib/http/rate-limit.ts";
import { route } from "#lib/http/route.ts";
import { callRoute as call, createTestToken, type Call } from "#lib/testing/call-route.ts";

const okSchema = z.object({ ok: z.boolean() });
const answerOk = async () => ({ body: { ok: true } });

let editor: string;
let reader: string;

beforeAll(async () => {
  editor = (await createTestToken("editor")).token;
  reader = (await createTestToken("reader")).token;
});

describe("who may call", () => {
  const editors = route({
    summary: "For editors",
    auth: { role: "editor" },
    response: z.object({ name: z.string() }),
    handler: async ({ user }) => ({ body: { name: user?.name ?? "nobody" } }),
  });

  it("lets in a role that is high enough and tells the handler who it is", async () => {
    const response = await call(editors, { token: editor });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ name: expect.stringContaining("editor") });
  });

  it.each([
    ["nobody", {}, 401, "unauthenticated"],
    ["an unknown token", { token: "archive_nonsense" }, 401, "unauthenticated"],
    ["another scheme", { headers: { authorization: "Basic eDp5" } }, 401, "unauthenticated"],
  ])("refuses %s", async (_who, init, status, code) => {
    const response = await call(editors, init);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ code });
    expect(response.headers.get("www-authenticate")).toContain("Bearer");
  });

  it("refuses a role that is too low, and a token once it is revoked or its owner disabled", async () => {
    expect((await call(editors, { token: reader })).status).toBe(403);
    const { token, id } = await createTestToken("admin");
    expect((await call(editors, { token })).status).toBe(200);
    await database.apiToken.update({ where: { id }, data: { revokedAt: new Date() } });
    expect((await call(editors, { token })).status).toBe(401);
  });

  it("knows a caller on a public route, and refuses a bad token there too", async () => {
    const open = route({
      summary: "For all",
      auth: "public",
      response: z.object({ name: z.string().nullable() }),
      handler: async ({ user }) => ({ body: { name: user?.name ?? null } }),
    });
    expect(await (await call(open)).json()).toEqual({ name: null });
    expect(await (await call(open, { token: reader })).json()).toEqual({
      name: expect.stringContaining("reader"),
    });
    expect((await call(open, { token: "archive_nonsense" })).status).toBe(401);
  });
});

describe("what is read", () => {
  const echo = route({
    summary: "Echo",
    auth: "public",
    params: z.object({ id: z.uuid() }),
    query: z.object({ limit: z.coerce.number().max(100).default(20), from: z.string().optional() }),
    body: z.strictObject({ headline: z.string().min(1, "is empty") }),
    maxBodyBytes: 1024,
    response: z.object({ limit: z.number(), from: z.string().optional(), headline: z.string() }),
    handler: async ({ query, body }) => ({ body: { ...query, ...body }, status: 201 }),
  });
  const json = { "content-type": "application/json" };
  const post = (body: string, rest: Call = {}) =>
    call(echo, { method: "POST", body, headers: json, params: { id: randomUUID() }, ...rest });

  it("is parsed by its schemas, defaults filled in, empty parameters as not given", async () => {
    const response = await post('{"headline":"A"}', { path: "/?from=&limit=5" });
    expect(response.status).toBe(201);
    expect(await response.json()).toEqual({ limit: 5, headline: "A" });
  });

  it.each([
    ["a wrong parameter", '{"headline":"A"}', { params: { id: "7" } }, "id"],
    ["a wrong query", '{"headline":"A"}', { path: "/?limit=999" }, "limit"],
    ["a query given twice", '{"headline":"A"}', { path: "/?from=a&from=b" }, "from"],
    ["a wrong field", '{"headline":""}', {}, "headline"],
  ])("is refused with %s, which is named", async (_what, body, rest, field) => {
    const response = await post(body, rest);
    expect(response.status).toBe(400);
    const problem = await response.json();
    expect(problem).toMatchObject({ code: "invalid_input", requestId: "request-1" });
    expect(problem.errors.map((error: { field: string }) => error.field)).toContain(field);
  });

  it("is refused when it is too large, no JSON, or has fields that nobody knows", async () => {
    expect((await post(`{"headline":"${"x".repeat(2_000)}"}`)).status).toBe(413);
    expect((await post("{")).status).toBe(400);
    expect((await post("{}", { headers: { "content-type": "text/plain" } })).status).toBe(415);
    expect((await post('{"headline":"A","role":"admin"}')).status).toBe(400);
  });
});

describe("what goes out", () => {
  const answering = (handler: () => Promise<{ body: { ok: boolean } }>) =>
    route({ summary: "Answer", auth: "public", response: okSchema, handler });

  it("holds only what the schema names", async () => {
    const leaky = answering(async () => ({ body: { ok: true, passwordHash: "secret" } }));
    expect(await (await call(leaky)).json()).toEqual({ ok: true });
  });

  it("is a fault of ours where the schema says no, and shows nothing of it", async () => {
    const wrong = answering(async () => ({ body: { ok: "secret" as never } }));
    const response = await call(wrong);
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
  });

  it("is not kept by caches, may be read from any site, and errors are too", async () => {
    const gone = answering(async () => {
      throw new AppError("gone", "Withdrawn.", { details: { path: "/2025/02/27/x" } });
    });
    for (const response of [await call(answering(answerOk)), await call(gone)]) {
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
    }
    expect(await (await call(gone)).json()).toMatchObject({ path: "/2025/02/27/x", status: 410 });
  });

  it("may not be read from any site where it changes something or needs a role", async () => {
    const closed = route({
      summary: "Closed",
      auth: { role: "editor" },
      response: okSchema,
      handler: answerOk,
    });
    const answers = [
      await call(closed, { token: editor }),
      await call(answering(answerOk), { method: "POST" }),
    ];
    for (const { headers } of answers) {
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});

describe("how much is allowed", () => {
  const open = route({ summary: "Open", auth: "public", response: okSchema, handler: answerOk });

  it("is told, and ends with 429 for that network alone", async () => {
    const address = "192.0.2.7";
    const first = await call(open, { address });
    expect(first.headers.get("ratelimit")).toBe(
      `"network";r=${RATE_LIMITS.network.points - 1};t=60`,
    );
    for (let i = 1; i < RATE_LIMITS.network.points; i++) await call(open, { address });
    const refused = await call(open, { address });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ code: "too_many_requests" });
    expect((await call(open, { address: "192.0.2.8" })).status).toBe(200);
    expect((await call(open, { address, token: editor })).status).toBe(200);
  });

  it("counts guesses at tokens", async () => {
    const address = "192.0.2.9";
    const guess = () => call(open, { address, token: "archive_guess" });
    for (let i = 0; i < RATE_LIMITS.badToken.points; i++) expect((await guess()).status).toBe(401);
    expect((await guess()).status).toBe(429);
    expect((await call(open, { address, token: editor })).status).toBe(429);
    expect((await call(open, { address })).status).toBe(200);
  });
});
