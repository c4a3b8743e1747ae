import { archiveFeed } from "#lib/exchange/archive-feeds.ts";

// Its content and the address of the site are known when the archive runs, not when it is built.
export const dynamic = "force-dynamic";

export async function GET(): Promise<Response> {
  return await archiveFeed("atom");
}
