import type { Metadata } from "next";
import { FollowForm } from "#components/admin/feeds/follow-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getFeedChoices } from "#lib/feeds/data-choices.ts";

export const metadata: Metadata = { title: "Follow a feed" };

export default async function FollowFeedPage() {
  await requirePageRole("editor");
  const choices = await getFeedChoices();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Feeds", href: "/admin/feeds" }]} />
      <PageHeading
        title="Follow a feed"
        lead="Its entries, those it has now and those to come, become drafts."
      />
      <FollowForm {...choices} />
    </>
  );
}
