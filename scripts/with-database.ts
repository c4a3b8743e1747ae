import { checkClient } from "#lib/runtime/build.ts";
import { requireDatabaseUrl } from "#lib/env.ts";
import { provideDatabaseForCommand } from "#lib/runtime/provide-database.ts";
import { runStep } from "#scripts/steps.mjs";

/** Who the audit names for what a command does. */
export const COMMAND_LINE = { userId: null, agent: "command line" };

/**
 * Runs `work` with a migrated database: of `DATABASE_URL`, of the running archive, or one started
 * for the command and stopped after it. What takes long is shown on standard error. `work` imports
 * what needs the Prisma client itself, since that may be generated only here.
 */
export async function withDatabase<T>(work: (migrated: string[]) => Promise<T>): Promise<T> {
  await ensureClient();
  const provided = await provideDatabaseForCommand();
  try {
    const { migrate } = await import("#lib/db/migrate.ts");
    return await work(await migrate(requireDatabaseUrl()));
  } finally {
    const { database } = await import("#lib/db/client.ts");
    await database.$disconnect();
    await provided.stop();
  }
}

/** Generates the Prisma client where it is missing or older than the schema, and shows that. */
export async function ensureClient(): Promise<void> {
  const client = await checkClient();
  if (client.isFresh) return;
  await runStep("Generating the database client", client.make, { stream: process.stderr });
}
