import { timelineFile } from "#lib/exchange/event-files.ts";
import { documentRoute } from "#lib/http/document-route.ts";

export const GET = documentRoute((_context, request) => timelineFile(request, "csv"));
