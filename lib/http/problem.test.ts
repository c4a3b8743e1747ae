import { describe, expect, it } from "vitest";
import { AppError, ERROR_CODES, httpStatusOf } from "#lib/errors.ts";
import { PROBLEM_MEDIA_TYPE, problemResponse, problemSchema } from "#lib/http/problem.ts";

describe("a problem", () => {
  it.each(ERROR_CODES)(
    "of code %s has its status, its title and the request's id",
    async (code) => {
      const response = problemResponse(new AppError(code, "What happened."), "request-1");
      expect(response.status).toBe(httpStatusOf(code));
      expect(response.headers.get("content-type")).toBe(PROBLEM_MEDIA_TYPE);
      const problem = problemSchema.parse(await response.json());
      expect(problem).toMatchObject({
        code,
        status: httpStatusOf(code),
        detail: "What happened.",
        requestId: "request-1",
      });
      expect(problem.title).not.toBe("");
    },
  );

  it("lists what is wrong with each field, and keeps other details as members", async () => {
    const error = new AppError("not_publishable", "It lacks a date.", {
      details: { fields: { "bylines.0.name": "is empty" }, missing: ["publishedOn"] },
    });
    expect(await problemResponse(error, "r").json()).toMatchObject({
      errors: [{ field: "bylines.0.name", message: "is empty" }],
      missing: ["publishedOn"],
    });
  });

  it("shows nothing of what it does not know", async () => {
    const text = await problemResponse(new Error("password=secret"), "r").text();
    expect(text).not.toContain("secret");
    expect(JSON.parse(text)).toMatchObject({ status: 500, code: "internal" });
  });

  it("tells a database that is away from a fault, and when to try again", () => {
    const away = Object.assign(new Error("connect"), { code: "ECONNREFUSED" });
    const response = problemResponse(away, "r");
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
  });

  it("lets no detail stand in for its own members", async () => {
    const error = new AppError("conflict", "Changed.", { details: { status: 200, code: "fine" } });
    expect(await problemResponse(error, "r").json()).toMatchObject({
      status: 409,
      code: "conflict",
    });
  });
});
