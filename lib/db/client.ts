import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#lib/db/generated/client.ts";
import { requireDatabaseUrl } from "#lib/env.ts";

/** Enough for the pages in flight on two cores; a managed server shares its limit with others. */
const MAX_CONNECTIONS = 10;
const CONNECT_TIMEOUT_MS = 5_000;
const STATEMENT_TIMEOUT_MS = 30_000;
const MAX_NAMED_STATEMENTS = 200;
/** Stands in SQL that is hardly ever the same twice: a name would be wasted on it. */
export const UNNAMED = "/* unnamed */";

const statementNames = new Map<string, string>();

/**
 * Named statements are planned a few times only, and planning is a quarter of what most queries
 * cost. Each connection remembers every name, so there are only so many; later ones get none.
 */
function nameOf(sql: string): string {
  if (sql.includes(UNNAMED)) return "";
  const name = statementNames.get(sql);
  if (name !== undefined || statementNames.size >= MAX_NAMED_STATEMENTS) return name ?? "";
  statementNames.set(sql, `archive_${statementNames.size}`);
  return nameOf(sql);
}

function createClient(): PrismaClient {
  const adapter = new PrismaPg(
    {
      connectionString: requireDatabaseUrl(),
      max: MAX_CONNECTIONS,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      allowExitOnIdle: true,
    },
    { statementNameGenerator: ({ sql }) => nameOf(sql) },
  );
  return new PrismaClient({ adapter });
}

// Next loads this module once per bundle and again on each reload in development;
// the process keeps one pool.
const holder = globalThis as typeof globalThis & { archiveDatabase?: PrismaClient };

/** The Prisma client of this process, connected at its first query. */
export const database: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_target, property) => {
    holder.archiveDatabase ??= createClient();
    const value: unknown = Reflect.get(holder.archiveDatabase, property);
    return typeof value === "function" ? value.bind(holder.archiveDatabase) : value;
  },
});
