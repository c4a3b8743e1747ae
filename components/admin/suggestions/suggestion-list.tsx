import { coverageWords, participantWords } from "#components/admin/suggestions/suggestion-words.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Entry, EntryList } from "#components/ui/entry-list.tsx";
import { formatEdtf } from "#lib/dates/edtf.ts";
import type { SuggestionLine } from "#lib/happenings/types.ts";

/** Suggestions, the latest happening first, each with the way to its evidence. */
export function SuggestionList({ items }: { items: readonly SuggestionLine[] }) {
  return (
    <EntryList label="Suggested events">
      {items.map((suggestion) => (
        <Entry
          key={suggestion.id}
          href={`/admin/suggestions/${suggestion.id}`}
          title={suggestion.title}
          date={suggestion.startsOn}
          dateLabel={formatEdtf(suggestion.date)}
          meta={
            <>
              {suggestion.state === "open" && <Badge tone="unsure">proposed</Badge>}{" "}
              {coverageWords(suggestion)}
            </>
          }
        >
          {participantWords(suggestion)}
        </Entry>
      ))}
    </EntryList>
  );
}
