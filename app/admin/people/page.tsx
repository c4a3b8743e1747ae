import type { Metadata } from "next";
import { ActorFilterForm } from "#components/admin/people/actor-filter-form.tsx";
import { ActorTable } from "#components/admin/people/actor-table.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Pagination } from "#components/ui/pagination.tsx";
import { listActorsForAdmin } from "#lib/actors/data-admin.ts";
import { actorAdminPath, actorAdminQuerySchema } from "#lib/actors/schema.ts";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { unknownPath } from "#lib/statements/schema-unknown.ts";

export const metadata: Metadata = { title: "People and organisations" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function PeopleAdminPage({ searchParams }: Props) {
  await requirePageRole("editor");
  const query = actorAdminQuerySchema.parse(await searchParams);
  const isMerged = query.state === "merged";
  const filter = { words: query.q, kind: query.kind, isMerged };
  const { items, total, pageCount } = await listActorsForAdmin(filter, query.page);
  return (
    <>
      <PageHeading title="People and organisations">
        <p>
          <ButtonLink href="/admin/people/new" tone="primary">
            Add a person, organisation or country
          </ButtonLink>{" "}
          <ButtonLink href={unknownPath({})}>Speakers the archive does not know</ButtonLink>
        </p>
      </PageHeading>
      <ActorFilterForm query={query} />
      <ActorTable actors={items} total={total} isMerged={isMerged} />
      <Pagination
        page={query.page}
        pageCount={pageCount}
        hrefFor={(page) => actorAdminPath({ ...query, page })}
        label="People and organisations"
      />
    </>
  );
}
