import type { Metadata } from "next";
import { AlertNoteView, ConfirmAlertView } from "#components/saved/alert-link-views.tsx";
import { setDocumentStatus } from "#lib/http/request-context.ts";
import { getToConfirm } from "#lib/saved-searches/data.ts";

type Props = PageProps<"/alerts/confirm/[token]">;

export const metadata: Metadata = {
  title: "Confirm mails",
  robots: { index: false },
  referrer: "same-origin",
};

export default async function ConfirmAlertPage({ params }: Props) {
  const { token } = await params;
  const alert = await getToConfirm(token);
  if (alert) return <ConfirmAlertView token={token} alert={alert} />;
  setDocumentStatus(410);
  const lead = "Ask for the mails once more on the page of the saved search.";
  return <AlertNoteView title="This link was used or has expired" lead={lead} />;
}
