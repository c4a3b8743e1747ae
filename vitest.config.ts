import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["{lib,scripts,app,components,bench,prisma}/**/*.test.ts"] },
});
