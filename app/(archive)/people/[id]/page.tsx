import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { ArticlesAndEvents } from "#components/article/articles-and-events.tsx";
import { PersonHeading } from "#components/article/person-heading.tsx";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { PersonStatements } from "#components/statements/person-statements.tsx";
import { getActor } from "#lib/actors/data.ts";
import { listArticles, listMonthCounts } from "#lib/articles/data.ts";
import { parsePageNumber } from "#lib/articles/page-number.ts";
import { getPersonStatements } from "#lib/statements/data-person.ts";

const PAGE_SIZE = 30;

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ page?: string | string[] }>;
};

const findActor = cache(getActor);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const found = await findActor(id);
  if (found?.state !== "found") return {};
  const { name, offices } = found.actor;
  return {
    title: name,
    description: `${name} in the archive: ${offices.map(({ title }) => title).join(", ") || "articles and events"}.`,
    alternates: {
      canonical: `/people/${id}`,
      types: {
        "application/atom+xml": `/people/${id}/statements.xml`,
        "application/feed+json": `/people/${id}/statements.json`,
      },
    },
  };
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { id } = await params;
  const page = parsePageNumber((await searchParams).page);
  const found = await findActor(id);
  if (!found || !page) return <NotFoundPage />;
  if (found.state === "merged") permanentRedirect(`/people/${found.intoId}`);
  const [articles, months, said] = await Promise.all([
    listArticles({ actorId: id }, { page, pageSize: PAGE_SIZE }),
    listMonthCounts({ actorId: id }),
    getPersonStatements(id),
  ]);
  if (articles.items.length === 0 && page > 1) return <NotFoundPage />;
  return (
    <>
      <PersonHeading actor={found.actor} />
      {page === 1 && <PersonStatements actorId={id} said={said} />}
      <ArticlesAndEvents
        {...{ articles, months, page, pageSize: PAGE_SIZE }}
        events={found.actor.events}
        path={`/people/${id}`}
        filter={{ person: id }}
      />
    </>
  );
}
