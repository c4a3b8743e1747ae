import { Notice } from "#components/ui/notice.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";

/** What “as known on” a day means, and what it does not. */
export function KnownOnNote({ day }: { day: string }) {
  return (
    <Notice title={`As known on ${formatDay(day)}`}>
      <p>
        Only what this archive held by the end of that day (UTC): events entered, articles published
        here and statements read by then. They stand in their present wording; what has been
        withdrawn since is left out, and an article published again after a withdrawal counts from
        then on. It says when this archive knew, not when the world did.
      </p>
    </Notice>
  );
}
