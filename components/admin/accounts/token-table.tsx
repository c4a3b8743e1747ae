import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { revokeTokenAction } from "#lib/accounts/actions-users.ts";
import type { ApiTokenItem } from "#lib/accounts/types.ts";

const COLUMNS: readonly Column<ApiTokenItem>[] = [
  { key: "name", heading: "Used by", cell: (token) => token.name },
  {
    key: "owner",
    heading: "Acts for",
    cell: ({ owner, isAsleep }) => (
      <>
        {owner.name}, {owner.role} {isAsleep && <Badge tone="danger">disabled</Badge>}
      </>
    ),
  },
  { key: "createdAt", heading: "Made", cell: (token) => <Instant at={token.createdAt} /> },
  { key: "lastUsedAt", heading: "Last used", cell: (token) => <Instant at={token.lastUsedAt} /> },
  {
    key: "revoke",
    heading: "Revoke",
    cell: (token) => (
      <ActionForm
        action={revokeTokenAction}
        hidden={{ tokenId: token.id }}
        submit="Revoke"
        about={token.name}
        tone="danger"
        layout="inline"
      />
    ),
  },
];

/** The API tokens that work. */
export function TokenTable({ tokens }: { tokens: readonly ApiTokenItem[] }) {
  if (tokens.length === 0) {
    return (
      <EmptyState title="No tokens">
        <p>A token lets a program of yours add and read articles over the API, in your name.</p>
      </EmptyState>
    );
  }
  return <DataTable caption="API tokens" columns={COLUMNS} rows={tokens} keyOf={({ id }) => id} />;
}
