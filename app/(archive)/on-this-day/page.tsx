import type { Metadata } from "next";
import { OnThisDayView } from "#components/timeline/on-this-day-view.tsx";
import { today } from "#lib/dates/today.ts";
import { getOnThisDay } from "#lib/events/data-anniversaries.ts";
import { monthDayOf } from "#lib/events/month-day.ts";

// The day that it is when the page is asked for, not when it was built.
export const dynamic = "force-dynamic";

export const metadata: Metadata = {
  title: "On this day",
  description: "Events and articles of this day of the year, in all years.",
  alternates: { canonical: "/on-this-day" },
};

export default async function OnThisDayPage() {
  const monthDay = monthDayOf(today());
  const found = await getOnThisDay(monthDay.key, 1);
  return <OnThisDayView monthDay={monthDay} found={found} page={1} isToday />;
}
