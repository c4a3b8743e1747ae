import { topicFeed } from "#lib/exchange/archive-feeds.ts";

type Context = { params: Promise<{ id: string }> };

export async function GET(_request: Request, { params }: Context): Promise<Response> {
  return await topicFeed((await params).id, "atom");
}
