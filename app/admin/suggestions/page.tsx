import type { Metadata } from "next";
import { Stack } from "#components/admin/shell/stack.tsx";
import { SuggestionList } from "#components/admin/suggestions/suggestion-list.tsx";
import { DecidedNotice } from "#components/admin/suggestions/suggestion-notices.tsx";
import {
  GroupingStatus,
  SuggestionStates,
} from "#components/admin/suggestions/suggestion-states.tsx";
import { STATE_WORDS, statePath } from "#components/admin/suggestions/suggestion-words.ts";
import { MainAndAside } from "#components/ui/columns.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import {
  countSuggestions,
  getSuggestion,
  listSuggestions,
  SUGGESTION_PAGE_SIZE,
} from "#lib/happenings/data.ts";
import { countPending } from "#lib/happenings/data-pending.ts";
import { suggestionListSchema } from "#lib/happenings/schema.ts";

export const metadata: Metadata = { title: "Suggested events" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SuggestionsPage({ searchParams }: Props) {
  await requirePageRole("editor");
  const { state, page, done } = suggestionListSchema.parse(await searchParams);
  const [{ items, total }, counts, progress, decided] = await Promise.all([
    listSuggestions(state, page),
    countSuggestions(),
    countPending(),
    done && getSuggestion(done),
  ]);
  return (
    <>
      <PageHeading
        title="Suggested events"
        lead="What several outlets tell of and the archive has no event for yet, read from their sentences. Nothing of it is public before somebody accepts it."
      />
      {decided && <DecidedNotice suggestion={decided} />}
      <MainAndAside aside={<SuggestionStates counts={counts} current={state} />}>
        <Stack>
          <GroupingStatus {...progress} />
          {total === 0 ? (
            <EmptyState title={`No suggestion is ${STATE_WORDS[state]}`} />
          ) : (
            <SuggestionList items={items} />
          )}
          <Pagination
            page={page}
            pageCount={Math.ceil(total / SUGGESTION_PAGE_SIZE)}
            hrefFor={(to) => statePath(state, to)}
            label="Suggestions"
          />
        </Stack>
      </MainAndAside>
    </>
  );
}
