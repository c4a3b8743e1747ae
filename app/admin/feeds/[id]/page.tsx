import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FeedEntries } from "#components/admin/feeds/feed-entries.tsx";
import { FeedSettings } from "#components/admin/feeds/feed-settings.tsx";
import { FeedNotice, FeedStatus } from "#components/admin/feeds/feed-status.tsx";
import { Stack } from "#components/admin/shell/stack.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { MainAndAside } from "#components/ui/columns.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { Section } from "#components/ui/section.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getFeedChoices } from "#lib/feeds/data-choices.ts";
import { ENTRY_PAGE_SIZE, getFeed, listFeedEntries } from "#lib/feeds/data.ts";
import { feedIdSchema, feedPageSchema } from "#lib/feeds/schema.ts";

export const metadata: Metadata = { title: "Feed" };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function FeedPage({ params, searchParams }: Props) {
  await requirePageRole("editor");
  const asked = feedIdSchema.safeParse((await params).id);
  const feed = asked.success ? await getFeed(asked.data) : null;
  if (!feed) notFound();
  const { page } = feedPageSchema.parse(await searchParams);
  const [entries, choices] = await Promise.all([listFeedEntries(feed.id, page), getFeedChoices()]);
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Feeds", href: "/admin/feeds" }]} />
      <PageHeading title={feed.title} kicker={feed.address} />
      <FeedNotice feed={feed} />
      <MainAndAside
        aside={feed.state !== "removed" && <FeedSettings feed={feed} choices={choices} />}
      >
        <Stack>
          <FeedStatus feed={feed} />
          <Section title="Entries" id="entries">
            <FeedEntries entries={entries} />
            <Pagination
              page={page}
              pageCount={Math.ceil(feed.entryCount / ENTRY_PAGE_SIZE)}
              hrefFor={(number) => `/admin/feeds/${feed.id}?page=${number}`}
              label="Entries"
            />
          </Section>
        </Stack>
      </MainAndAside>
    </>
  );
}
