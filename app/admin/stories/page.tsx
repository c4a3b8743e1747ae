import type { Metadata } from "next";
import { StoryTable } from "#components/admin/stories/story-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { listStoriesForAdmin } from "#lib/stories/data-admin.ts";

export const metadata: Metadata = { title: "Stories" };

export default async function StoriesAdminPage() {
  await requirePageRole("editor");
  const stories = await listStoriesForAdmin();
  return (
    <>
      <PageHeading title="Stories">
        <p>
          <ButtonLink href="/admin/stories/new" tone="primary">
            Begin a story
          </ButtonLink>
        </p>
      </PageHeading>
      <StoryTable stories={stories} />
    </>
  );
}
