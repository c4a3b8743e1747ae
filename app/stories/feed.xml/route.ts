import { storiesFeed } from "#lib/exchange/story-feeds.ts";
import { documentRoute } from "#lib/http/document-route.ts";

// Its content and the address of the site are known when the archive runs, not when it is built.
export const dynamic = "force-dynamic";

export const GET = documentRoute(() => storiesFeed("atom"));
