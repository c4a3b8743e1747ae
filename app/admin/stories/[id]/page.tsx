import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StatusBadge } from "#components/admin/articles/status-badge.tsx";
import { StoryEditor } from "#components/admin/stories/story-editor.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getStoryForAdmin } from "#lib/stories/data-admin.ts";

export const metadata: Metadata = { title: "Story" };

type Props = { params: Promise<{ id: string }> };

export default async function StoryAdminPage({ params }: Props) {
  await requirePageRole("editor");
  const story = await getStoryForAdmin((await params).id);
  if (!story) notFound();
  const { id, title, slug, status } = story;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Stories", href: "/admin/stories" }]} />
      <PageHeading title={title} kicker={<StatusBadge status={status} />}>
        <p>
          <a href={`/admin/stories/${id}/preview`}>Preview</a>
          {status === "published" && (
            <>
              {" · "}
              <a href={`/stories/${slug}`}>As readers see it</a>
            </>
          )}
        </p>
      </PageHeading>
      <StoryEditor story={story} />
    </>
  );
}
