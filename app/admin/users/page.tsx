import type { Metadata } from "next";
import { InviteForm } from "#components/admin/accounts/invite-form.tsx";
import { UserTable } from "#components/admin/accounts/user-table.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { listUsers } from "#lib/accounts/data.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "Users" };

export default async function UsersPage() {
  await requirePageRole("admin");
  const users = await listUsers();
  const invite = (
    <Section title="Invite somebody" id="invite">
      <InviteForm />
    </Section>
  );
  return (
    <>
      <PageHeading title="Users" />
      <MainAndAside aside={invite}>
        <UserTable users={users} />
      </MainAndAside>
    </>
  );
}
