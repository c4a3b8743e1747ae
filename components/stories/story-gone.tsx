import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";
import type { StoryLookup } from "#lib/stories/types.ts";

type StoryGoneProps = { gone: Extract<StoryLookup, { state: "gone" }> };

/** What stays at the address of a withdrawn story: that it was there, and why it went. */
export function StoryGone({ gone: { title, withdrawnOn, reason } }: StoryGoneProps) {
  return (
    <>
      <PageHeading kicker="Story" title={title} />
      <Notice tone="warning" title={`Withdrawn on ${formatDay(withdrawnOn)}`}>
        <p>{reason ?? "No reason was given."}</p>
        <p>
          Its events are still here: see the <a href="/timeline">timeline</a>, or{" "}
          <a href="/stories">other stories</a>.
        </p>
      </Notice>
    </>
  );
}
