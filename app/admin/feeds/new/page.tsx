import type { Metadata } from "next";
import { FollowForm } from "#components/admin/feeds/follow-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listFeedOutlets } from "#lib/feeds/data-outlets.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

export const metadata: Metadata = { title: "Follow a feed" };

export default async function FollowFeedPage() {
  await requirePageRole("editor");
  const [outlets, topics] = await Promise.all([listFeedOutlets(), listTopicRefs()]);
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Feeds", href: "/admin/feeds" }]} />
      <PageHeading
        title="Follow a feed"
        lead="Its entries, those it has now and those to come, become drafts."
      />
      <FollowForm outlets={outlets} topics={topics} />
    </>
  );
}
