import type { Metadata } from "next";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { CalendarView } from "#components/timeline/calendar-view.tsx";
import { calendarMetadata } from "#lib/events/calendar-metadata.ts";
import { calendarSpan } from "#lib/events/calendar-span.ts";
import { getCalendarView } from "#lib/events/data-calendar-view.ts";
import { pageNumber } from "#lib/events/schema.ts";

type Props = PageProps<"/[year]">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { year } = await params;
  return calendarMetadata(calendarSpan(year), pageNumber(await searchParams));
}

export default async function YearPage({ params, searchParams }: Props) {
  const { year } = await params;
  const span = calendarSpan(year);
  if (!span) return <NotFoundPage />;
  const page = pageNumber(await searchParams);
  return <CalendarView span={span} page={page} view={await getCalendarView(span, page)} />;
}
