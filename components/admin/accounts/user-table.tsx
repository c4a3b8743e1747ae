import { Badge } from "#components/ui/badge.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { UserItem } from "#lib/accounts/types.ts";

const COLUMNS: readonly Column<UserItem>[] = [
  {
    key: "name",
    heading: "Name",
    cell: (user) => <a href={`/admin/users/${user.id}`}>{user.name}</a>,
  },
  { key: "email", heading: "E-mail", cell: (user) => user.email },
  { key: "role", heading: "Role", cell: (user) => user.role },
  { key: "state", heading: "State", cell: (user) => <UserState user={user} /> },
  {
    key: "lastSignInAt",
    heading: "Last signed in",
    cell: (user) => <Instant at={user.lastSignInAt} />,
  },
];

/** Everybody with an account. */
export function UserTable({ users }: { users: readonly UserItem[] }) {
  return <DataTable caption="Accounts" columns={COLUMNS} rows={users} keyOf={(user) => user.id} />;
}

/** Whether a person can sign in, in a word. */
export function UserState({ user }: { user: UserItem }) {
  if (user.disabledAt) return <Badge tone="danger">disabled</Badge>;
  if (user.isInvited) return <Badge tone="unsure">invited</Badge>;
  return <Badge tone="good">active</Badge>;
}
