import { expect, it } from "vitest";
import { adminListPath } from "#lib/articles/admin-list-path.ts";
import { adminListSchema } from "#lib/articles/schema.ts";

it("keeps what was asked, through address and back", () => {
  const query = adminListSchema.parse({ q: "Ada & co", status: "draft", lacks: "date", page: "3" });
  const path = adminListPath(query);
  const search = new URL(path, "http://archive.invalid").searchParams;
  expect(adminListSchema.parse(Object.fromEntries(search))).toEqual(query);
});

it("is short where nothing was asked, and takes nonsense for nothing", () => {
  const query = adminListSchema.parse({
    status: "burnt",
    from: "2025-02-30",
    page: "-1",
    sort: ["x"],
  });
  expect(adminListPath(query)).toBe("/admin/articles");
});
