import { checkQuerySchema, checkSchema } from "#lib/api/position-schemas.ts";
import { toStatementAnswer } from "#lib/api/statement-answers.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { parseCheckQuery } from "#lib/statements/check-query.ts";
import { checkQuotation } from "#lib/statements/data-check.ts";

const SIDES = { both: "both", here: "archived", there: "given" } as const;

export const GET = route({
  summary: "Whether a quotation is in the archive: exactly, shortened, altered or not at all",
  auth: "public",
  query: checkQuerySchema,
  response: checkSchema,
  handler: async ({ query: { q } }) => {
    const { verdict, matches, passages } = await checkQuotation(parseCheckQuery(q).text);
    return {
      body: {
        verdict,
        matches: matches.map(({ statement, parts, ...match }) => ({
          verdict: match.verdict,
          statement: toStatementAnswer(statement),
          differences: parts.map(({ text, side }) => ({ text, in: SIDES[side] })),
          otherArticles: statement.carrierCount,
        })),
        passages: passages.map(({ article, fragment, ...passage }) => ({
          ...passage,
          article: { ...article, status: "published" as const },
          place: `${article.path}#${fragment}`,
        })),
      },
    };
  },
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
