import { compareQuerySchema, comparisonSchema } from "#lib/api/compare-schemas.ts";
import { today } from "#lib/dates/today.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { parseComparison } from "#lib/search/compare-query.ts";
import { compareSearches } from "#lib/search/data-compare.ts";
import type { PartFound } from "#lib/search/types-compare.ts";

export const GET = route({
  summary: "Two searches side by side: what each finds alone, what both find, and when",
  auth: "public",
  query: compareQuerySchema,
  response: comparisonSchema,
  handler: async ({ query: { a, b, from, to } }) => {
    const day = today();
    const days = { from: from ?? undefined, to: to ?? undefined };
    const searches = parseComparison({ a, b, ...days }, day);
    const { first, second, parts } = await compareSearches(searches, day);
    return {
      body: {
        first: { ...first, ignored: searches.first.ignored },
        second: { ...second, ignored: searches.second.ignored },
        parts: parts && {
          onlyFirst: toPart(parts.onlyFirst),
          both: toPart(parts.both),
          onlySecond: toPart(parts.onlySecond),
        },
      },
    };
  },
});

function toPart({ items, ...part }: PartFound) {
  const lines = items.map(({ headlineParts: _parts, extract: _extract, ...line }) => line);
  return { ...part, items: lines.map((line) => ({ ...line, status: "published" as const })) };
}

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
