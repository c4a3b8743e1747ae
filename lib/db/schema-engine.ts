import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm";
import type pg from "pg";

const require = createRequire(import.meta.url);

/**
 * Prisma's own migration engine, in the WebAssembly build that ships in npm: it writes the
 * ordinary `_prisma_migrations` table with the ordinary checksums, and needs no download.
 * `schema` is the text of `schema.prisma`. Free the engine after use.
 */
export async function openSchemaEngine(pool: pg.Pool, schema: string): Promise<SchemaEngine> {
  const bindings = await loadEngineModule();
  const adapterFactory = bindMigrationAwareSqlAdapterFactory(wholeScriptAdapterFactory(pool));
  return bindings.SchemaEngine.new(
    { datamodels: [["schema.prisma", schema]] },
    () => undefined,
    adapterFactory,
  );
}

type EngineModule = {
  SchemaEngine: typeof SchemaEngine;
  __wbg_set_wasm(wasm: WebAssembly.Exports): void;
};

let engineModule: EngineModule | undefined;

/** The package imports its `.wasm` file as a module, which Node cannot yet do without a flag. */
async function loadEngineModule(): Promise<EngineModule> {
  if (engineModule) return engineModule;
  const bindings: EngineModule & WebAssembly.ModuleImports =
    await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const file = require
    .resolve("@prisma/schema-engine-wasm/schema_engine_bg")
    .replace(/\.js$/, ".wasm");
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    "./schema_engine_bg.js": bindings,
  });
  bindings.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  return (engineModule = bindings);
}

/**
 * `@prisma/adapter-pg` cuts a script at every `;`, which breaks the bodies of functions.
 * This adapter sends it whole, so that PostgreSQL itself finds the statements.
 */
function wholeScriptAdapterFactory(pool: pg.Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await pool.query(script);
    };
    return adapter;
  };
  return factory;
}
