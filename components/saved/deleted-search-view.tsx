import { ChangeForm } from "#components/saved/change-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { addDays, formatDay } from "#lib/dates/calendar-day.ts";
import { today } from "#lib/dates/today.ts";
import { KEPT_AFTER_REMOVAL_DAYS } from "#lib/db/kept-removed.ts";
import type { SavedSearch } from "#lib/saved-searches/types.ts";

/** In place of a saved search that was deleted, for as long as that can be undone. */
export function DeletedSearchView({ token, saved }: { token: string; saved: SavedSearch }) {
  return (
    <>
      <PageHeading
        kicker={<a href="/saved">Saved searches</a>}
        title={`Deleted: ${saved.name}`}
        lead={`It can be taken back until ${formatDay(lastDayOf(saved))}. No mail is sent meanwhile.`}
      />
      <ChangeForm token={token} change="restore">
        <Button tone="primary">Undo</Button>
      </ChangeForm>
    </>
  );
}

function lastDayOf({ deletedAt }: SavedSearch): string {
  return addDays(today(deletedAt ?? new Date()), KEPT_AFTER_REMOVAL_DAYS);
}
