import { topicStatementsFeed } from "#lib/exchange/statement-feeds.ts";
import { documentRoute } from "#lib/http/document-route.ts";

type Context = { params: Promise<{ id: string }> };

export const GET = documentRoute(async ({ params }: Context) =>
  topicStatementsFeed((await params).id, "atom"),
);
