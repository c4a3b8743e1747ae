import { z } from "zod";
import type { AuditFilter } from "#lib/audit/types.ts";
import { parseDateRange } from "#lib/dates/parse-reader-date.ts";

const LONGEST_WORD_CHARACTERS = 200;

const word = z.string().trim().min(1).max(LONGEST_WORD_CHARACTERS).optional().catch(undefined);

const valuesSchema = z.object({
  who: z.uuid().optional().catch(undefined),
  action: word,
  about: word,
  from: word,
  to: word,
});

const cursorSchema = z
  .string()
  .regex(/^\d{1,18}$/)
  .optional()
  .catch(undefined);

export type AuditValues = z.infer<typeof valuesSchema>;

export type AuditQuery = {
  filter: AuditFilter;
  before?: string;
  /** What the form showed when it was sent. */
  values: AuditValues;
  /** What stood in a date field and could not be read. */
  unreadDates: string[];
};

/** What the address of the audit list asks for. Never throws: what cannot be read is left out. */
export function parseAuditQuery(search: Record<string, unknown>, today: string): AuditQuery {
  const values = valuesSchema.parse(search);
  const { from, to, ...rest } = values;
  const first = from ? parseDateRange(from, today) : null;
  const last = to ? parseDateRange(to, today) : null;
  const unreadDates = [from && !first ? from : [], to && !last ? to : []].flat();
  const filter = { ...rest, from: first?.from, to: last?.to };
  return { filter, before: cursorSchema.parse(search.before), values, unreadDates };
}

/** The address of the page of entries older than the cursor, narrowed as this one is. */
export function olderAuditPath(values: AuditValues, cursor: string): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return `/admin/audit?${new URLSearchParams([...given, ["before", cursor]] as [string, string][])}`;
}
