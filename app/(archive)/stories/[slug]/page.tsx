import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { JsonLd } from "#components/layout/json-ld.tsx";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { StoryGone } from "#components/stories/story-gone.tsx";
import { StoryView } from "#components/stories/story-view.tsx";
import { getEnv } from "#lib/env.ts";
import { oembedAlternate } from "#lib/exchange/oembed-address.ts";
import { setDocumentStatus } from "#lib/http/request-context.ts";
import { getStory } from "#lib/stories/data.ts";
import { toJsonLdStory } from "#lib/stories/story-json-ld.ts";

type Props = PageProps<"/stories/[slug]">;

/** One read for the page and its metadata. */
const findStory = cache(getStory);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findStory((await params).slug);
  if (found?.state === "gone") return { title: "Withdrawn story", robots: { index: false } };
  if (found?.state !== "found") return {};
  const { title, summary: description, path } = found.story;
  return {
    title,
    description,
    alternates: { canonical: path, types: oembedAlternate(path) },
    openGraph: { title, description, url: path, type: "article" },
  };
}

export default async function StoryPage({ params }: Props) {
  const found = await findStory((await params).slug);
  if (!found) return <NotFoundPage />;
  if (found.state === "moved") permanentRedirect(`/stories/${found.slug}`);
  if (found.state === "gone") {
    setDocumentStatus(410);
    return <StoryGone gone={found} />;
  }
  return (
    <>
      <StoryView story={found.story} />
      <script type="module" src="/story.js" />
      <JsonLd data={toJsonLdStory(found.story, getEnv().ARCHIVE_URL)} />
    </>
  );
}
