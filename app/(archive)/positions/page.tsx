import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PositionsView } from "#components/statements/positions-view.tsx";
import { today } from "#lib/dates/today.ts";
import { getPositions, listPositionDays } from "#lib/statements/data-positions.ts";
import { parsePositionsQuery, positionsHref } from "#lib/statements/positions-query.ts";
import { sliderSteps } from "#lib/statements/slider-days.ts";

type Props = PageProps<"/positions">;

export const metadata: Metadata = {
  title: "Positions",
  description: "Who said what on which topic, on or before any day, each with its source.",
  alternates: { canonical: "/positions" },
};

export default async function PositionsPage({ searchParams }: Props) {
  const asked = parsePositionsQuery(await searchParams, today());
  const { query, slide } = asked;
  if (slide !== null) {
    const steps = sliderSteps(await listPositionDays(query));
    redirect(positionsHref({ ...query, on: steps[slide] ?? steps.at(-1) ?? null }));
  }
  return <PositionsView asked={asked} positions={await getPositions(query)} />;
}
