import { NEW_PASSWORD_FIELDS } from "#components/admin/accounts/password-fields.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import type { FormField } from "#components/admin/form/form-field-types.ts";
import { acceptSetupAction } from "#lib/accounts/actions.ts";

const FIELDS: readonly FormField[] = [
  { kind: "text", name: "name", label: "Your name", autoComplete: "name", required: true },
  { kind: "email", name: "email", label: "E-mail", autoComplete: "username", required: true },
  ...NEW_PASSWORD_FIELDS,
];

/** Who the first admin is. */
export function SetUpForm({ token }: { token: string }) {
  return (
    <ActionForm
      action={acceptSetupAction}
      fields={FIELDS}
      hidden={{ token }}
      submit="Become the first admin"
    />
  );
}
