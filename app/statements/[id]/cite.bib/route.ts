import { citationFile } from "#lib/exchange/statement-files.ts";
import { documentRoute } from "#lib/http/document-route.ts";

type Context = { params: Promise<{ id: string }> };

export const GET = documentRoute(async ({ params }: Context) =>
  citationFile((await params).id, "bib"),
);
