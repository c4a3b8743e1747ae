import { ChangeForm } from "#components/saved/change-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { SavedSearch } from "#lib/saved-searches/types.ts";

/** In place of a saved search that was deleted, for as long as that can be undone. */
export function DeletedSearchView({ token, saved }: { token: string; saved: SavedSearch }) {
  return (
    <>
      <PageHeading
        kicker={<a href="/saved">Saved searches</a>}
        title={`Deleted: ${saved.name}`}
        lead="It is forgotten 30 days after it was deleted. No mail is sent meanwhile."
      />
      <ChangeForm token={token} change="restore">
        <Button tone="primary">Undo</Button>
      </ChangeForm>
    </>
  );
}
