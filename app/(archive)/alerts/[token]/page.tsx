import type { Metadata } from "next";
import { AlertNoteView, EndAlertView } from "#components/saved/alert-link-views.tsx";
import { getToEnd } from "#lib/saved-searches/data.ts";

type Props = PageProps<"/alerts/[token]">;

export const metadata: Metadata = {
  title: "Stop mails",
  robots: { index: false },
  referrer: "same-origin",
};

export default async function EndAlertPage({ params }: Props) {
  const { token } = await params;
  const alert = await getToEnd(token);
  if (alert) return <EndAlertView token={token} alert={alert} />;
  return <AlertNoteView title="No mails come by this link" lead="They have ended already." />;
}
