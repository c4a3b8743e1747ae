import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeading } from "#components/ui/page-heading.tsx";
import { formatDay } from "#lib/dates/calendar-day.ts";

type GoneNoticeProps = {
  /** What kind of thing it was. */
  kicker: string;
  title: string;
  withdrawnOn: string;
  reason: string | null;
  /** Where to go on from. */
  children: ReactNode;
};

/** What stays at the address of something withdrawn: that it was there, and why it went. */
export function GoneNotice({ kicker, title, withdrawnOn, reason, children }: GoneNoticeProps) {
  return (
    <>
      <PageHeading kicker={kicker} title={title} />
      <Notice tone="warning" title={`Withdrawn on ${formatDay(withdrawnOn)}`}>
        <p>{reason ?? "No reason was given."}</p>
        {children}
      </Notice>
    </>
  );
}
