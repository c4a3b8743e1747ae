import type { Metadata } from "next";
import { AboutView } from "#components/layout/about-view.tsx";
import { today } from "#lib/dates/today.ts";
import { getEnv } from "#lib/env.ts";
import { getAboutPage } from "#lib/events/data-about.ts";

export const metadata: Metadata = {
  title: "About this archive",
  description: "What is and is not in the archive, how certain it is, and how to cite it.",
  alternates: { canonical: "/about" },
};

export default async function AboutRoute() {
  const about = await getAboutPage();
  return <AboutView about={about} baseUrl={getEnv().ARCHIVE_URL} accessedOn={today()} />;
}
