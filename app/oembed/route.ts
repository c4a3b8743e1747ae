import { oembedResponse } from "#lib/exchange/oembed.ts";
import { documentRoute } from "#lib/http/document-route.ts";

export const GET = documentRoute((_context, request) => oembedResponse(request));
