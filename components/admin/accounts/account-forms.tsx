import { NEW_PASSWORD_FIELDS } from "#components/admin/accounts/password-fields.ts";
import { AccountName } from "#components/admin/accounts/account-name.tsx";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import type { FormField } from "#components/admin/form/form-field-types.ts";
import { Stack } from "#components/admin/shell/stack.tsx";
import { Section } from "#components/ui/section.tsx";
import { changePasswordAction, endOtherSessionsAction } from "#lib/accounts/actions.ts";

const FIELDS: readonly FormField[] = [
  {
    kind: "password",
    name: "currentPassword",
    label: "Your password now",
    autoComplete: "current-password",
    required: true,
  },
  ...NEW_PASSWORD_FIELDS,
];

/** What people change about their own account. */
export function AccountForms({ email }: { email: string }) {
  return (
    <Stack>
      <Section title="Change the password" id="password">
        <ActionForm action={changePasswordAction} fields={FIELDS} submit="Change the password">
          <AccountName email={email} />
        </ActionForm>
      </Section>
      <Section title="Other machines" id="sessions">
        <ActionForm
          action={endOtherSessionsAction}
          submit="Sign out everywhere else"
          tone="plain"
        />
      </Section>
    </Stack>
  );
}
