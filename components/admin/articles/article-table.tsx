import { StatusBadge } from "#components/admin/articles/status-badge.tsx";
import { ArticleHeadline } from "#components/article/article-headline.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { HollowMarker } from "#components/ui/hollow-marker.tsx";
import { Instant } from "#components/ui/instant.tsx";
import type { AdminListQuery } from "#lib/articles/schema.ts";
import type { AdminArticleLine } from "#lib/articles/types-admin.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";

type Sort = AdminListQuery["sort"];

type ArticleTableProps = {
  articles: readonly AdminArticleLine[];
  sort: Sort;
  hrefFor: (changes: { sort: Sort }) => string;
};

/** Articles as archivists list them. */
export function ArticleTable({ articles, sort, hrefFor }: ArticleTableProps) {
  const sortable = (key: Sort, direction: "ascending" | "descending") => ({
    sortHref: hrefFor({ sort: key }),
    sorted: sort === key ? direction : undefined,
  });
  const columns: readonly Column<AdminArticleLine>[] = [
    {
      key: "headline",
      heading: "Headline",
      cell: (article) => <Headline article={article} />,
      ...sortable("headline", "ascending"),
    },
    {
      key: "date",
      heading: "Day",
      cell: ({ publishedOn }) =>
        publishedOn ? (
          <time dateTime={publishedOn}>{formatDay(publishedOn, "short")}</time>
        ) : (
          "none"
        ),
      ...sortable("date", "descending"),
    },
    { key: "outlet", heading: "Outlet", cell: ({ outlet }) => outlet ?? "unknown" },
    { key: "status", heading: "Status", cell: ({ status }) => <StatusBadge status={status} /> },
    {
      key: "updated",
      heading: "Changed",
      cell: ({ updatedAt }) => <Instant at={updatedAt} />,
      ...sortable("updated", "descending"),
    },
  ];
  return <DataTable caption="Articles" columns={columns} rows={articles} keyOf={({ id }) => id} />;
}

function Headline({ article }: { article: AdminArticleLine }) {
  const { id, headline, headlineProposed, verification } = article;
  return (
    <>
      {verification === "to_verify" && <HollowMarker />}
      <ArticleHeadline isProposed={headline !== null && headlineProposed}>
        <a href={`/admin/articles/${id}`}>{headline ?? "No headline yet"}</a>
      </ArticleHeadline>
    </>
  );
}
