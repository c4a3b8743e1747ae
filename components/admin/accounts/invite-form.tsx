import { ROLE_OPTIONS } from "#components/admin/accounts/role-options.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import type { FormField } from "#components/admin/form/form-field-types.ts";
import { inviteUserAction } from "#lib/accounts/actions-users.ts";

const FIELDS: readonly FormField[] = [
  { kind: "text", name: "name", label: "Name", required: true, maxLength: 100 },
  { kind: "email", name: "email", label: "E-mail", required: true, maxLength: 200 },
  { kind: "choice", name: "role", label: "Role", options: ROLE_OPTIONS, value: "editor" },
];

/** Makes an account; the answer is a link to hand over, since the archive sends no e-mail. */
export function InviteForm() {
  return <ActionForm action={inviteUserAction} fields={FIELDS} submit="Invite" />;
}
