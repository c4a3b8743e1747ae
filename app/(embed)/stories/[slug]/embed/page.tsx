import type { Metadata } from "next";
import type { ReactNode } from "react";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { StoryEmbed } from "#components/stories/story-embed.tsx";
import { StoryGone } from "#components/stories/story-gone.tsx";
import { setDocumentStatus } from "#lib/http/request-context.ts";
import { getStory } from "#lib/stories/data.ts";

type Props = PageProps<"/stories/[slug]/embed">;

const findStory = cache(getStory);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const found = await findStory(slug);
  const title = found?.state === "found" ? found.story.title : "Story";
  // Search engines are to know the story by its page.
  return { title, robots: { index: false }, alternates: { canonical: `/stories/${slug}` } };
}

export default async function StoryEmbedPage({ params }: Props) {
  const found = await findStory((await params).slug);
  if (!found) return outOfFrame(<NotFoundPage />);
  if (found.state === "moved") permanentRedirect(`/stories/${found.slug}/embed`);
  if (found.state === "gone") {
    setDocumentStatus(410);
    return outOfFrame(<StoryGone gone={found} />);
  }
  return <StoryEmbed story={found.story} />;
}

/** Pages that may not be framed open beside the other site's page. */
function outOfFrame(page: ReactNode) {
  return (
    <>
      <base target="_blank" />
      {page}
    </>
  );
}
