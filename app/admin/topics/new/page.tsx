import type { Metadata } from "next";
import { ActionForm } from "#components/admin/form/action-form.tsx";
import { topicFormFields } from "#components/admin/topics/topic-form-fields.ts";
import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { requirePageRole } from "#lib/auth/current-user.ts";
import { addTopicAction } from "#lib/topics/actions.ts";
import { listTopicRefs } from "#lib/topics/data.ts";

export const metadata: Metadata = { title: "Add a topic" };

export default async function NewTopicPage() {
  await requirePageRole("editor");
  const topics = await listTopicRefs();
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Topics", href: "/admin/topics" }]} />
      <PageHeading title="Add a topic" lead="Its address is made from the label and then stays." />
      <ActionForm action={addTopicAction} fields={topicFormFields(topics)} submit="Add" />
    </>
  );
}
