import { inject } from "vitest";
import { provideEnv } from "#lib/env.ts";
import { createTestDatabase } from "#lib/testing/database.ts";

// Runs before a test file is loaded, so that the Prisma client it imports finds a database
// of its own. The template's teardown drops it, when the file's connections are gone.
const database = await createTestDatabase(inject("templateUrl"));
provideEnv({ DATABASE_URL: database.url });
