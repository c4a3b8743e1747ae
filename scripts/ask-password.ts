import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { text } from "node:stream/consumers";
import { AppError } from "#lib/errors.ts";

/** A password typed twice, unseen. Throws `AppError` "invalid_input" where nobody could type. */
export async function askPassword(): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new AppError(
      "invalid_input",
      "There is no terminal to ask for the password in. Hand it over with --password-stdin.",
    );
  }
  const password = await askUnseen("Password (12 characters or more): ");
  if (password === (await askUnseen("The same again: "))) return password;
  throw new AppError("invalid_input", "The two passwords differ. Nothing was changed.");
}

/** The password handed over on standard input, without the line end that `echo` adds. */
export async function readPasswordFromInput(): Promise<string> {
  return (await text(process.stdin)).replace(/\r?\n$/, "");
}

async function askUnseen(question: string): Promise<string> {
  process.stderr.write(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  terminal.once("SIGINT", () => process.exit(130));
  try {
    return await terminal.question("");
  } finally {
    terminal.close();
    process.stderr.write("\n");
  }
}
