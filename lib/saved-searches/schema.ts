import { z } from "zod";

export const MAX_NAME_CHARACTERS = 120;
/** More in one browser would not fit into its cookie. */
export const MAX_SAVED_PER_BROWSER = 50;
/** What is new is counted up to here. */
export const MAX_NEW = 200;
/** A saved search that was neither opened nor mailed for so long ends. */
export const KEPT_UNOPENED_DAYS = 365;
const MAX_PARAMETERS_CHARACTERS = 8_000;
const MAX_EMAIL_CHARACTERS = 254;
const MAX_SNAPSHOT_CHARACTERS = 20_000;

export const CADENCES = ["hourly", "daily", "weekly"] as const;
export type AlertCadence = (typeof CADENCES)[number];

/** The secret of an address: 256 bits as `createSecretToken` makes them. */
export const secretSchema = z.string().regex(/^[\w-]{43}$/, "There is nothing at this address.");

export const newSearchSchema = z.object({
  search: z.string().max(MAX_PARAMETERS_CHARACTERS, "This search is too long to be saved."),
});

const nameSchema = z
  .string()
  .transform((name) => name.replace(/[\p{Cc}\p{Cs}\s]+/gu, " ").trim())
  .pipe(
    z.string().min(1, "Please give a name.").max(MAX_NAME_CHARACTERS, "This name is too long."),
  );

const emailSchema = z
  .string()
  .trim()
  .max(MAX_EMAIL_CHARACTERS, "This e-mail address is too long.")
  .pipe(z.email("This is not an e-mail address."));

const cadenceSchema = z.enum(CADENCES, "Please choose how often.");

/** A `pg_snapshot`: where it begins and ends, and what ran in between, in order. */
const snapshotSchema = z
  .string()
  .max(MAX_SNAPSHOT_CHARACTERS)
  .regex(/^[1-9]\d{0,17}:\d{1,18}:(\d{1,18}(,\d{1,18})*)?$/)
  .refine((text) => {
    const [start = 0n, end = 0n, ...running] = (text.match(/\d+/g) ?? []).map(BigInt);
    const inOrder = [start, ...running].every((one, i) => one <= (running[i] ?? one));
    return start <= end && inOrder && running.every((one) => one < end);
  });

/** What the forms on the page of a saved search ask for, by the value of their button. */
export const changeSchema = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("see"),
    asOf: z.iso.datetime().transform((text) => new Date(text)),
    snapshot: snapshotSchema,
  }),
  z.object({ do: z.literal("rename"), name: nameSchema }),
  z.object({ do: z.literal("delete") }),
  z.object({ do: z.literal("restore") }),
  z.object({ do: z.literal("remember") }),
  z.object({ do: z.literal("forget") }),
  z.object({ do: z.literal("mail"), email: emailSchema, cadence: cadenceSchema }),
  z.object({ do: z.literal("pace"), cadence: cadenceSchema }),
  z.object({ do: z.literal("resume") }),
  z.object({ do: z.literal("unmail") }),
]);
export type SavedSearchChange = z.output<typeof changeSchema>;

export const confirmationSchema = z.object({ token: secretSchema });
