import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { NotFoundPage } from "#components/layout/not-found-page.tsx";
import { SuccessiveView } from "#components/statements/successive-view.tsx";
import { getActor } from "#lib/actors/data.ts";
import { parsePageNumber } from "#lib/articles/page-number.ts";
import { getSuccessive } from "#lib/statements/data-successive.ts";
import { successiveHref } from "#lib/statements/positions-query.ts";
import { getTopic } from "#lib/topics/data.ts";

type Props = PageProps<"/positions/[topic]/[actor]">;

const find = cache((topicId: string, actorId: string) =>
  Promise.all([getTopic(topicId), getActor(actorId)]),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { topic: topicId, actor: actorId } = await params;
  const [topic, actor] = await find(topicId, actorId);
  if (topic?.state !== "found" || actor?.state !== "found") return {};
  return {
    title: `${actor.actor.name} on ${topic.topic.label}`,
    alternates: { canonical: successiveHref({ topicId, actorId, confirmedOnly: false }) },
  };
}

export default async function SuccessivePage({ params, searchParams }: Props) {
  const { topic: topicId, actor: actorId } = await params;
  const parameters = await searchParams;
  const page = parsePageNumber(parameters.page);
  const confirmedOnly = parameters.confirmed === "1";
  const [topic, actor] = await find(topicId, actorId);
  if (!topic || !actor || !page) return <NotFoundPage />;
  if (topic.state === "merged" || actor.state === "merged") {
    const now = {
      topicId: topic.state === "merged" ? topic.intoId : topicId,
      actorId: actor.state === "merged" ? actor.intoId : actorId,
    };
    permanentRedirect(successiveHref({ ...now, confirmedOnly, page }));
  }
  const successive = await getSuccessive({ topicId, actorId, confirmedOnly }, page);
  if (successive.items.length === 0 && page > 1) return <NotFoundPage />;
  return (
    <SuccessiveView
      {...{ topic: topic.topic, actor: actor.actor, successive, page, confirmedOnly }}
    />
  );
}
