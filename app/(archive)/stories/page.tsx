import type { Metadata } from "next";
import { StoryList } from "#components/stories/story-list.tsx";
import { listStories } from "#lib/stories/data.ts";

export const metadata: Metadata = {
  title: "Stories",
  description: "Events of the archive, joined by an editor into told sequences.",
  alternates: {
    canonical: "/stories",
    types: {
      "application/atom+xml": "/stories/feed.xml",
      "application/feed+json": "/stories/feed.json",
    },
  },
};

export default async function StoriesPage() {
  return <StoryList stories={await listStories()} />;
}
