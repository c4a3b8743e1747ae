import { CountList, type CountListItem } from "#components/ui/count-list.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { WaitingCounts } from "#lib/articles/data-overview.ts";

type WaitingListProps = {
  counts: WaitingCounts;
  /** How many suggested statements wait. */
  statements: number;
  /** How many suggested events. */
  suggestions: number;
};

/** What waits for an archivist, each with the way there; nothing that is done. */
export function WaitingList({ counts, statements, suggestions }: WaitingListProps) {
  const items = toItems({ counts, statements, suggestions }).filter(({ count }) => count > 0);
  if (items.length === 0) {
    return (
      <EmptyState title="Nothing waits">
        <p>
          <a href="/admin/articles/new">Add an article</a>
        </p>
      </EmptyState>
    );
  }
  return <CountList items={items} unit="waiting" label="Waiting" />;
}

function toItems({ counts, statements, suggestions }: WaitingListProps): CountListItem[] {
  const drafts = "/admin/articles?status=draft";
  return [
    { key: "drafts", label: "Drafts", href: drafts, count: counts.drafts },
    {
      key: "no-date",
      label: "Drafts without a date",
      href: `${drafts}&lacks=date`,
      count: counts.draftsWithoutDate,
    },
    {
      key: "proposed",
      label: "Drafts whose headline is only proposed",
      href: `${drafts}&lacks=headline`,
      count: counts.draftsWithoutOwnHeadline,
    },
    {
      key: "articles",
      label: "Published articles to verify",
      href: "/admin/review",
      count: counts.articlesToVerify,
    },
    {
      key: "statements",
      label: "Suggested statements",
      href: "/admin/statements",
      count: statements,
    },
    {
      key: "suggestions",
      label: "Suggested events",
      href: "/admin/suggestions",
      count: suggestions,
    },
    {
      key: "events",
      label: "Events to verify",
      href: "/admin/review",
      count: counts.eventsToVerify,
    },
    {
      key: "versions",
      label: "New versions of pages",
      href: "/admin/versions",
      count: counts.newVersions,
    },
    { key: "bin", label: "In the bin", href: "/admin/bin", count: counts.inBin },
  ];
}
