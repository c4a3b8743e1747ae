import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ActorEditor } from "#components/admin/people/actor-editor.tsx";
import { MergedNotice } from "#components/admin/vocabulary/merged-notice.tsx";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { undoActorMergeAction } from "#lib/actors/actions.ts";
import { getActorForAdmin, listActorCountries, listMergeTargets } from "#lib/actors/data-admin.ts";
import { getMerge } from "#lib/audit/data.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";

export const metadata: Metadata = { title: "Person or organisation" };

export default async function ActorAdminPage({ params }: { params: Promise<{ id: string }> }) {
  await requirePageRole("editor");
  const actor = await getActorForAdmin((await params).id);
  if (!actor) notFound();
  const { id, name, kind, mergedInto } = actor;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "People and organisations", href: "/admin/people" }]} />
      <PageHeading title={name} kicker={id}>
        {!mergedInto && <a href={`/people/${id}`}>As readers see it</a>}
      </PageHeading>
      {mergedInto ? (
        <MergedNotice
          into={{ name: mergedInto.name, href: `/admin/people/${mergedInto.id}` }}
          merge={await getMerge("actor", id)}
          undo={undoActorMergeAction}
          hidden={{ actorId: id }}
        />
      ) : (
        <ActorEditor
          actor={actor}
          countries={await listActorCountries()}
          mergeTargets={await listMergeTargets(id, kind)}
        />
      )}
    </>
  );
}
