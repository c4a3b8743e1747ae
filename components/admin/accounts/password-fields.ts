import type { FormField } from "#components/admin/form/form-field-types.ts";
import { PASSWORD_MAX_CHARACTERS, PASSWORD_MIN_CHARACTERS } from "#lib/accounts/schema.ts";

/** A new password, typed twice. */
export const NEW_PASSWORD_FIELDS: readonly FormField[] = [
  {
    kind: "password",
    name: "password",
    label: "New password",
    hint: `At least ${PASSWORD_MIN_CHARACTERS} characters. A few words that only you would put together are best.`,
    autoComplete: "new-password",
    maxLength: PASSWORD_MAX_CHARACTERS,
    required: true,
  },
  {
    kind: "password",
    name: "passwordAgain",
    label: "The same again",
    autoComplete: "new-password",
    maxLength: PASSWORD_MAX_CHARACTERS,
    required: true,
  },
];
