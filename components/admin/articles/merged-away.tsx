import { Breadcrumbs } from "#components/ui/breadcrumbs.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { Section } from "#components/ui/section.tsx";
import type { EditableArticle } from "#lib/articles/types-admin.ts";

/** An article that another stands for: what it is merged into, and its text as it was. */
export function MergedAway({ article }: { article: EditableArticle }) {
  const { fields, original, mergedInto } = article;
  return (
    <>
      <Breadcrumbs crumbs={[{ label: "Articles", href: "/admin/articles" }]} />
      <PageHeading
        kicker="Merged into another article"
        title={fields.headline ?? "No headline yet"}
        lead="Its address leads there, and it is listed and searched no more. Where the pair was decided, that can be undone for 30 days."
      >
        <p>
          <a href={`/admin/articles/${mergedInto}`}>The article that stands for it</a> ·{" "}
          <a href={`/admin/originals/${original.id}`}>Its original, as received</a>
          {article.mergedByPair && (
            <>
              {" · "}
              <a href={`/admin/duplicates/${article.mergedByPair}`}>Compare or undo</a>
            </>
          )}
        </p>
      </PageHeading>
      <Section title="Its text" id="text">
        {fields.paragraphs.map((paragraph, i) => (
          <p key={i}>{paragraph}</p>
        ))}
      </Section>
    </>
  );
}
