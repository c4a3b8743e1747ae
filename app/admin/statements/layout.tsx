import type { ReactNode } from "react";
import { KnownSpeakers } from "#components/admin/statements/known-speakers.tsx";
import { REVIEW_SHORTCUTS } from "#components/admin/statements/review-shortcuts.ts";
import { KeyboardShortcuts } from "#components/layout/keyboard-shortcuts.tsx";
import { listActorChoices } from "#lib/actors/data-names.ts";

/** What stays from statement to statement, so that the way to the next one is short. */
export default async function StatementsLayout({ children }: { children: ReactNode }) {
  const actors = await listActorChoices();
  return (
    <>
      {children}
      <KnownSpeakers actors={actors} />
      <KeyboardShortcuts shortcuts={REVIEW_SHORTCUTS} />
    </>
  );
}
