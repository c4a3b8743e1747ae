import { withDatabase } from "#scripts/with-database.ts";

/** Brings the database to the newest schema and prints what was applied. */
export async function migrateCommand({ json }: { json?: boolean }): Promise<number> {
  const applied = await withDatabase(async (names) => names);
  if (json) console.log(JSON.stringify({ applied }));
  else console.log(applied.length > 0 ? `Applied:\n  ${applied.join("\n  ")}` : "Up to date.");
  return 0;
}

/** Adds what is missing of the demo archive and prints how much that was. */
export async function seedCommand({ json }: { json?: boolean }): Promise<number> {
  const result = await withDatabase(async () => {
    const { seedDemoArchive } = await import("#lib/demo/mutations.ts");
    return seedDemoArchive();
  });
  const { created, events, articles } = result;
  if (json) console.log(JSON.stringify(result));
  else if (!created) console.log("The demo archive is already there; nothing was added.");
  else console.log(`Added ${events} events and ${articles} articles of the demo archive.`);
  return 0;
}
