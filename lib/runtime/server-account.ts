import { AppError } from "#lib/errors.ts";
import { runProgram } from "#lib/runtime/run-program.ts";

export type ServerAccount = { uid: number; gid: number };

/** PostgreSQL refuses to run as root; Debian's packages call its account by the same name. */
const ACCOUNT_NAME = "postgres";

/**
 * The account that the embedded PostgreSQL runs as, where that is not our own: null unless we
 * are root. Makes the account where it is missing, as a PostgreSQL package would.
 */
export async function getServerAccount(): Promise<ServerAccount | null> {
  if (process.getuid?.() !== 0) return null;
  return (await findAccount()) ?? (await createAccount());
}

async function findAccount(): Promise<ServerAccount | null> {
  const ids = await Promise.all(
    ["-u", "-g"].map((flag) => runProgram("id", [flag, ACCOUNT_NAME], { cwd: "/" })),
  );
  const [uid, gid] = ids.map(({ code, output }) => (code === 0 ? Number(output) : null));
  return uid && gid ? { uid, gid } : null;
}

async function createAccount(): Promise<ServerAccount> {
  const args = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  const result = await runProgram("useradd", [...args, ACCOUNT_NAME], { cwd: "/" }).catch(
    () => null,
  );
  const account = result?.code === 0 ? await findAccount() : null;
  if (account) return account;
  throw new AppError(
    "unavailable",
    "PostgreSQL does not run as root, and no account for it could be made. Start the archive as an ordinary user, or set DATABASE_URL.",
  );
}

/** Whether the account may enter a folder and what leads to it; always true for our own. */
export async function canEnter(account: ServerAccount | null, folder: string): Promise<boolean> {
  if (!account) return true;
  const test = ["-c", 'test -r "$1" && test -x "$1"', "sh", folder];
  return (await runProgram("/bin/sh", test, { ...account, cwd: "/" })).code === 0;
}
