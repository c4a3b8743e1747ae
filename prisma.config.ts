import { defineConfig } from "prisma/config";

// Migrations are applied by lib/db/migrate.ts; this file lets the ordinary
// Prisma command line work on the same folder.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
