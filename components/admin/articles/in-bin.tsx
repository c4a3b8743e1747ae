import { ActionForm } from "#components/admin/form/action-form.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { restoreArticleAction } from "#lib/articles/actions-lifecycle.ts";
import type { EditableArticle } from "#lib/articles/types-admin.ts";

/** An article that lies in the bin: all there is to do is to take it out. */
export function InBin({ article: { id, fields } }: { article: EditableArticle }) {
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Bin", href: "/admin/bin" }]} />
      <PageHeading
        kicker="In the bin"
        title={fields.headline ?? "No headline yet"}
        lead="No reader sees it, and it cannot be edited here. Taken out, it is as it was."
      />
      <ActionForm action={restoreArticleAction} hidden={{ articleId: id }} submit="Take it out" />
    </>
  );
}
