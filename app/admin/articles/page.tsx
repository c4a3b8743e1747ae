import type { Metadata } from "next";
import { ArticleFilterForm } from "#components/admin/articles/article-filter-form.tsx";
import { ArticleTable } from "#components/admin/articles/article-table.tsx";
import { DeletedNotice } from "#components/admin/articles/deleted-notice.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { adminListPath } from "#lib/articles/admin-list-path.ts";
import {
  ADMIN_PAGE_SIZE,
  getAdminLine,
  getEditorChoices,
  listArticlesForAdmin,
} from "#lib/articles/data-admin.ts";
import { adminListSchema } from "#lib/articles/schema.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { inFigures } from "#lib/text/counted.ts";

export const metadata: Metadata = { title: "Articles" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ArticlesPage({ searchParams }: Props) {
  await requirePageRole("editor");
  const parameters = await searchParams;
  const query = adminListSchema.parse(parameters);
  const [{ items, total }, choices, deleted] = await Promise.all([
    listArticlesForAdmin(query),
    getEditorChoices(),
    typeof parameters.deleted === "string" ? getAdminLine(parameters.deleted) : null,
  ]);
  return (
    <>
      <PageHeading title="Articles" kicker={`${inFigures(total)} found`}>
        <p>
          <ButtonLink href="/admin/articles/new" tone="primary">
            Add articles
          </ButtonLink>
        </p>
      </PageHeading>
      <DeletedNotice article={deleted} />
      <ArticleFilterForm query={query} choices={choices} />
      {total === 0 ? (
        <EmptyState title="Nothing like that here">Ask for less, or add an article.</EmptyState>
      ) : (
        <ArticleTable
          articles={items}
          sort={query.sort}
          hrefFor={(changes) => adminListPath({ ...query, ...changes, page: 1 })}
        />
      )}
      <Pagination
        page={query.page}
        pageCount={Math.ceil(total / ADMIN_PAGE_SIZE)}
        hrefFor={(page) => adminListPath({ ...query, page })}
        label="Articles"
      />
    </>
  );
}
