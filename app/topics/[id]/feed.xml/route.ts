import { topicFeed } from "#lib/exchange/archive-feeds.ts";
import { documentRoute } from "#lib/http/document-route.ts";

type Context = { params: Promise<{ id: string }> };

export const GET = documentRoute(async ({ params }: Context) =>
  topicFeed((await params).id, "atom"),
);
