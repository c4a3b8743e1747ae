import { eventCalendar } from "#lib/exchange/event-files.ts";
import { documentRoute } from "#lib/http/document-route.ts";

type Context = { params: Promise<{ id: string }> };

export const GET = documentRoute<Context>(async ({ params }) => eventCalendar((await params).id));
