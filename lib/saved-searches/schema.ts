import { z } from "zod";

export const MAX_NAME_CHARACTERS = 120;
/** More in one browser would not fit into its cookie. */
export const MAX_SAVED_PER_BROWSER = 50;
/** What is new is counted up to here. */
export const MAX_NEW = 200;
const MAX_PARAMETERS_CHARACTERS = 8_000;
const MAX_EMAIL_CHARACTERS = 254;

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

/** Ids of what was shown, with full stops between. */
const shownSchema = z
  .string()
  .max(MAX_NEW * 37)
  .transform((text) => text.split(".").filter((id) => id !== ""))
  .pipe(z.array(z.uuid()));

/** What the forms on the page of a saved search ask for, by the value of their button. */
export const changeSchema = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("see"),
    asOf: z.iso.datetime().transform((text) => new Date(text)),
    shown: shownSchema,
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
