import type { Metadata } from "next";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { OnThisDayView } from "#components/timeline/on-this-day-view.tsx";
import { parsePageNumber } from "#lib/articles/page-number.ts";
import { getOnThisDay } from "#lib/events/data-anniversaries.ts";
import { parseMonthDay } from "#lib/events/month-day.ts";

type Props = PageProps<"/on-this-day/[day]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const monthDay = parseMonthDay((await params).day);
  if (!monthDay) return {};
  return {
    title: `On ${monthDay.label} in any year`,
    description: `Events and articles of ${monthDay.label}, in all years.`,
    alternates: { canonical: monthDay.path },
  };
}

export default async function DayOfTheYearPage({ params, searchParams }: Props) {
  const monthDay = parseMonthDay((await params).day);
  const page = parsePageNumber((await searchParams).page);
  if (!monthDay || !page) return <NotFoundPage />;
  const found = await getOnThisDay(monthDay.key, page);
  if (found.years.length === 0 && page > 1) return <NotFoundPage />;
  return <OnThisDayView {...{ monthDay, found, page }} />;
}
