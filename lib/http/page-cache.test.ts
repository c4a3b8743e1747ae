import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { announceContentChange, currentContentVersion } from "#lib/db/content-version.ts";
import { finishResponse } from "#lib/http/finished-response.ts";
import { cacheKeyOf, getCached, putCached } from "#lib/http/page-cache.ts";

const request = (url: string, method = "GET", headers = {}) =>
  ({ url, method, headers }) as IncomingMessage;
const listening = globalThis as unknown as { archiveContentVersion: { isListening: boolean } };
const page = finishResponse(200, {}, Buffer.from("page"));

describe("cacheKeyOf", () => {
  it.each(["/admin", "/admin/articles", "/api/v1/articles", "/sign-in?from=%2Fadmin", "/set-up/x"])(
    "keeps nothing of %s",
    (url) => expect(cacheKeyOf(request(url))).toBeNull(),
  );
  it("tells addresses apart by their whole query", () => {
    expect(cacheKeyOf(request("/search?q=a"))).not.toBe(cacheKeyOf(request("/search?q=b")));
  });
  it("keeps nothing of a post, nor of a navigation inside Next", () => {
    expect(cacheKeyOf(request("/", "POST"))).toBeNull();
    expect(cacheKeyOf(request("/", "GET", { rsc: "1" }))).toBeNull();
  });
  it.each(["/2025/02/27/talks?q=a", "/2025/02/27/talks?utm=1&q=a"])(
    "keeps nothing of an article with a search marked in it: %s",
    (url) => expect(cacheKeyOf(request(url))).toBeNull(),
  );
  it.each(["/2025/02/27/talks", "/2025/02/27/talks?utm=q", "/articles?q=2025"])("keeps %s", (url) =>
    expect(cacheKeyOf(request(url))).toBe(url),
  );
  it("is not fooled by a name that only begins like a private one", () => {
    expect(cacheKeyOf(request("/administration"))).toBe("/administration");
  });
});

describe("getCached", () => {
  it("forgets a page when public content changes", () => {
    listening.archiveContentVersion.isListening = true;
    putCached("/kept", currentContentVersion(), page);
    expect(getCached("/kept")).toBe(page);
    announceContentChange();
    expect(getCached("/kept")).toBeNull();
  });
  it("does not keep a page that was begun before a change", () => {
    listening.archiveContentVersion.isListening = true;
    const before = currentContentVersion();
    announceContentChange();
    putCached("/late", before, page);
    expect(getCached("/late")).toBeNull();
  });
  it("answers nothing while changes cannot be heard of", () => {
    listening.archiveContentVersion.isListening = true;
    putCached("/deaf", currentContentVersion(), page);
    listening.archiveContentVersion.isListening = false;
    expect(getCached("/deaf")).toBeNull();
  });
  it("keeps only pages that were found", () => {
    listening.archiveContentVersion.isListening = true;
    putCached("/gone", currentContentVersion(), finishResponse(410, {}, Buffer.from("gone")));
    expect(getCached("/gone")).toBeNull();
  });
  it("keeps nothing that sets a cookie", () => {
    listening.archiveContentVersion.isListening = true;
    const personal = finishResponse(200, { "set-cookie": "a=b" }, Buffer.from("mine"));
    putCached("/personal", currentContentVersion(), personal);
    expect(getCached("/personal")).toBeNull();
  });
});
