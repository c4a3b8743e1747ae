import { documentRoute } from "#lib/http/document-route.ts";
import { pictureFile } from "#lib/timeline/picture-file.ts";

export const GET = documentRoute((_context, request) => pictureFile(request, "svg"));
