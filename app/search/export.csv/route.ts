import { searchFile } from "#lib/exchange/search-files.ts";
import { documentRoute } from "#lib/http/document-route.ts";

export const GET = documentRoute((_context, request) => searchFile(request, "csv"));
