import type { Metadata } from "next";
import { InvitationForm } from "#components/admin/accounts/invitation-form.tsx";
import { NarrowPage } from "#components/admin/shell/narrow-page.tsx";
import { getInvitation } from "#lib/accounts/data.ts";
import { setDocumentStatus } from "#lib/http/request-context.ts";

// The address holds a secret: no other site may learn of it.
export const metadata: Metadata = {
  title: "Choose a password",
  robots: { index: false },
  // Not "no-referrer": then a form sent without a script would not say where it comes from, and be refused.
  referrer: "same-origin",
};

type InvitationPageProps = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: InvitationPageProps) {
  const { token } = await params;
  const person = await getInvitation(token);
  if (person) {
    return (
      <NarrowPage title="Choose a password" lead={`For ${person.name}, ${person.email}.`}>
        <InvitationForm token={token} email={person.email} />
      </NarrowPage>
    );
  }
  setDocumentStatus(410);
  const lead = "This link was used or has expired. An admin of the archive can give you a new one.";
  return (
    <NarrowPage title="This link no longer works" lead={lead}>
      <a href="/sign-in">Sign in</a>
    </NarrowPage>
  );
}
