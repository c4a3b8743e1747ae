import { askPassword, readPasswordFromInput } from "#scripts/ask-password.ts";
import { COMMAND_LINE, withDatabase } from "#scripts/with-database.ts";

type AdminOptions = { email: string; name: string; passwordStdin?: boolean; json?: boolean };
type TokenOptions = { email: string; name: string; json?: boolean };

/** Makes an admin who can sign in with the password asked for. */
export async function createAdminCommand(options: AdminOptions): Promise<number> {
  const { email, name, passwordStdin, json } = options;
  const password = passwordStdin ? await readPasswordFromInput() : await askPassword();
  const { userId } = await withDatabase(async () => {
    const { createAdmin } = await import("#lib/accounts/mutations.ts");
    return createAdmin({ email, name, password }, COMMAND_LINE);
  });
  console.log(json ? JSON.stringify({ userId, email }) : `${email} can now sign in as admin.`);
  return 0;
}

/** Makes an API token for a person and prints it, the only time it can be seen. */
export async function createTokenCommand({ email, name, json }: TokenOptions): Promise<number> {
  const created = await withDatabase(async () => {
    const { createApiToken } = await import("#lib/accounts/mutations.ts");
    return createApiToken({ email, name }, COMMAND_LINE);
  });
  if (json) console.log(JSON.stringify(created));
  else {
    console.error("This token is shown only now. Keep it like a password:");
    console.log(created.token);
  }
  return 0;
}
