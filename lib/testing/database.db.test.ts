import pg from "pg";
import { expect, inject, it } from "vitest";
import { requireDatabaseUrl } from "#lib/env.ts";
import { createTestDatabase } from "#lib/testing/database.ts";

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql).finally(() => client.end());
  return rows;
}

it("gives each test file a migrated database that no other file sees", async () => {
  const other = await createTestDatabase(inject("templateUrl"));
  await query(
    other.url,
    "INSERT INTO outlets (id, slug, name) VALUES (gen_random_uuid(), 'desk', 'Desk')",
  );
  expect(await query(other.url, "SELECT slug FROM outlets")).toEqual([{ slug: "desk" }]);
  expect(await query(requireDatabaseUrl(), "SELECT slug FROM outlets")).toEqual([]);
  await other.drop();
});

it("drops a database even while something is connected to it", async () => {
  const other = await createTestDatabase(inject("templateUrl"));
  const client = new pg.Client({ connectionString: other.url });
  const ended = new Promise((resolve) => client.on("error", resolve));
  await client.connect();
  await other.drop();
  await expect(ended).resolves.toMatchObject({ code: "57P01" });
  await expect(query(other.url, "SELECT 1")).rejects.toMatchObject({ code: "3D000" });
});
