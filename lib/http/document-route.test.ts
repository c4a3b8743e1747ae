import { expect, test } from "vitest";
import { AppError } from "#lib/errors.ts";
import { documentRoute } from "#lib/http/document-route.ts";

const away = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });

test.for([
  {
    what: "nothing there",
    thrown: new AppError("not_found", "There is no such sitemap."),
    status: 404,
    says: "There is no such sitemap.",
    retryAfter: null,
  },
  { what: "database away", thrown: away, status: 503, says: "cannot be reached", retryAfter: "5" },
  {
    what: "a fault of ours",
    thrown: new Error("SELECT secret"),
    status: 500,
    says: "Something went wrong on our side",
    retryAfter: null,
  },
])("$what is a status and a sentence", async ({ thrown, status, says, retryAfter }) => {
  const handler = documentRoute(() => Promise.reject(thrown));
  const response = await handler(new Request("http://localhost/feed.xml"), undefined);
  const text = await response.text();
  expect(response.status).toBe(status);
  expect(text).toContain(says);
  expect(text).not.toContain("SELECT");
  expect(response.headers.get("Content-Type")).toContain("text/plain");
  expect(response.headers.get("Retry-After")).toBe(retryAfter);
});
