import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";

/** Where a statement stood that readers may no longer see. */
export function StatementGone({ articlePath }: { articlePath: string }) {
  return (
    <>
      <PageHeading title="This statement was taken back" />
      <Notice title="It is no longer part of the archive.">
        <p>
          Its article was withdrawn, or what was read from it proved wrong.{" "}
          <a href={articlePath}>See what became of the article</a>, or{" "}
          <a href="/statements">all statements</a>.
        </p>
      </Notice>
    </>
  );
}
