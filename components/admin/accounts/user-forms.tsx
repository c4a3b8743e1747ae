import { ROLE_OPTIONS } from "#components/admin/accounts/role-options.ts";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Stack } from "#components/admin/shell/stack.tsx";
import { Section } from "#components/ui/section.tsx";
import {
  disableUserAction,
  enableUserAction,
  renewInvitationAction,
  setUserRoleAction,
} from "#lib/accounts/actions-users.ts";
import type { UserItem } from "#lib/accounts/types.ts";

/** What an admin changes about somebody's account. */
export function UserForms({ user }: { user: UserItem }) {
  const hidden = { userId: user.id };
  return (
    <Stack>
      <Section title="What they may do" id="may">
        <ActionForm
          action={setUserRoleAction}
          hidden={hidden}
          fields={[
            {
              kind: "choice",
              name: "role",
              label: "Role",
              options: ROLE_OPTIONS,
              value: user.role,
            },
          ]}
          submit="Change the role"
        />
      </Section>
      <Section title={user.isInvited ? "Invitation" : "Lost password"} id="link">
        <p>A one-time link by which {user.name} chooses a password. Links made before it end.</p>
        <ActionForm
          action={renewInvitationAction}
          hidden={hidden}
          submit="Make a new link"
          tone="plain"
        />
      </Section>
      <Section title={user.disabledAt ? "Disabled" : "Disable"} id="access">
        <p>
          {user.disabledAt
            ? "This person cannot sign in, and their API tokens do not work."
            : "Signs this person out at once, everywhere. What they did stays, under their name."}
        </p>
        {user.disabledAt ? (
          <ActionForm action={enableUserAction} hidden={hidden} submit="Enable" tone="plain" />
        ) : (
          <ActionForm action={disableUserAction} hidden={hidden} submit="Disable" tone="danger" />
        )}
      </Section>
    </Stack>
  );
}
