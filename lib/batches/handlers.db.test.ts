import { beforeAll, describe, expect, it, vi } from "vitest";
import { GET as getProgress } from "#app/api/batches/[id]/route.ts";
import { POST as sendForm } from "#app/api/batches/route.ts";
import { GET as getOverApi } from "#app/api/v1/batches/[id]/route.ts";
import { POST as sendOverApi } from "#app/api/v1/batches/route.ts";
import { getBatch } from "#lib/batches/data.ts";
import { MAX_BATCH_BYTES } from "#lib/batches/schema.ts";
import { database } from "#lib/db/client.ts";
import { callRoute, createTestToken } from "#lib/testing/call-route.ts";
import { createTestUser, mintCookieFor } from "#lib/testing/session.ts";

const jar = vi.hoisted(() => ({ cookie: undefined as string | undefined }));
vi.mock("next/headers.js", () => ({
  cookies: async () => ({ get: () => (jar.cookie ? { value: jar.cookie } : undefined) }),
}));
vi.mock("#lib/jobs/send.ts", () => ({ wakeWorker: async () => undefined }));

const HERE = { host: "archive.test", origin: "https://archive.test" };

const cookies: Record<string, string | undefined> = { nobody: undefined };
let token: string;

beforeAll(async () => {
  for (const role of ["reader", "editor"] as const) {
    cookies[role] = (await mintCookieFor((await createTestUser(role)).id)).value;
  }
  ({ token } = await createTestToken("editor"));
});

function form(fields: Record<string, string>, ...files: File[]): FormData {
  const data = new FormData();
  for (const file of files) data.append("files", file);
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

/** Sends a form as this caller; where the answer leads. */
async function send(caller: string, body: FormData, headers: Record<string, string> = HERE) {
  jar.cookie = cookies[caller];
  const url = "https://archive.test/api/batches";
  const response = await sendForm(new Request(url, { method: "POST", body, headers }));
  expect(response.status).toBe(303);
  return response.headers.get("location") ?? "";
}

const note = (name: string) => new File([`A note called ${name}.`], name, { type: "text/plain" });
const count = () => database.batch.count();

describe("the form for large files", () => {
  it("takes files and pasted text of an editor, with what holds for them", async () => {
    const options = { capturedOn: "2025-02-27", isDryRun: "on", text: "Pasted.\r\n", address: "" };
    const path = await send("editor", form(options, note("a.txt"), note("b.txt")));
    const [, id = ""] = /^\/admin\/batches\/([0-9a-f-]{36})$/.exec(path) ?? [];
    expect(await getBatch(id)).toMatchObject({
      name: "a.txt and 2 more",
      state: "queued",
      isDryRun: true,
      publish: false,
      capturedOn: "2025-02-27",
      sources: [
        { name: "a.txt", byteLength: 20 },
        { name: "b.txt", byteLength: 20 },
        { name: "Pasted text", byteLength: 8 },
      ],
    });
    const entry = await database.auditEntry.findFirst({ where: { subjectId: id } });
    expect(entry).toMatchObject({ action: "batch.create", agent: "admin pages" });
  });

  it.each([
    ["nobody", HERE, "unauthenticated"],
    ["reader", HERE, "forbidden"],
    ["editor", { ...HERE, origin: "https://elsewhere.test" }, "forbidden"],
    ["editor", { ...HERE, "sec-fetch-site": "cross-site" }, "forbidden"],
  ] as const)("takes nothing of %s with %j", async (caller, headers, problem) => {
    const before = await count();
    const path = await send(caller, form({}, note("a.txt")), headers);
    expect(path).toBe(`/admin/batches/new?problem=${problem}`);
    expect(await count()).toBe(before);
  });

  it("passes over fields that it does not know, however long", async () => {
    const path = await send("editor", form({ more: "x".repeat(6 * 1024 ** 2) }, note("d.txt")));
    expect(path).toMatch(/^\/admin\/batches\/[0-9a-f-]{36}$/);
  });

  it("keeps nothing of what makes no sense", async () => {
    const before = await count();
    const senseless = [
      form({}),
      form({ address: "https://a.test/" }, note("a.txt")),
      form({ capturedOn: "yesterday" }, note("a.txt")),
    ];
    for (const sent of senseless) {
      const path = await send("editor", sent);
      expect(path).toBe("/admin/batches/new?problem=invalid_input");
    }
    expect(await count()).toBe(before);
    expect(await database.batchChunk.count({ where: { source: { batch: { name: "" } } } })).toBe(0);
  });
});

it("tells how far a batch is to editors only", async () => {
  const [, id = ""] = /batches\/(.*)/.exec(await send("editor", form({}, note("c.txt")))) ?? [];
  const ask = async (caller: string, batchId = id) => {
    jar.cookie = cookies[caller];
    const params = Promise.resolve({ id: batchId });
    return await getProgress(new Request("https://archive.test/"), { params });
  };
  expect((await ask("nobody")).status).toBe(401);
  expect((await ask("reader")).status).toBe(403);
  expect((await ask("editor", "nothing")).status).toBe(400);
  expect((await ask("editor", crypto.randomUUID())).status).toBe(404);
  const answer = await ask("editor");
  expect(answer.headers.get("cache-control")).toBe("no-store");
  expect(await answer.json()).toMatchObject({ id, state: "queued", total: null, done: 0 });
});

describe("POST /api/v1/batches", () => {
  const post = (path: string, init: RequestInit = {}) =>
    callRoute(sendOverApi, { path, token, method: "POST", body: "{}\n{}\n", ...init });

  it("answers 202 with the batch, which it tells of again", async () => {
    const response = await post("/?name=x.jsonl&dryRun=true", {
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(response.status).toBe(202);
    const batch = await response.json();
    expect(batch).toMatchObject({ name: "x.jsonl", state: "queued", isDryRun: true, total: null });
    expect(response.headers.get("location")).toBe(`/api/v1/batches/${batch.id}`);
    const again = await callRoute(getOverApi, { token, params: { id: batch.id } });
    expect(await again.json()).toEqual(batch);
    expect(await database.batchSource.findFirst({ where: { batchId: batch.id } })).toMatchObject({
      mediaType: null,
      byteLength: 6n,
    });
  });

  it("is told at once what the columns of its tables hold, or why that is no choice", async () => {
    const choice = encodeURIComponent("headline=Titel,body=Volltext,-=Notiz");
    const batch = await (await post(`/?name=x.csv&columns=${choice}`)).json();
    expect(await database.batch.findUnique({ where: { id: batch.id } })).toMatchObject({
      columns: [
        { column: "Titel", field: "headline" },
        { column: "Volltext", field: "body" },
        { column: "Notiz", field: null },
      ],
    });
    const wrong = await post("/?columns=mood%3DLaune");
    expect(wrong.status).toBe(400);
    expect(JSON.stringify(await wrong.json())).toContain("“mood” is no field of an article.");
  });

  it("refuses what is too large before reading it, what is empty and who is no editor", async () => {
    const before = await count();
    const headers = { "content-length": String(MAX_BATCH_BYTES + 1) };
    expect((await post("/", { headers })).status).toBe(413);
    expect((await post("/", { body: "" })).status).toBe(400);
    expect((await post("/?published=yes")).status).toBe(400);
    const reader = (await createTestToken("reader")).token;
    expect((await callRoute(sendOverApi, { token: reader, method: "POST" })).status).toBe(403);
    expect((await callRoute(getOverApi, { params: { id: crypto.randomUUID() } })).status).toBe(401);
    expect(await count()).toBe(before);
  });
});
