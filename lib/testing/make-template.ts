import type { TestProject } from "vitest/node";
import { getEnv } from "#lib/env.ts";
import { AppError } from "#lib/errors.ts";
import { createDatabaseTemplate } from "#lib/testing/database.ts";

declare module "vitest" {
  export interface ProvidedContext {
    templateUrl: string;
  }
}

/** Runs once before the database tests, and what it returns once after them. */
export default async function makeTemplate(project: TestProject): Promise<() => Promise<void>> {
  const serverUrl = getEnv().TEST_DATABASE_URL;
  if (!serverUrl) throw new AppError("unavailable", "TEST_DATABASE_URL is not set.");
  const template = await createDatabaseTemplate(serverUrl);
  project.provide("templateUrl", template.url);
  return () => template.drop();
}
