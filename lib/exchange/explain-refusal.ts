/** Classes of SQLSTATE: a value that a column cannot hold, and a row that a rule forbids. */
const REFUSALS = /\b(22|23)[0-9A-Z]{3}\b/;

type KnownFault = { code: string; message: string; meta?: Record<string, unknown> };

/** A sentence on what the database found wrong with a row; null where that is not what happened. */
export function explainRefusal({ message, meta }: KnownFault): string | null {
  const cause = JSON.stringify(meta ?? {});
  if (!REFUSALS.test(cause) && !REFUSALS.test(message)) return null;
  const said = /"(?:originalMessage|message)":"((?:[^"\\]|\\.)*)"/.exec(cause)?.[1] ?? message;
  return `It breaks a rule of the archive: ${said.replace(/\\"/g, '"')}.`;
}
