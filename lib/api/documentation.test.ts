import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { ENDPOINTS } from "#app/api/v1/endpoints.ts";
import { GET as openApiRoute } from "#app/api/v1/openapi.json/route.ts";
import { MAX_BATCH_BYTES } from "#lib/batches/schema.ts";
import { ERROR_CODES, httpStatusOf } from "#lib/errors.ts";
import { errorCodesOf, METHODS, toOpenApi } from "#lib/http/openapi.ts";
import { PROBLEM_TITLES } from "#lib/http/problem.ts";
import { RATE_LIMITS } from "#lib/http/rate-limit.ts";
import { MAX_ORIGINAL_BYTES } from "#lib/ingest/pipeline-sources.ts";
import { projectPath } from "#lib/runtime/project.ts";
import { callRoute } from "#lib/testing/call-route.ts";

const API_DIR = projectPath("app/api/v1");
const UNLISTED = ["[...unknown]", "openapi.json"];
const documentation = await readFile(projectPath("docs/api.md"), "utf8");

const operations = Object.entries(ENDPOINTS).flatMap(([path, handlers]) =>
  METHODS.flatMap((method) => {
    const declaration = handlers[method]?.declaration;
    return declaration ? [{ path, method, declaration }] : [];
  }),
);

/** The rows between two marks of the documentation, as cells, without the table's head. */
function rowsBetween(mark: string): string[][] {
  const [, part = ""] = documentation.split(new RegExp(`<!-- ${mark}:(?:start|end) -->`));
  const rows = part.trim().split("\n").slice(2);
  return rows.map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe("docs/api.md", () => {
  it("lists each address with who may ask and what it does", () => {
    expect(rowsBetween("endpoints")).toEqual(
      operations.map(({ path, method, declaration: { auth, summary } }) => [
        `\`${method} ${path}\``,
        auth === "public" ? "anyone" : auth.role,
        summary,
      ]),
    );
  });

  it("lists each error code with its status and meaning", () => {
    expect(rowsBetween("codes")).toEqual(
      ERROR_CODES.map((code) => [`\`${code}\``, String(httpStatusOf(code)), PROBLEM_TITLES[code]]),
    );
  });

  it("states the limits that are kept", () => {
    expect(rowsBetween("limits")).toEqual([
      ["Requests a minute without a token, from one network", String(RATE_LIMITS.network.points)],
      ["Requests a minute of one person's tokens", String(RATE_LIMITS.person.points)],
      ["Wrong tokens a minute, from one network", String(RATE_LIMITS.badToken.points)],
      ["An original", `${MAX_ORIGINAL_BYTES / 1024 / 1024} MB`],
      ["A batch", `${MAX_BATCH_BYTES / 1024 ** 3} GB`],
    ]);
    for (const { duration } of Object.values(RATE_LIMITS)) expect(duration).toBe(60);
  });
});

describe("the list of addresses", () => {
  it("holds every route file, and every method in it", async () => {
    const files = await readdir(API_DIR, { recursive: true });
    const paths = files
      .filter((file) => file.endsWith("/route.ts") && !UNLISTED.some((each) => file.includes(each)))
      .map((file) => `/${file.replace("/route.ts", "").replaceAll(/\[(\w+)\]/g, "{$1}")}`);
    expect(Object.keys(ENDPOINTS).sort()).toEqual(paths.sort());
    for (const path of paths) {
      const file = `${API_DIR}${path.replaceAll(/\{(\w+)\}/g, "[$1]")}/route.ts`;
      const exported = (await readFile(file, "utf8")).matchAll(/export const ([A-Z]+) = route\(/g);
      const listed = operations.filter((operation) => operation.path === path);
      expect(listed.map(({ method }) => method).sort()).toEqual(
        [...exported].map(([, method]) => method).sort(),
      );
    }
  });
});

it("answers every other method with those that there are", async () => {
  for (const [path, handlers] of Object.entries(ENDPOINTS)) {
    const there = operations.filter((operation) => operation.path === path);
    const allowed = there.map(({ method }) => method).join(", ");
    for (const method of METHODS) {
      const handler = handlers[method];
      if (!handler || handler.declaration) continue;
      const response = await handler();
      expect([path, response.status, response.headers.get("Allow")]).toEqual([path, 405, allowed]);
      expect(await response.json()).toMatchObject({ code: "method_not_allowed" });
    }
    expect(Object.keys(handlers).filter((name) => METHODS.includes(name as never))).toHaveLength(5);
  }
});

describe("openapi.json", () => {
  const document = toOpenApi(ENDPOINTS, { title: "t", version: "1", serverUrl: "https://x.test" });

  it("describes each operation, its errors among its answers", () => {
    for (const { path, method, declaration } of operations) {
      const operation = document.paths[path]?.[method.toLowerCase()] as {
        summary: string;
        responses: Record<string, { description: string }>;
      };
      expect(operation.summary).toBe(declaration.summary);
      for (const code of errorCodesOf(declaration)) {
        expect(operation.responses[httpStatusOf(code)]?.description).toContain(`\`${code}\``);
      }
    }
  });

  it("refers to nothing that it does not define, and names its path parameters", () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = ""]) => ref);
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) {
      expect(Object.keys(document.components.schemas)).toContain(
        name.replace("#/components/schemas/", ""),
      );
    }
    for (const { path, declaration } of operations) {
      expect(path.includes("{")).toBe(declaration.params !== undefined);
    }
  });

  it("is served, and names only error codes that exist", async () => {
    const response = await callRoute(openApiRoute);
    expect(response.status).toBe(200);
    const served = await response.json();
    expect(served.components.schemas.Problem.properties.code.enum).toEqual(ERROR_CODES);
  });
});
