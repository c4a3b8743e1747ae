import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TopicEditor } from "#components/admin/topics/topic-editor.tsx";
import { MergedNotice } from "#components/admin/vocabulary/merged-notice.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getMerge } from "#lib/audit/data.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { undoTopicMergeAction } from "#lib/topics/actions.ts";
import { getTopicForAdmin } from "#lib/topics/data-admin.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

export const metadata: Metadata = { title: "Topic" };

export default async function TopicAdminPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageRole("editor");
  const topic = await getTopicForAdmin((await params).id);
  if (!topic) notFound();
  const { id, label, mergedInto } = topic;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Topics", href: "/admin/topics" }]} />
      <PageHeading title={label} kicker={id}>
        {!mergedInto && <a href={`/topics/${id}`}>As readers see it</a>}
      </PageHeading>
      {mergedInto ? (
        <MergedNotice
          into={{ name: mergedInto.label, href: `/admin/topics/${mergedInto.id}` }}
          merge={await getMerge("topic", id)}
          undo={undoTopicMergeAction}
          hidden={{ topicId: id }}
        />
      ) : (
        <TopicEditor topic={topic} topics={await listTopicRefs()} />
      )}
    </>
  );
}
