import pg from "pg";
import { openSchemaEngine } from "#lib/db/schema-engine.ts";

/**
 * The SQL that leads from one `schema.prisma` to another (`null`: from nothing). The engine
 * wants a server to talk to, but reads and changes nothing there. What Prisma's schema cannot
 * express has to be added by hand.
 */
export async function draftMigrationSql(
  databaseUrl: string,
  from: string | null,
  to: string,
): Promise<string> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const engine = await openSchemaEngine(pool, to);
  const datamodel = (content: string) => ({
    tag: "schemaDatamodel" as const,
    files: [{ path: "schema.prisma", content }],
  });
  try {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: "empty" } : datamodel(from),
      to: datamodel(to),
      script: true,
      exitCode: null,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? "";
  } finally {
    engine.free();
    await pool.end();
  }
}
