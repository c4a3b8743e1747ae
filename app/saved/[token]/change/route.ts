import { formRoute, leadTo } from "#lib/http/form-route.ts";
import { answerChange } from "#lib/saved-searches/answer-change.ts";

type Context = RouteContext<"/saved/[token]/change">;

export const POST = formRoute(async (form, { params }: Context) =>
  answerChange(form, (await params).token),
);

/** Opened by hand, it leads to the page that the forms are on. */
export const GET = async (_request: Request, { params }: Context) =>
  leadTo(`/saved/${encodeURIComponent((await params).token)}`);
