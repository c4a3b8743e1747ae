import { formRoute, leadTo } from "#lib/http/form-route.ts";
import { answerConfirmation } from "#lib/saved-searches/answer-change.ts";

export const POST = formRoute(answerConfirmation);

export const GET = () => leadTo("/saved");
