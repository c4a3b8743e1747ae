import { parseCommitments } from "#lib/commitments/commitments-query.ts";
import { listDueCommitments } from "#lib/commitments/data.ts";
import { today } from "#lib/dates/today.ts";
import { getEnv } from "#lib/env.ts";
import { toCommitmentCalendar } from "#lib/commitments/commitment-calendar.ts";
import { documentRoute } from "#lib/http/document-route.ts";

// Its content and the address of the site are known when the archive runs, not when it is built.
export const dynamic = "force-dynamic";

export const GET = documentRoute(async (_context, request) => {
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const { query } = parseCommitments(parameters, today());
  const calendar = toCommitmentCalendar(await listDueCommitments(query), getEnv().ARCHIVE_URL);
  return new Response(calendar, {
    headers: {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="commitments.ics"',
    },
  });
});
