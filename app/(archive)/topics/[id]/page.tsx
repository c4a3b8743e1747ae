import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { ArticlesAndEvents } from "#components/article/articles-and-events.tsx";
import { TopicHeading } from "#components/article/topic-heading.tsx";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { TopicStatements } from "#components/statements/topic-statements.tsx";
import { listArticles, listMonthCounts } from "#lib/articles/data.ts";
import { parsePageNumber } from "#lib/articles/page-number.ts";
import { listLatestStatements } from "#lib/statements/data-ledger.ts";
import { getTopic, listTopicEvents } from "#lib/topics/data.ts";

const PAGE_SIZE = 30;
const STATEMENTS_SHOWN = 5;

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

const findTopic = cache(getTopic);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const found = await findTopic(id);
  if (found?.state !== "found") return {};
  const feed = `/topics/${id}/feed`;
  return {
    title: found.topic.label,
    description: found.topic.definition,
    alternates: {
      canonical: `/topics/${id}`,
      types: { "application/atom+xml": `${feed}.xml`, "application/feed+json": `${feed}.json` },
    },
  };
}

export default async function TopicPage({ params, searchParams }: Props) {
  const { id } = await params;
  const page = parsePageNumber((await searchParams).page);
  const found = await findTopic(id);
  if (!found || !page) return <NotFoundPage />;
  if (found.state === "merged") permanentRedirect(`/topics/${found.intoId}`);
  const [articles, months, events, statements] = await Promise.all([
    listArticles({ topicId: id }, { page, pageSize: PAGE_SIZE }),
    listMonthCounts({ topicId: id }),
    listTopicEvents(id),
    listLatestStatements({ topicId: id }, STATEMENTS_SHOWN),
  ]);
  if (articles.items.length === 0 && page > 1) return <NotFoundPage />;
  return (
    <>
      <TopicHeading topic={found.topic} />
      {page === 1 && <TopicStatements topicId={id} statements={statements} />}
      <ArticlesAndEvents
        {...{ articles, months, events, page, pageSize: PAGE_SIZE }}
        path={`/topics/${id}`}
        filter={{ topic: id }}
      />
    </>
  );
}
