import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { ArticlesAndEvents } from "#components/article/articles-and-events.tsx";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { listArticles, listMonthCounts } from "#lib/articles/data.ts";
import { parsePageNumber } from "#lib/articles/page-number.ts";
import { getOutlet } from "#lib/outlets/data.ts";

const PAGE_SIZE = 30;

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

const findOutlet = cache(getOutlet);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const outlet = await findOutlet(slug);
  return outlet
    ? {
        title: outlet.name,
        description: `Articles of ${outlet.name} in the archive.`,
        alternates: { canonical: `/outlets/${slug}` },
      }
    : {};
}

export default async function OutletPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const page = parsePageNumber((await searchParams).page);
  const outlet = await findOutlet(slug);
  if (!outlet || !page) return <NotFoundPage />;
  if (outlet.slug !== slug) permanentRedirect(`/outlets/${outlet.slug}`);
  const [articles, months] = await Promise.all([
    listArticles({ outletSlug: slug }, { page, pageSize: PAGE_SIZE }),
    listMonthCounts({ outletSlug: slug }),
  ]);
  if (articles.items.length === 0 && page > 1) return <NotFoundPage />;
  return (
    <>
      <PageHeading
        title={outlet.name}
        kicker={["Outlet", outlet.country].filter(Boolean).join(" · ")}
      >
        {outlet.homepageUrl && <a href={outlet.homepageUrl}>{outlet.homepageUrl}</a>}
      </PageHeading>
      <ArticlesAndEvents
        {...{ articles, months, events: [], page, pageSize: PAGE_SIZE }}
        path={`/outlets/${slug}`}
        filter={{ outlet: slug }}
      />
    </>
  );
}
