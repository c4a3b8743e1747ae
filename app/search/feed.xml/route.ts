import { searchFeed } from "#lib/exchange/search-feeds.ts";
import { documentRoute } from "#lib/http/document-route.ts";

export const GET = documentRoute((_context, request) => searchFeed(request, "atom"));
