/** Classes of SQLSTATE: a value that a column cannot hold, and a row that a rule forbids. */
const REFUSAL = /"(?:originalCode|code)":"(?:22|23)[0-9A-Z]{3}"/;
/** Prisma's own codes for the same: too long, not unique, no such row, null, out of range. */
const PRISMA_REFUSALS = new Set(["P2000", "P2002", "P2003", "P2004", "P2011", "P2020"]);

type Fault = { code?: unknown; message?: unknown; meta?: unknown };

/** A sentence on what the database found wrong with a row; null where that is not what happened. */
export function explainRefusal(error: unknown): string | null {
  const { code, message, meta } = (error ?? {}) as Fault;
  const cause = JSON.stringify(meta ?? {});
  if (!REFUSAL.test(cause) && !PRISMA_REFUSALS.has(String(code))) return null;
  const said = /"(?:originalMessage|message)":"((?:[^"\\]|\\.)*)"/.exec(cause)?.[1];
  return `It breaks a rule of the archive: ${(said ?? String(message)).replace(/\\"/g, '"')}.`;
}
