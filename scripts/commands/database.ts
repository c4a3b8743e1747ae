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

const ARTICLES_AT_A_TIME = 200;

/** Makes articles that were stored before repeats were looked for findable, and prints how many. */
export async function fingerprintCommand({ json }: { json?: boolean }): Promise<number> {
  const articles = await withDatabase(async () => {
    const { addMissingFingerprints } = await import("#lib/duplicates/mutations.ts");
    let total = 0;
    for (;;) {
      const added = await addMissingFingerprints(ARTICLES_AT_A_TIME);
      if (added === 0) return total;
      total += added;
    }
  });
  if (json) console.log(JSON.stringify({ articles }));
  else console.log(articles > 0 ? `Compared ${articles} articles.` : "All had been compared.");
  return 0;
}
