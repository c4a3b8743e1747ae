import type { Metadata } from "next";
import { SetUpForm } from "#components/admin/accounts/set-up-form.tsx";
import { NarrowPage } from "#components/admin/shell/narrow-page.tsx";
import { hasAdmin, isSetupOpen } from "#lib/accounts/data.ts";
import { setDocumentStatus } from "#lib/http/request-context.ts";

// The address holds a secret: no other site may learn of it.
export const metadata: Metadata = {
  title: "Set up the archive",
  robots: { index: false },
  // Not "no-referrer": then a form sent without a script would not say where it comes from, and be refused.
  referrer: "same-origin",
};

type SetUpPageProps = { params: Promise<{ token: string }> };

export default async function SetUpPage({ params }: SetUpPageProps) {
  const { token } = await params;
  if (await isSetupOpen(token)) {
    const lead = "You are the first here: this account may do everything, and invite others.";
    return (
      <NarrowPage title="Set up the archive" lead={lead}>
        <SetUpForm token={token} />
      </NarrowPage>
    );
  }
  setDocumentStatus(410);
  const lead = (await hasAdmin())
    ? "This archive already has an admin."
    : "This link was used or has expired. Start the archive again: it prints a new one.";
  return (
    <NarrowPage title="Nothing to set up here" lead={lead}>
      <a href="/sign-in">Sign in</a>
    </NarrowPage>
  );
}
