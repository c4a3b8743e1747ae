import type { TestProject } from "vitest/node";
import { getEnv } from "#lib/env.ts";
import { createDatabaseTemplate } from "#lib/testing/database.ts";
import { startTemporaryServer } from "#lib/testing/temporary-server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

/** Runs once before the database tests, and what it returns once after them. */
export default async function makeTemplate(project: TestProject): Promise<() => Promise<void>> {
  const given = getEnv().TEST_DATABASE_URL;
  const server = given
    ? { url: given, stop: () => Promise.resolve() }
    : await startTemporaryServer();
  const template = await createDatabaseTemplate(server.url);
  project.provide("templateUrl", template.url);
  return async () => {
    await template.drop();
    await server.stop();
  };
}
