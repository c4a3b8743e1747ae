import { z } from "zod";
import { AppError } from "#lib/errors.ts";

const SECRET_MIN_CHARACTERS = 32;
const PASSWORD_MIN_CHARACTERS = 12;
const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/\S+$/, "is not an address such as postgres://user:password@host/name");

/** An address, or a name and an address in pointed brackets. */
const MAILBOX = /^(?:[^<>\r\n"]{1,100}<[^\s<>@,;]+@[^\s<>@,;]+>|[^\s<>@,;]+@[^\s<>@,;]+)$/;

/**
 * Every setting of the archive, in the order in which the README lists them. An empty value
 * counts as not set. Where there is no default, `whenUnset` is what the documentation says.
 * `NODE_ENV` is Next's and Node's own, and is not a setting.
 */
export const envSchema = z.object({
  PORT: z.coerce
    .number("is not a number")
    .int("is not a whole number")
    .min(0, "is below 0")
    .max(65_535, "is above 65535")
    .default(3000)
    .describe("Port of the site; `0` takes any free one."),
  HOST: z
    .string()
    .default("127.0.0.1")
    .describe("Network address to listen on; `0.0.0.0` opens the site to other machines."),
  ARCHIVE_URL: z
    .url({ protocol: /^https?$/, error: "is not an address such as https://archive.example.org" })
    .transform((url) => url.replace(/\/+$/, ""))
    .optional()
    .meta({
      description: "Public address of the site, used in permalinks, feeds and sign-in.",
      whenUnset: "`http://localhost:` and the port",
    }),
  DATABASE_URL: postgresUrl.optional().meta({
    description: "A PostgreSQL 15 or later to use; behind PgBouncer, 1.21 or later.",
    whenUnset: "an embedded PostgreSQL in the data folder",
  }),
  TRUST_PROXY: z
    .enum(["on", "off"], "is neither on nor off")
    .default("off")
    .describe(
      "`on`: a proxy of yours stands in front; the reader's address is the last of `X-Forwarded-For`.",
    ),
  ARCHIVE_DATA_DIR: z
    .string()
    .default(".data")
    .describe(
      "Folder of the embedded database and of generated secrets; made private to its owner.",
    ),
  ARCHIVE_DEMO: z
    .enum(["on", "off"], "is neither on nor off")
    .default("on")
    .describe("`off`: an empty database stays empty instead of getting the demo archive."),
  ADMIN_EMAIL: z.email("is not an e-mail address").optional().meta({
    description: "E-mail of the first admin, made at start while there is none.",
    whenUnset: "a one-time set-up link is printed",
  }),
  ADMIN_PASSWORD: z
    .string()
    .min(PASSWORD_MIN_CHARACTERS, `is shorter than ${PASSWORD_MIN_CHARACTERS} characters`)
    .optional()
    .meta({
      description: `Password of the first admin, at least ${PASSWORD_MIN_CHARACTERS} characters; unset it once signed in.`,
      whenUnset: "a one-time set-up link is printed",
    }),
  SESSION_SECRET: z
    .string()
    .min(SECRET_MIN_CHARACTERS, `is shorter than ${SECRET_MIN_CHARACTERS} characters`)
    .optional()
    .meta({
      description: `Key that signs sessions, at least ${SECRET_MIN_CHARACTERS} characters; the same on every server.`,
      whenUnset: "generated once into the data folder",
    }),
  WORKER: z
    .enum(["on", "off"], "is neither on nor off")
    .default("on")
    .describe("`off`: the site leaves work in the background to `npm run worker`."),
  FETCH_ALLOWED_HOSTS: z
    .string()
    .transform((list) => list.split(/[\s,]+/).filter((host) => host !== ""))
    .optional()
    .meta({
      description:
        "Names of hosts in your own network, with commas between, that pages may be fetched from.",
      whenUnset: "hosts of the public internet only",
    }),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S+$/, "is not an address such as smtp://user:password@host:587")
    .optional()
    .meta({
      description: "Server for mail to readers: `smtp://user:password@host:587`, or `smtps://`.",
      whenUnset: "no mail is sent, and none offered",
    }),
  MAIL_FROM: z
    .string()
    .regex(MAILBOX, "is neither an e-mail address nor of the form Name <address>")
    .optional()
    .meta({
      description: "Sender of these mails: `The Archive <alerts@archive.example.org>`.",
      whenUnset: "no mail is sent, and none offered",
    }),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, `is none of ${LOG_LEVELS.join(", ")}`)
    .default("info")
    .describe(`How much is logged: ${LOG_LEVELS.map((level) => `\`${level}\``).join(", ")}.`),
  CHROMIUM_PATH: z.string().optional().meta({
    description: "Tests and benchmarks: the Chromium or Chrome to use.",
    whenUnset: "an installed one is found, or one is installed",
  }),
  TEST_DATABASE_URL: postgresUrl.optional().meta({
    description: "Tests: a PostgreSQL server where they may create and drop databases.",
    whenUnset: "an embedded PostgreSQL in a temporary folder",
  }),
});

export type Env = Omit<z.infer<typeof envSchema>, "ARCHIVE_URL"> & { ARCHIVE_URL: string };

type EnvVariable = { name: string; description: string; default: string };

/** Every variable as documented: `default` is Markdown, the value itself or what happens without. */
export const ENV_VARIABLES: readonly EnvVariable[] = Object.entries(envSchema.shape).map(
  ([name, schema]) => ({
    name,
    description: String(schema.meta()?.description),
    default:
      schema instanceof z.ZodDefault
        ? `\`${String(schema.def.defaultValue)}\``
        : String(schema.meta()?.whenUnset),
  }),
);

/**
 * Reads settings from `source`. Throws `AppError` "invalid_input" whose message names every
 * wrong variable in a line of its own, and never repeats a value, since some are secrets.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.keys(envSchema.shape).flatMap((name) => (source[name] ? [[name, source[name]]] : [])),
  );
  const { data, error } = envSchema.safeParse(given);
  const problems = error?.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`) ?? [];
  if ((given.ADMIN_EMAIL === undefined) !== (given.ADMIN_PASSWORD === undefined)) {
    problems.push("ADMIN_EMAIL and ADMIN_PASSWORD belong together; only one of them is set.");
  }
  if ((given.SMTP_URL === undefined) !== (given.MAIL_FROM === undefined)) {
    problems.push("SMTP_URL and MAIL_FROM belong together; only one of them is set.");
  }
  if (!data || problems.length > 0) {
    throw new AppError(
      "invalid_input",
      ["Some settings are wrong; please correct them and start again.", ...problems].join("\n  "),
    );
  }
  return { ...data, ARCHIVE_URL: data.ARCHIVE_URL ?? `http://localhost:${data.PORT}` };
}

let current: Env | undefined;

/** The settings of this process, read at the first call. Throws as `parseEnv` does. */
export function getEnv(): Env {
  return (current ??= parseEnv(process.env));
}

/**
 * Sets variables for this process and everything it starts, once the start command has learnt
 * them: the address of the embedded database, the generated secret, the port taken.
 */
export function provideEnv(values: Partial<Record<keyof Env, string>>): Env {
  Object.assign(process.env, values);
  return (current = parseEnv(process.env));
}

/** The environment for a program that we start: our own, changed by `values`. */
export function programEnv(values: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...values };
}

/** next-auth learns the address of the site from its own variable only. */
export function provideNextAuthUrl(): void {
  process.env.NEXTAUTH_URL = getEnv().ARCHIVE_URL;
}

/** The database to use. Throws `AppError` "unavailable" where nothing has provided one. */
export function requireDatabaseUrl(): string {
  return requireSetting("DATABASE_URL");
}

/** The key that signs sessions. Throws `AppError` "unavailable" where nothing has provided one. */
export function requireSessionSecret(): string {
  return requireSetting("SESSION_SECRET");
}

function requireSetting(name: "DATABASE_URL" | "SESSION_SECRET"): string {
  const value = getEnv()[name];
  if (value) return value;
  throw new AppError(
    "unavailable",
    `${name} is not set. Start the archive with npm start, which provides it, or set it yourself.`,
  );
}
