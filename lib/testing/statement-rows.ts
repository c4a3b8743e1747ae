import { randomUUID } from "node:crypto";
import { toDateColumn } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { StatementParts } from "#lib/statements/schema.ts";

type StatementValues = Omit<
  Prisma.StatementUncheckedCreateInput,
  "articleId" | "day" | "parts" | "passage" | "topics"
> & {
  /** `YYYY-MM-DD`. */
  day: string;
  /** What stands around the words, within their sentence. */
  before: string;
  after: string;
  topics: { topicId: string; status?: "suggested" | "confirmed" | "rejected" }[];
};

/**
 * Writes a statement straight into the database, as if its article's body began with the passage:
 * suggested, direct and of a group of its own unless it says otherwise. Returns its id.
 */
export async function createTestStatement(
  articleId: string,
  values: Partial<StatementValues> = {},
): Promise<string> {
  const {
    words = "We will keep the line open.",
    before = "Ada Brook said: “",
    after = "”",
    day = "2025-02-27",
    topics = [],
    status = "suggested",
    ...rest
  } = values;
  const place = { start: before.length, end: before.length + words.length };
  const parts: StatementParts = {
    ...{ content: [place], quotes: [], insertions: [] },
    ...{ cue: null, source: null, venue: null, saidOn: null },
  };
  const { id } = await database.statement.create({
    data: {
      ...{ kind: "direct", confidence: 0.9, groupId: randomUUID(), keys: [], passageAt: 0 },
      ...{ articleId, words, status, parts, startsAt: place.start, endsAt: place.end },
      passage: `${before}${words}${after}`,
      day: toDateColumn(day),
      decidedAt: status === "suggested" ? null : new Date(),
      ...rest,
      topics: {
        create: topics.map(({ topicId, status: judged = "suggested" }) => {
          return { topicId, status: judged, confidence: 0.9 };
        }),
      },
    },
  });
  return id;
}
