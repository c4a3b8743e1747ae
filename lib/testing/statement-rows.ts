import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { database } from "#lib/db/client.ts";
import { uuid7 } from "#lib/db/uuid7.ts";
import { insertStatements } from "#lib/statements/mutations.ts";
import type { NewStatement } from "#lib/statements/types.ts";

type StatementValues = Partial<Omit<NewStatement, "topics" | "parts">> & {
  articleId: string;
  /** As they stand in the article's body, quotation marks included. */
  words: string;
  /** The words that name the speaker, as they stand in the body. */
  source?: string;
  topics?: NewStatement["topics"];
};

/** Writes a statement at its words in a stored article, suggested unless it says otherwise. Returns its id. */
export async function createTestStatement(values: StatementValues): Promise<string> {
  const { articleId, words, source, topics = [], ...given } = values;
  const { body, publishedOn } = await database.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { body: true, publishedOn: true },
  });
  const spanOf = (text: string) => {
    const start = body.indexOf(text);
    if (start < 0) throw new Error(`“${text}” does not stand in the article.`);
    return { start, end: start + text.length };
  };
  const isQuoted = /^["“]/.test(words);
  const parts = {
    ...{ content: [spanOf(words)], quotes: isQuoted ? [spanOf(words)] : [], insertions: [] },
    ...{ cue: null, source: source ? spanOf(source) : null, venue: null, saidOn: null },
  };
  const statement: NewStatement & { id: string } = {
    ...{ id: uuid7(), kind: isQuoted ? "direct" : "indirect", parts, topics, confidence: 0.8 },
    ...{ speakerId: null, speakerText: source ?? null, isAnonymous: false },
    ...{ venue: null, saidOn: null },
    ...(given.status && given.status !== "suggested" && { decidedAt: new Date() }),
    ...given,
  };
  await database.$transaction((tx) =>
    insertStatements(tx, [
      {
        ...{ articleId, body, statements: [statement] },
        publishedOn: publishedOn && toCalendarDay(publishedOn),
      },
    ]),
  );
  return statement.id;
}
