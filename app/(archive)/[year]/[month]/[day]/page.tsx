import type { Metadata } from "next";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { DayView } from "#components/timeline/day-view.tsx";
import { calendarMetadata } from "#lib/events/calendar-metadata.ts";
import { calendarSpan } from "#lib/events/calendar-span.ts";
import { getCalendarView } from "#lib/events/data-calendar-view.ts";
import { pageNumber } from "#lib/events/schema.ts";

type Props = PageProps<"/[year]/[month]/[day]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { year, month, day } = await params;
  return calendarMetadata(calendarSpan(year, month, day), pageNumber(await searchParams));
}

export default async function DayPage({ params, searchParams }: Props) {
  const { year, month, day } = await params;
  const span = calendarSpan(year, month, day);
  if (!span) return <NotFoundPage />;
  const page = pageNumber(await searchParams);
  return <DayView span={span} page={page} view={await getCalendarView(span, page)} />;
}
