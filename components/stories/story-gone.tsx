import { GoneNotice } from "#components/ui/gone-notice.tsx";
import type { StoryLookup } from "#lib/stories/types.ts";

type StoryGoneProps = { gone: Extract<StoryLookup, { state: "gone" }> };

/** What stays at the address of a withdrawn story. */
export function StoryGone({ gone: { state: _state, ...gone } }: StoryGoneProps) {
  return (
    <GoneNotice kicker="Story" {...gone}>
      <p>
        Its events are still here: see the <a href="/timeline">timeline</a>, or{" "}
        <a href="/stories">other stories</a>.
      </p>
    </GoneNotice>
  );
}
