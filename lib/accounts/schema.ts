import { z } from "zod";
import { ROLES } from "#lib/auth/role.ts";

export const PASSWORD_MIN_CHARACTERS = 12;
export const PASSWORD_MAX_CHARACTERS = 200;

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(200, "This e-mail address is too long.")
  .pipe(z.email("This is not an e-mail address."));

export const personNameSchema = z
  .string()
  .trim()
  .min(1, "Please give a name.")
  .max(100, "At most 100 characters.");

export const roleSchema = z.enum(ROLES, "Please choose a role.");

/** A password as such; that it is not the person's own name is for `refusePersonalPassword`. */
export const passwordSchema = z
  .string()
  .min(PASSWORD_MIN_CHARACTERS, `At least ${PASSWORD_MIN_CHARACTERS} characters.`)
  .max(PASSWORD_MAX_CHARACTERS, `At most ${PASSWORD_MAX_CHARACTERS} characters.`)
  .refine((password) => new Set(password).size > 3, "This repeats too few characters.");

type Personal = { email: string; name: string; password: string };

const PERSONAL = "Your own name or e-mail is the first thing that anybody would try.";

/** True when a password is no more than the name or the e-mail of the person it belongs to. */
export function isPersonalPassword({ email, name, password }: Personal): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  const mailbox = email.split("@")[0] ?? "";
  return [email, name, mailbox].map(plain).includes(plain(password));
}

export const newAdminSchema = z
  .object({ email: emailSchema, name: personNameSchema, password: passwordSchema })
  .refine((given) => !isPersonalPassword(given), { path: ["password"], error: PERSONAL });

/** A password chosen by a person who is already known. */
export const chosenPasswordSchema = (person: { email: string; name: string }) =>
  passwordSchema.refine((password) => !isPersonalPassword({ ...person, password }), {
    error: PERSONAL,
  });

export const inviteSchema = z.object({
  email: emailSchema,
  name: personNameSchema,
  role: roleSchema,
});

export const userIdSchema = z.uuid("This is not a user.");

export const tokenIdSchema = z.uuid("This is not a token.");

export const tokenNameSchema = z
  .string()
  .trim()
  .min(1, "Please name what will use it.")
  .max(100, "At most 100 characters.");
