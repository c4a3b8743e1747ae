import type { Metadata } from "next";
import { AccountForms } from "#components/admin/accounts/account-forms.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const user = await requirePageRole("reader");
  return (
    <>
      <PageHeading title={user.name} kicker="Your account" lead={`${user.email}, ${user.role}`} />
      <AccountForms email={user.email} />
    </>
  );
}
