import type { Metadata } from "next";
import { AlertNoteView } from "#components/saved/alert-link-views.tsx";

export const metadata: Metadata = { title: "Mails begin", robots: { index: false } };

export default function AlertConfirmedPage() {
  const lead = "You are told what is new from now on. Every mail says how to stop them.";
  return <AlertNoteView title="The mails begin" lead={lead} />;
}
