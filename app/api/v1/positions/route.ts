import { positionsQuerySchema, positionsSchema } from "#lib/api/position-schemas.ts";
import { toStatementAnswer } from "#lib/api/statement-answers.ts";
import { today } from "#lib/dates/today.ts";
import { AppError } from "#lib/errors.ts";
import { refuseOtherMethods, route } from "#lib/http/route.ts";
import { getPositions } from "#lib/statements/data-positions.ts";
import { parsePositionsQuery } from "#lib/statements/positions-query.ts";

export const GET = route({
  summary: "The latest statement of each actor on each topic, on or before a day",
  auth: "public",
  query: positionsQuerySchema,
  response: positionsSchema,
  handler: async ({ query: { confirmed, ...given } }) => {
    const asked = { ...given, ...(confirmed && { confirmed: "1" }) };
    const { query, problems } = parsePositionsQuery(asked, today());
    const positions = await getPositions(query);
    const unusable = [...problems, ...positions.problems];
    // A page shows the rest; a program is told.
    if (unusable.length > 0) throw new AppError("invalid_input", unusable.join(" "));
    return {
      body: {
        confirmedOnly: query.confirmedOnly,
        columns: positions.columns,
        rows: positions.rows.map(({ topic, cells }) => ({
          topic,
          cells: cells.map((cell) => {
            return cell && { ...cell, statement: toStatementAnswer(cell.statement) };
          }),
        })),
      },
    };
  },
});

export const { POST, PUT, PATCH, DELETE } = refuseOtherMethods("GET");
