import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { UserForms } from "#components/admin/accounts/user-forms.tsx";
import { UserState } from "#components/admin/accounts/user-table.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { Instant } from "#components/ui/instant.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getUser } from "#lib/accounts/data.ts";
import { userIdSchema } from "#lib/accounts/schema.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "User" };

export default async function UserPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageRole("admin");
  const id = userIdSchema.safeParse((await params).id);
  const user = id.success ? await getUser(id.data) : null;
  if (!user) notFound();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Users", href: "/admin/users" }]} />
      <PageHeading title={user.name} lead={user.email}>
        <p>
          <UserState user={user} /> since <Instant at={user.disabledAt ?? user.createdAt} />
          {", last signed in "}
          <Instant at={user.lastSignInAt} />.{" "}
          <a href={`/admin/audit?who=${user.id}`}>What they did</a>
        </p>
      </PageHeading>
      <UserForms user={user} />
    </>
  );
}
