import { ActionForm } from "#components/admin/form/action-form.tsx";
import type { FormField } from "#components/admin/form/form-field-types.ts";
import { signInAction } from "#lib/accounts/actions.ts";

const FIELDS: readonly FormField[] = [
  { kind: "email", name: "email", label: "E-mail", autoComplete: "username", required: true },
  {
    kind: "password",
    name: "password",
    label: "Password",
    autoComplete: "current-password",
    required: true,
  },
];

/** E-mail and password; `from` is where to go afterwards. */
export function SignInForm({ from }: { from?: string }) {
  return (
    <ActionForm
      action={signInAction}
      fields={FIELDS}
      hidden={from ? { from } : {}}
      submit="Sign in"
    />
  );
}
