import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import type { WithdrawnArticle } from "#lib/articles/types.ts";
import { formatDay } from "#lib/dates/calendar-day.ts";

/** What stays at the address of a withdrawn article: that it was there, and why it went. */
export function WithdrawnView({ article }: { article: WithdrawnArticle }) {
  const { headline, outlet, publishedOn, withdrawnOn, withdrawnReason } = article;
  const names = article.bylines.map(({ name }) => name).join(", ");
  return (
    <article>
      <PageHeading
        kicker={[outlet?.name, formatDay(publishedOn)].filter(Boolean).join(" · ")}
        title={headline}
      >
        {names && <p>{names}</p>}
      </PageHeading>
      <Notice tone="warning" title={`Withdrawn from the archive on ${formatDay(withdrawnOn)}`}>
        <p>{withdrawnReason ?? "No reason was given."}</p>
        <p>
          Its text is no longer shown. See{" "}
          <a href={`/${publishedOn.replaceAll("-", "/")}`}>what else there is of that day</a>.
        </p>
      </Notice>
    </article>
  );
}
