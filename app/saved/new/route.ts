import { formRoute, leadTo } from "#lib/http/form-route.ts";
import { answerNewSearch } from "#lib/saved-searches/answer-change.ts";

export const POST = formRoute(answerNewSearch);

/** Opened by hand, it leads to where searches are saved. */
export const GET = () => leadTo("/search");
