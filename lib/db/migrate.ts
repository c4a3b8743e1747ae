import { createHash } from "node:crypto";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { AppError } from "#lib/errors.ts";

const PRISMA_DIR = path.resolve(import.meta.dirname, "../../prisma");
const OLDEST_SERVER_VERSION = 150_000;
/** Any constant serves, as long as every process that migrates uses the same one. */
const MIGRATION_LOCK = 7_219_402;

/**
 * Applies every migration of `prisma/migrations` that the database lacks, as `prisma migrate
 * deploy` would, and returns their names in order. Two processes may call it at once: the
 * second waits. Throws `AppError` "unavailable" where the server is older than PostgreSQL 15.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4, allowExitOnIdle: true });
  const lockHolder = await pool.connect();
  try {
    await requireServerVersion(lockHolder);
    await lockHolder.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const migrations = await readMigrations(path.join(PRISMA_DIR, "migrations"));
    return (await areApplied(lockHolder, migrations)) ? [] : await apply(pool, migrations);
  } finally {
    await lockHolder.query("SELECT pg_advisory_unlock_all()").catch(() => undefined);
    lockHolder.release();
    await pool.end();
  }
}

type Migrations = Awaited<ReturnType<typeof readMigrations>>;

/** Exactly these were applied: mostly so, and known without the engine, which stays in memory once loaded. */
async function areApplied(
  client: pg.PoolClient,
  { migrationDirectories }: Migrations,
): Promise<boolean> {
  const { rows: tables } = await client.query(
    "SELECT 1 WHERE to_regclass('_prisma_migrations') IS NOT NULL",
  );
  if (tables.length === 0) return false;
  const { rows } = await client.query<{ applied: string }>(`
    SELECT migration_name || CASE WHEN finished_at IS NOT NULL THEN ' ' || checksum ELSE '' END AS applied
    FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`);
  const wanted = migrationDirectories.map(
    ({ path: name, migrationFile: { content } }) =>
      `${name} ${createHash("sha256").update(content.value).digest("hex")}`,
  );
  return rows.map(({ applied }) => applied).join() === wanted.join();
}

async function apply(pool: pg.Pool, migrationsList: Migrations): Promise<string[]> {
  const { openSchemaEngine } = await import("#lib/db/schema-engine.ts");
  const schema = await readFile(path.join(PRISMA_DIR, "schema.prisma"), "utf8");
  const engine = await openSchemaEngine(pool, schema);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList,
      filters: { externalTables: [], externalEnums: [] },
    });
    return appliedMigrationNames;
  } finally {
    engine.free();
  }
}

async function requireServerVersion(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>("SHOW server_version_num");
  const version = Number(rows[0]?.server_version_num);
  if (version >= OLDEST_SERVER_VERSION) return;
  throw new AppError(
    "unavailable",
    `The database server is PostgreSQL ${Math.floor(version / 10_000)}; the archive needs 15 or later. Point DATABASE_URL at a newer server.`,
  );
}

async function readMigrations(baseDir: string) {
  const entries = await readdir(baseDir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: await readFile(path.join(baseDir, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(path.join(baseDir, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}
