import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { StoryView } from "#components/stories/story-view.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { getStoryForAdmin } from "#lib/stories/data-admin.ts";
import { getStoryPreview } from "#lib/stories/data.ts";

export const metadata: Metadata = { title: "Preview" };

type Props = { params: Promise<{ id: string }> };

export default async function StoryPreviewPage({ params }: Props) {
  await requirePageRole("editor");
  const line = await getStoryForAdmin((await params).id);
  const story = line && (await getStoryPreview(line.id));
  if (!story) notFound();
  return (
    <>
      <Notice tone="warning" title={`Preview of revision ${line.version}: ${line.status}`}>
        <p>
          <ButtonLink href={`/admin/stories/${line.id}`}>Back to editing</ButtonLink>
        </p>
      </Notice>
      <StoryView story={story} />
    </>
  );
}
