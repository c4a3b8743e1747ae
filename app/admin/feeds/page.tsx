import type { Metadata } from "next";
import { FeedTables } from "#components/admin/feeds/feed-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listFeeds } from "#lib/feeds/data.ts";

export const metadata: Metadata = { title: "Feeds" };

export default async function FeedsPage() {
  await requirePageRole("editor");
  const feeds = await listFeeds();
  return (
    <>
      <PageHeading
        title="Feeds"
        lead="Followed feeds are polled by themselves; each new entry becomes a draft."
      >
        <p>
          <ButtonLink href="/admin/feeds/new" tone="primary">
            Follow a feed
          </ButtonLink>
        </p>
      </PageHeading>
      <FeedTables feeds={feeds} />
    </>
  );
}
