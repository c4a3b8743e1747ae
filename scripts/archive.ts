import { Command, CommanderError, Option } from "commander";
import { AppError } from "#lib/errors.ts";
import { isCalendarDay } from "#lib/dates/calendar-day.ts";
import { parseColumnChoices } from "#lib/ingest/records/written-choices.ts";
import { EXIT_CODES, EXIT_CODES_HELP } from "#scripts/exit-codes.ts";
import { loadSettings, reportProblem } from "#scripts/settings.ts";

/** As many as there are connections to the database. */
const MAX_CONCURRENCY = 10;
/** While one is read the database stores another; more were no faster on two cores, and larger. */
const DEFAULT_CONCURRENCY = 2;
/** Of a search, as on its page. */
const MAX_PAGES = 100;
const JSON_OPTION = ["--json", "print JSON for programs"] as const;
const CAPTURED_ON = [
  "--captured-on <day>",
  'day the text was taken, as 2025-02-27: what "yesterday" in it counts from',
] as const;
const COLUMNS = [
  "--columns <choice>",
  "which column of a table holds what, as headline=Title,body=Text,published=Date",
] as const;

// A stopped command must not leave its database running: exiting, unlike being killed, ends that too.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  process.once(signal, () => process.exit(EXIT_CODES.interrupted));
}
// Whoever read the answer has enough of it: `archive import … | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(EXIT_CODES.interrupted);
});
process.once("disconnect", () => process.exit(EXIT_CODES.interrupted));

const program = new Command("archive")
  .description("The archive of UK–US–Ukraine diplomacy, from the command line")
  .addHelpText("after", EXIT_CODES_HELP)
  .enablePositionalOptions()
  .exitOverride();

/** Adds a command whose work returns its exit code, and is loaded only to be done. */
function add(
  usage: string,
  describe: string,
  load: () => Promise<(...args: never[]) => Promise<number>>,
  parent: Command = program,
): Command {
  return parent
    .command(usage)
    .description(describe)
    .action(async (...args) => {
      const work = await load();
      process.exitCode = await work(...(args as never[]));
    });
}

function toConcurrency(value: string): number {
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= MAX_CONCURRENCY) return number;
  throw new CommanderError(
    EXIT_CODES.usage,
    "archive.concurrency",
    `--concurrency ${value} is no whole number from 1 to ${MAX_CONCURRENCY}.`,
  );
}

function toColumns(value: string) {
  try {
    return parseColumnChoices(value);
  } catch (error) {
    const { message } = error as Error;
    throw new CommanderError(EXIT_CODES.usage, "archive.columns", `--columns: ${message}`);
  }
}

function toDay(value: string): string {
  if (isCalendarDay(value)) return value;
  throw new CommanderError(
    EXIT_CODES.usage,
    "archive.day",
    `--captured-on ${value} is no day such as 2025-02-27.`,
  );
}

function collect(value: string, before: string[] = []): string[] {
  return [...before, value];
}

function toPage(value: string): string {
  if (/^[1-9]\d{0,2}$/.test(value) && Number(value) <= MAX_PAGES) return value;
  throw new CommanderError(
    EXIT_CODES.usage,
    "archive.page",
    `--page ${value} is no whole number from 1 to ${MAX_PAGES}.`,
  );
}

add(
  "import <file...>",
  "store articles as drafts: files, folders, archives, addresses; - reads standard input",
  async () => (await import("#scripts/commands/import.ts")).importFiles,
)
  .option("--publish", "publish what has a headline and a day")
  .option("--dry-run", "say what would become of each, and store nothing")
  .option("--concurrency <number>", "groups to work on at once", toConcurrency, DEFAULT_CONCURRENCY)
  .option(...CAPTURED_ON, toDay)
  .option(...COLUMNS, toColumns)
  .option(...JSON_OPTION);
add(
  "extract <file...>",
  "print what is understood of such articles; stores nothing",
  async () => (await import("#scripts/commands/extract.ts")).extract,
)
  .option(...CAPTURED_ON, toDay)
  .option(...COLUMNS, toColumns)
  .option(...JSON_OPTION);
add(
  "export [file]",
  "write the whole archive into one file; - is standard output",
  async () => (await import("#scripts/commands/export.ts")).exportCommand,
)
  .option("--published", "only what readers may see of published articles, without originals")
  .option(...JSON_OPTION);
add(
  "search [words...]",
  "search what readers may see; in quotes, all that the search box understands",
  async () => (await import("#scripts/commands/search.ts")).searchCommand,
)
  .option("--from <date>", 'first day, as 2025, "Feb 2022" or 2025-02-27')
  .option("--to <date>", "last day")
  .option("--topic <id>", "articles that have a topic; may be said again", collect)
  .option("--person <id>", "articles that mention somebody; may be said again", collect)
  .option("--outlet <slug>", "articles of an outlet, or of any that are named", collect)
  .addOption(
    new Option("--sort <order>", "order of what is found").choices([
      "relevance",
      "recent",
      "newest",
      "oldest",
    ]),
  )
  .option("--page <number>", "which ten of them", toPage)
  .option("--count", "print how many there are, and nothing else")
  .addOption(
    new Option("--export <kind>", "write all of them to standard output, the newest first")
      .choices(["csv", "jsonl", "bib", "ris"])
      .conflicts(["count", "json", "page", "sort"]),
  )
  .option(...JSON_OPTION);
add(
  "create-admin",
  "make an account that can do everything",
  async () => (await import("#scripts/commands/accounts.ts")).createAdminCommand,
)
  .requiredOption("--email <address>", "e-mail address to sign in with")
  .requiredOption("--name <name>", "name shown beside what they do")
  .option("--password-stdin", "read the password from standard input instead of asking")
  .option(...JSON_OPTION);
add(
  "create-token",
  "make an API token, and print it this one time",
  async () => (await import("#scripts/commands/accounts.ts")).createTokenCommand,
)
  .requiredOption("--email <address>", "whose rights it has")
  .requiredOption("--name <name>", "what it is for")
  .option(...JSON_OPTION);
add(
  "migrate",
  "bring the database to the newest schema",
  async () => (await import("#scripts/commands/database.ts")).migrateCommand,
).option(...JSON_OPTION);
add(
  "seed",
  "add the demo archive, or what is missing of it",
  async () => (await import("#scripts/commands/database.ts")).seedCommand,
).option(...JSON_OPTION);
add(
  "fingerprint",
  "look for repeats among articles stored before",
  async () => (await import("#scripts/commands/database.ts")).fingerprintCommand,
).option(...JSON_OPTION);
add(
  "understand",
  "go through all articles again by what topics and people are now",
  async () => (await import("#scripts/commands/understand.ts")).understandCommand,
)
  .option("--dry-run", "say what would change, and change nothing")
  .option(...JSON_OPTION);
const events = program.command("events").description("work on events");
add(
  "suggest",
  "look through new articles for events to suggest",
  async () => (await import("#scripts/commands/events.ts")).suggestEventsCommand,
  events,
).option(...JSON_OPTION);
add(
  "import <file>",
  "store the events of a TimelineJS file or a table, to be verified; - reads standard input",
  async () => (await import("#scripts/commands/event-files.ts")).importEventsCommand,
  events,
)
  .option("--dry-run", "say what would become of each, and store nothing")
  .option("--with-duplicates", "store also what seems to be in the archive already")
  .option(...JSON_OPTION);
add(
  "undo <import>",
  "take an import of events back, by its id",
  async () => (await import("#scripts/commands/event-files.ts")).undoImportCommand,
  events,
).option(...JSON_OPTION);
add(
  "export",
  "write the events of the timeline to standard output, the earliest first",
  async () => (await import("#scripts/commands/event-files.ts")).exportEventsCommand,
  events,
)
  .addOption(
    new Option("--format <format>", "of the file")
      .choices(["ics", "csv", "timelinejs"])
      .makeOptionMandatory(),
  )
  .option("--from <date>", 'first day, as 2025, "Feb 2022" or 2025-02-27')
  .option("--to <date>", "last day")
  .option("--topic <id>", "events that have a topic")
  .option("--lane <id>", "events of a lane: uk, us, ua, ru or eu; may be said again", collect);
for (const kind of ["bench", "eval"] as const) {
  const describe = kind === "bench" ? "measure speed" : "measure quality on real text";
  add(
    `${kind} [name] [options...]`,
    `${describe}; lists what there is without a name`,
    async () => {
      const { measure } = await import("#scripts/commands/measure.ts");
      return (name?: string, args?: string[]) => measure(kind, name, args ?? []);
    },
  )
    .passThroughOptions()
    .allowUnknownOption();
}

async function main(): Promise<number> {
  try {
    loadSettings("production");
    await program.parseAsync();
    return Number(process.exitCode ?? EXIT_CODES.ok);
  } catch (error) {
    if (error instanceof CommanderError) return explainUsage(error);
    reportProblem(error);
    const isUsage = error instanceof AppError && error.code === "invalid_input";
    return isUsage ? EXIT_CODES.usage : EXIT_CODES.failed;
  }
}

/** Commander has printed its own complaints by now, but not those of our option parsers. */
function explainUsage(error: CommanderError): number {
  if (error.code.startsWith("archive.")) console.error(error.message);
  return error.exitCode === 0 ? EXIT_CODES.ok : EXIT_CODES.usage;
}

const exitCode = await main();
// What is still on its way into a pipe would be lost by exiting.
await new Promise((resolve) => process.stdout.write("", resolve));
process.exit(exitCode);
