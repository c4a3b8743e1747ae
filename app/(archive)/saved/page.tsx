import type { Metadata } from "next";
import { SavedListView } from "#components/saved/saved-list-view.tsx";
import { listRememberedTokens } from "#lib/saved-searches/answer-change.ts";
import { listSaved } from "#lib/saved-searches/data.ts";
import { noteOpened } from "#lib/saved-searches/mutations.ts";

// It leads to addresses that are secrets: no other site may learn of them.
export const metadata: Metadata = {
  title: "Saved searches",
  robots: { index: false },
  referrer: "same-origin",
};

export default async function SavedPage() {
  const tokens = await listRememberedTokens();
  await noteOpened(tokens);
  return <SavedListView lines={await listSaved(tokens)} />;
}
