import type { Metadata } from "next";
import { AlertNoteView } from "#components/saved/alert-link-views.tsx";

export const metadata: Metadata = { title: "Mails stopped", robots: { index: false } };

export default function AlertEndedPage() {
  const lead = "No more are sent, and your address is forgotten. The saved search itself stays.";
  return <AlertNoteView title="The mails have stopped" lead={lead} />;
}
