import { ActionForm } from "#components/admin/form/action-form.tsx";
import { FilterForm } from "#components/admin/vocabulary/filter-form.tsx";
import { DataTable, type Column } from "#components/ui/data-table.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Section } from "#components/ui/section.tsx";
import type { ArticleLine } from "#lib/articles/types.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";
import { linkArticleAction, unlinkArticleAction } from "#lib/events/actions-edit.ts";
import type { LinkedArticle } from "#lib/events/data-admin.ts";
import { counted } from "#lib/text/counted.ts";

type EventArticlesProps = {
  eventId: string;
  linked: readonly LinkedArticle[];
  /** What was looked for, and what that found; null where nothing was. */
  find: string | undefined;
  found: readonly ArticleLine[] | null;
};

/** The articles on an event: which are linked, and a search for more. */
export function EventArticles({ eventId, linked, find, found }: EventArticlesProps) {
  const columns: readonly Column<LinkedArticle>[] = [
    {
      key: "headline",
      heading: "Article",
      cell: ({ id, headline }) => <a href={`/admin/articles/${id}`}>{headline}</a>,
    },
    { key: "day", heading: "Day", cell: ({ day }) => (day ? formatDay(day, "short") : "none") },
    { key: "status", heading: "Status", cell: ({ status }) => status },
    {
      key: "unlink",
      heading: "Part",
      cell: ({ id, headline }) => (
        <ActionForm
          action={unlinkArticleAction}
          hidden={{ eventId, articleId: id }}
          submit="Unlink"
          about={headline}
          tone="plain"
          layout="inline"
        />
      ),
    },
  ];
  return (
    <Section id="articles" title="Articles on it" aside={counted(linked.length, "article")}>
      {linked.length > 0 ? (
        <DataTable
          caption="Linked articles"
          columns={columns}
          rows={linked}
          keyOf={({ id }) => id}
        />
      ) : (
        <EmptyState title="No article is linked yet: the event has no evidence in the archive." />
      )}
      <FilterForm>
        <TextField
          id="find"
          name="find"
          label="Find articles to link"
          hint="Words as in the search of the archive, or the address of an article’s admin page."
          defaultValue={find ?? ""}
        />
      </FilterForm>
      {found && <Found {...{ eventId, find, found, linked }} />}
    </Section>
  );
}

type FoundProps = Omit<EventArticlesProps, "found"> & { found: readonly ArticleLine[] };

function Found({ eventId, find = "", found, linked }: FoundProps) {
  const isLinked = new Set(linked.map(({ id }) => id));
  const columns: readonly Column<ArticleLine>[] = [
    {
      key: "headline",
      heading: "Article",
      cell: (line) => <a href={line.path}>{line.headline}</a>,
    },
    { key: "day", heading: "Day", cell: (line) => formatDay(line.publishedOn, "short") },
    { key: "outlet", heading: "Outlet", cell: ({ outlet }) => outlet?.name },
    {
      key: "link",
      heading: "Link",
      cell: ({ id, headline }) =>
        isLinked.has(id) ? (
          "linked"
        ) : (
          <ActionForm
            action={linkArticleAction}
            hidden={{ eventId, articleId: id, find }}
            submit="Link"
            about={headline}
            tone="plain"
            layout="inline"
          />
        ),
    },
  ];
  if (found.length === 0) return <EmptyState title={`No published article meets “${find}”.`} />;
  return <DataTable caption="Found" columns={columns} rows={found} keyOf={({ id }) => id} />;
}
