import { AccountName } from "#components/admin/accounts/account-name.tsx";
import { NEW_PASSWORD_FIELDS } from "#components/admin/accounts/password-fields.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { acceptInvitationAction } from "#lib/accounts/actions.ts";

type InvitationFormProps = { token: string; email: string };

/** The first password of an invited person, or a new one. */
export function InvitationForm({ token, email }: InvitationFormProps) {
  return (
    <ActionForm
      action={acceptInvitationAction}
      fields={NEW_PASSWORD_FIELDS}
      hidden={{ token }}
      submit="Save and sign in"
    >
      <AccountName email={email} />
    </ActionForm>
  );
}
