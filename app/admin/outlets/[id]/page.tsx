import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OutletEditor } from "#components/admin/outlets/outlet-editor.tsx";
import { MergedNotice } from "#components/admin/vocabulary/merged-notice.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { getMerge } from "#lib/audit/data.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { undoOutletMergeAction } from "#lib/outlets/actions.ts";
import { getOutletForAdmin, listOutletChoices } from "#lib/outlets/data-admin.ts";
import { outletIdSchema } from "#lib/outlets/schema.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

export const metadata: Metadata = { title: "Outlet" };

export default async function OutletAdminPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageRole("editor");
  const asked = outletIdSchema.safeParse((await params).id);
  const outlet = asked.success ? await getOutletForAdmin(asked.data) : null;
  if (!outlet) notFound();
  const { id, name, slug, mergedInto } = outlet;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Outlets", href: "/admin/outlets" }]} />
      <PageHeading title={name} kicker={slug}>
        {!mergedInto && <a href={`/outlets/${slug}`}>As readers see it</a>}
      </PageHeading>
      {mergedInto ? (
        <MergedNotice
          into={{ name: mergedInto.name, href: `/admin/outlets/${mergedInto.id}` }}
          merge={await getMerge("outlet", id)}
          undo={undoOutletMergeAction}
          hidden={{ outletId: id }}
        />
      ) : (
        <OutletEditor
          outlet={outlet}
          topics={await listTopicRefs()}
          mergeTargets={await listOutletChoices(id)}
        />
      )}
    </>
  );
}
