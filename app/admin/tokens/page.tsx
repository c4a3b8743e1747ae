import type { Metadata } from "next";
import { TokenTable } from "#components/admin/accounts/token-table.tsx";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { createTokenAction } from "#lib/accounts/actions-users.ts";
import { listApiTokens } from "#lib/accounts/data.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { isAtLeast } from "#lib/auth/role.ts";

export const metadata: Metadata = { title: "API tokens" };

export default async function TokensPage() {
  const user = await requirePageRole("editor");
  const tokens = await listApiTokens(isAtLeast(user.role, "admin") ? undefined : user.id);
  const hint = "Whatever you would recognise it by: newsroom import, my laptop.";
  const create = (
    <Section title="Make a token" id="create">
      <ActionForm
        action={createTokenAction}
        fields={[
          { kind: "text", name: "name", label: "Used by", hint, required: true, maxLength: 100 },
        ]}
        submit="Make a token"
      />
    </Section>
  );
  return (
    <>
      <PageHeading title="API tokens" lead="A token acts for a person, with the role they have." />
      <MainAndAside aside={create}>
        <TokenTable tokens={tokens} />
      </MainAndAside>
    </>
  );
}
