import { getEnv, requireDatabaseUrl } from "#lib/env.ts";

type Step = <T>(
  label: string,
  work: () => Promise<T>,
  detail?: (result: T) => string,
) => Promise<T>;

/**
 * Brings the database to where the site can open: its schema, a first admin and, where it is
 * empty, the demo archive. Returns the one-time set-up link while there is no admin. What it
 * needs is imported late, because the Prisma client may have been generated only just now.
 */
export async function fillDatabase(step: Step): Promise<string | null> {
  await step("Updating the database", applyMigrations, (names) =>
    names.length > 0 ? `${names.length} migrations` : "nothing new",
  );
  const setupLink = await provideFirstAdmin();
  await provideDemo(step);
  await bringIndexUpToDate(step);
  await weighEvents(step);
  return setupLink;
}

/** Before the site opens, since what is in no segment is held in its memory: after an update, all of it. */
async function bringIndexUpToDate(step: Step): Promise<void> {
  const { indexPending, isIndexingDue } = await import("#lib/search/mutations-index.ts");
  if (!(await isIndexingDue())) return;
  await step(
    "Putting articles into the search's index",
    () => indexPending(),
    (count) => `${count} articles`,
  );
}

/** Before the site opens, so that its first pages name the events that matter. */
async function weighEvents(step: Step): Promise<void> {
  const { isWeighingDue, weighMarkedEvents } = await import("#lib/events/mutations-importance.ts");
  if (!(await isWeighingDue())) return;
  await step(
    "Weighing events",
    () => weighMarkedEvents(),
    (count) => `${count} events`,
  );
}

async function applyMigrations(): Promise<string[]> {
  const { migrate } = await import("#lib/db/migrate.ts");
  return migrate(requireDatabaseUrl());
}

async function provideFirstAdmin(): Promise<string | null> {
  const [{ hasAdmin }, { createAdmin, createSetupLink }] = await Promise.all([
    import("#lib/accounts/data.ts"),
    import("#lib/accounts/mutations.ts"),
  ]);
  if (await hasAdmin()) return null;
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = getEnv();
  if (!email || !password) return getEnv().ARCHIVE_URL + (await createSetupLink());
  await createAdmin(
    { email, name: email.split("@")[0] ?? email, password },
    { userId: null, agent: "start command" },
  );
  return null;
}

async function provideDemo(step: Step): Promise<void> {
  if (getEnv().ARCHIVE_DEMO === "off") return;
  const [{ isArchiveEmpty }, { seedDemoArchive }] = await Promise.all([
    import("#lib/demo/data.ts"),
    import("#lib/demo/mutations.ts"),
  ]);
  if (!(await isArchiveEmpty())) return;
  await step(
    "Loading the demo archive",
    () => seedDemoArchive(),
    ({ events, articles }) => `${events} events, ${articles} articles`,
  );
}
