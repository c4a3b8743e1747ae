import type { Metadata } from "next";
import { AuditTable } from "#components/admin/audit/audit-table.tsx";
import { WaitingList } from "#components/admin/overview/waiting-list.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import { getWaitingCounts } from "#lib/articles/data-overview.ts";
import { listAuditEntries } from "#lib/audit/data.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { isAtLeast } from "#lib/auth/role.ts";
import { countSuggestions } from "#lib/happenings/data.ts";
import { countStatementsToReview } from "#lib/statements/data-review.ts";

export const metadata: Metadata = { title: "Overview" };

const RECENT_ENTRIES = 12;

export default async function OverviewPage() {
  const user = await requirePageRole("editor");
  const isAdmin = isAtLeast(user.role, "admin");
  const [waiting, statements, suggestions, recent] = await Promise.all([
    getWaitingCounts(),
    countStatementsToReview(),
    countSuggestions(),
    listAuditEntries({ isContentOnly: !isAdmin }, { limit: RECENT_ENTRIES }),
  ]);
  const aside = (
    <Section title="Waiting for you" id="waiting">
      <WaitingList counts={waiting} statements={statements} suggestions={suggestions.open ?? 0} />
    </Section>
  );
  return (
    <>
      <PageHeading title="Overview">
        <p>
          <ButtonLink href="/admin/articles/new" tone="primary">
            Add an article
          </ButtonLink>
        </p>
      </PageHeading>
      <MainAndAside aside={aside}>
        <Section
          title="Lately"
          id="lately"
          aside={isAdmin && <a href="/admin/audit">Everything that was done</a>}
        >
          <AuditTable items={recent.items} caption="Newest first, in London time" />
        </Section>
      </MainAndAside>
    </>
  );
}
