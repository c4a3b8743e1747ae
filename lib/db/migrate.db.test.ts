import pg from "pg";
import { expect, inject, it } from "vitest";
import { migrate } from "#lib/db/migrate.ts";
import { createTestDatabase } from "#lib/testing/database.ts";

it("applies what is missing once, and does not pass over what failed before", async () => {
  const { url, drop } = await createTestDatabase(inject("templateUrl"));
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    expect(await migrate(url)).toEqual([]);
    // As it was before the newest one.
    await client.query("ALTER TABLE batches DROP COLUMN columns");
    await client.query(
      "DELETE FROM _prisma_migrations WHERE migration_name LIKE '%_batch_columns'",
    );
    expect(await migrate(url)).toEqual([expect.stringMatching(/_batch_columns$/)]);
    await client.query("SELECT columns FROM batches");
    expect(await migrate(url)).toEqual([]);
    await client.query(
      "UPDATE _prisma_migrations SET finished_at = NULL, logs = 'no space' WHERE migration_name LIKE '%_batch_columns'",
    );
    await expect(migrate(url)).rejects.toThrow();
  } finally {
    await client.end();
    await drop();
  }
});
