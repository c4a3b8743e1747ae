import type { Metadata } from "next";
import { TopicTree } from "#components/article/topic-tree.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listTopicsWithCounts } from "#lib/topics/data.ts";

export const metadata: Metadata = {
  title: "Topics",
  description: "The archive's own vocabulary, with how much stands under each term.",
};

export default async function TopicsPage() {
  const topics = await listTopicsWithCounts();
  return (
    <>
      <PageHeading
        title="Topics"
        lead="The archive’s own vocabulary. Each term is defined; its count is of articles that a person or the archive’s reading of the text put under it."
      />
      {topics.length === 0 ? (
        <EmptyState title="There are no topics yet." />
      ) : (
        <TopicTree topics={topics} />
      )}
    </>
  );
}
