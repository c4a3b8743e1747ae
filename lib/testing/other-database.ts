import type { PrismaClient } from "#lib/db/generated/client.ts";
import { provideEnv } from "#lib/env.ts";

const holder = globalThis as typeof globalThis & { archiveDatabase?: PrismaClient };

/** Makes `database` of this process that at `url`: for what goes from one archive to another. */
export async function switchDatabase(url: string): Promise<void> {
  await holder.archiveDatabase?.$disconnect();
  delete holder.archiveDatabase;
  provideEnv({ DATABASE_URL: url });
}
