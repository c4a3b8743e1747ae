import { documentRoute } from "#lib/http/document-route.ts";
import { leadTo, readForm } from "#lib/http/form-route.ts";
import { endAlertByLink } from "#lib/saved-searches/mutations-alerts.ts";

type Context = RouteContext<"/alerts/unsubscribe/[token]">;

/**
 * Ends mails, whoever sends the link back: a mail program by itself, as RFC 8058 has it, which is not
 * led on, or the form of our page, which is.
 */
export const POST = documentRoute(async ({ params }: Context, request) => {
  const form = await readForm(request);
  await endAlertByLink((await params).token);
  if (form.get("List-Unsubscribe") !== "One-Click") return leadTo("/alerts/ended");
  return new Response("No more mails are sent, and the address is forgotten.\n", {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
});

/** A program that only looks at links ends nothing: a button does. */
export const GET = async (_request: Request, { params }: Context) =>
  leadTo(`/alerts/${encodeURIComponent((await params).token)}`);
