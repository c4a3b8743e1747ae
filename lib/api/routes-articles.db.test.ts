import { beforeAll, describe, expect, it } from "vitest";
import * as article from "#app/api/v1/articles/[id]/route.ts";
import * as articles from "#app/api/v1/articles/route.ts";
import { database } from "#lib/db/client.ts";
import { callRoute, createTestToken, type Call } from "#lib/testing/call-route.ts";

const WHOLE = `Accord reached in Northmark
By Ada Brook, Diplomatic editor
27 February 2025

Ministers of Northmark and Southmark agreed on Thursday to open the strait to grain ships.

The accord takes effect in a week, the foreign ministry of Northmark said in a note.
`;
const UNDATED = "Ministers met in Northmark and agreed to meet once more before the summer.\n";

let editor: string;
let reader: string;
let sent = 0;

beforeAll(async () => {
  await database.topic.create({ data: { id: "grain", label: "Grain", definition: "Exports." } });
  editor = (await createTestToken("editor")).token;
  reader = (await createTestToken("reader")).token;
});

/** The text with a last sentence of its own, so that its bytes are new. */
const fresh = (text: string) => `${text}\nThis is text number ${++sent} of the test.\n`;

async function post(body: string, { path = "/", type = "text/plain" } = {}) {
  const headers = { "content-type": type };
  const call = { method: "POST", body, headers, path, token: editor };
  const response = await callRoute(articles.POST, call);
  return { status: response.status, headers: response.headers, body: await response.json() };
}

async function ask(method: "GET" | "PATCH" | "DELETE", id: string, call: Call = {}) {
  const headers = { "content-type": "application/json", ...call.headers };
  const response = await callRoute(article[method], { method, params: { id }, ...call, headers });
  return { status: response.status, body: await response.json() };
}

describe("sending an article", () => {
  it("stores a draft with each field and its place, and nothing of it is public", async () => {
    const text = fresh(WHOLE);
    const { status, headers, body } = await post(text);
    expect(status).toBe(201);
    expect(headers.get("location")).toBe(`/api/v1/articles/${body.id}`);
    expect(body).toMatchObject({
      status: "draft",
      path: null,
      version: 1,
      headline: "Accord reached in Northmark",
      headlineProposed: false,
      publishedOn: "2025-02-27",
      bylines: [{ name: "Ada Brook", role: "Diplomatic editor", note: null }],
      mediaCredits: [],
      unused: [],
      warnings: [],
    });
    const place = body.spans.find((each: { field: string }) => each.field === "bylines.0.name");
    expect(text.slice(place.start, place.end)).toBe("Ada Brook");
    expect((await ask("GET", body.id)).status).toBe(404);
    expect((await ask("GET", body.id, { token: reader })).status).toBe(404);
    expect((await ask("GET", body.id, { token: editor })).body).toEqual(body);
  });

  it("publishes at once where that is asked", async () => {
    const { status, body } = await post(fresh(WHOLE), { path: "/?publish=true" });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: "published" });
    expect(body.path).toMatch(/^\/2025\/02\/27\/accord-reached-in-northmark/);
    const seen = await ask("GET", body.id);
    expect(seen.status).toBe(200);
    expect(seen.body).not.toHaveProperty("unused");
    expect(seen.body.paragraphs).toEqual(body.paragraphs);
  });

  it("knows the same bytes again, even twice at once", async () => {
    const text = fresh(WHOLE);
    const both = await Promise.all([post(text), post(text)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
    expect(both[0].body.id).toBe(both[1].body.id);
    expect(await post(text)).toMatchObject({ status: 200, body: { id: both[0].body.id } });
  });

  it("keeps the draft and says what is missing where it cannot be published", async () => {
    const { status, body } = await post(fresh(UNDATED), { path: "/?publish=true" });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: "not_publishable", missing: ["publishedOn"] });
    const kept = await ask("GET", body.articleId, { token: editor });
    expect(kept.body).toMatchObject({ status: "draft", headlineProposed: true });
    expect(kept.body.warnings.map(({ code }: { code: string }) => code)).toContain("no-date");
  });

  it("takes JSON with corrections to what is read", async () => {
    const json = {
      text: fresh(UNDATED),
      publish: true,
      headline: "Ministers to meet once more",
      publishedOn: "2025-03-01",
      topics: ["grain"],
    };
    const { status, body } = await post(JSON.stringify(json), { type: "application/json" });
    expect(status).toBe(201);
    expect(body).toMatchObject({ headline: json.headline, publishedOn: "2025-03-01" });
    expect(body.topics).toEqual([{ id: "grain", label: "Grain", status: "confirmed" }]);
  });

  it("takes a file in a form, in its own encoding", async () => {
    const bytes = Buffer.from(fresh(WHOLE).replace("the strait", "the caf\xe9 strait"), "latin1");
    const form = new FormData();
    form.set("file", new File([bytes], "accord.txt", { type: "text/plain" }));
    form.set("publish", "true");
    const call = { method: "POST", body: form, token: editor };
    const response = await callRoute(articles.POST, call);
    expect(response.status).toBe(201);
    const body = await response.json();
    expect(body.status).toBe("published");
    expect(body.paragraphs[0]).toContain("café strait");
    expect(body.original.byteLength).toBe(bytes.length);
  });

  it.each([
    ["nothing", "", "text/plain", 400],
    ["a picture", "\u0089PNG", "image/png", 415],
    ["a picture under another name", "GIF89a \u0000", "text/plain", 415],
    ["a damaged PDF", "%PDF-1.7 \u0000", "application/pdf", 400],
    ["JSON without text", "{}", "application/json", 400],
    ["JSON with a field nobody knows", '{"text":"A","verified":true}', "application/json", 400],
    ["a broken form", "--x", "multipart/form-data; boundary=x", 400],
    ["more than fits", "x".repeat(7 * 1024 * 1024), "text/plain", 413],
  ])("refuses %s and stores nothing", async (_what, text, type, status) => {
    expect((await post(text, { type })).status).toBe(status);
  });

  it("is for editors", async () => {
    const call = { method: "POST", body: "A", headers: { "content-type": "text/plain" } };
    expect((await callRoute(articles.POST, call)).status).toBe(401);
    expect((await callRoute(articles.POST, { ...call, token: reader })).status).toBe(403);
  });
});

describe("changing an article", () => {
  const patch = (id: string, body: object, headers: Record<string, string> = {}) =>
    ask("PATCH", id, { body: JSON.stringify(body), token: editor, headers });

  it("saves what differs, from the version that is named, and tells a second editor", async () => {
    const { id } = (await post(fresh(WHOLE))).body;
    const saved = await patch(id, { version: 1, summary: "Ships may pass." });
    expect(saved).toMatchObject({ status: 200, body: { version: 2, summary: "Ships may pass." } });
    expect(saved.body.headline).toBe("Accord reached in Northmark");
    const late = await patch(id, { headline: "Late" }, { "if-match": '"1"' });
    expect(late).toMatchObject({ status: 409, body: { code: "conflict", version: 2 } });
    expect((await patch(id, { headline: "Blind" })).status).toBe(400);
  });

  it("publishes, withdraws with a reason, and publishes again", async () => {
    const { id } = (await post(fresh(WHOLE))).body;
    expect((await patch(id, { version: 1, status: "published" })).body.status).toBe("published");
    expect((await patch(id, { version: 1, status: "withdrawn" })).status).toBe(400);
    await patch(id, {
      version: 1,
      status: "withdrawn",
      withdrawnReason: "The source took it back.",
    });
    const gone = await ask("GET", id);
    expect(gone).toMatchObject({ status: 410, body: { code: "gone" } });
    expect(gone.body.article).toMatchObject({
      headline: "Accord reached in Northmark",
      withdrawnReason: "The source took it back.",
    });
    expect(gone.body.article).not.toHaveProperty("paragraphs");
    expect((await patch(id, { version: 1, status: "published" })).body.status).toBe("published");
    expect((await ask("GET", id)).status).toBe(200);
  });

  it("refuses what would leave a public article without a day, and unknown ids", async () => {
    const { id } = (await post(fresh(WHOLE), { path: "/?publish=true" })).body;
    expect((await patch(id, { version: 1, publishedOn: null })).status).toBe(422);
    expect((await patch(id, { version: 1, publishedOn: "2025-02-30" })).status).toBe(400);
    const nobody = "01900000-0000-7000-8000-000000000000";
    expect((await patch(nobody, { version: 1, headline: "A" })).status).toBe(404);
  });

  it("puts it into the bin, where the same bytes find it", async () => {
    const text = fresh(WHOLE);
    const { id } = (await post(text, { path: "/?publish=true" })).body;
    const deleted = await ask("DELETE", id, { token: editor });
    expect(deleted).toMatchObject({ status: 200, body: { id } });
    expect((await ask("GET", id)).status).toBe(404);
    expect((await ask("GET", id, { token: editor })).status).toBe(410);
    expect((await ask("DELETE", id, { token: editor })).status).toBe(410);
    expect(await post(text)).toMatchObject({ status: 409, body: { articleId: id } });
  });

  it("is for editors", async () => {
    const { id } = (await post(fresh(WHOLE), { path: "/?publish=true" })).body;
    for (const method of ["PATCH", "DELETE"] as const) {
      const body = method === "PATCH" ? { body: '{"version":1,"headline":"Mine"}' } : {};
      expect((await ask(method, id, body)).status).toBe(401);
      expect((await ask(method, id, { ...body, token: reader })).status).toBe(403);
    }
  });
});
