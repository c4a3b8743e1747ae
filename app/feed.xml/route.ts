import { archiveFeed } from "#lib/exchange/archive-feeds.ts";

export async function GET(): Promise<Response> {
  return await archiveFeed("atom");
}
