import { database } from "#lib/db/client.ts";
import { uuid7 } from "#lib/db/uuid7.ts";
import { toCalendarDay } from "#lib/dates/calendar-day.ts";
import { findWords, kindOfParts, partsFromContent } from "#lib/statements/find-words.ts";
import { insertStatements } from "#lib/statements/mutations.ts";
import type { StatementParts } from "#lib/statements/schema.ts";
import type { NewStatement } from "#lib/statements/types.ts";

type StatementValues = Partial<Omit<NewStatement, "parts">> & {
  /** Where besides the content something stands in the article. */
  parts?: Partial<StatementParts>;
};

/**
 * Writes a statement at words that stand in an article, suggested unless it says otherwise, and
 * returns its id. It goes with its article (lib/testing/article-rows.ts).
 */
export async function placeTestStatement(
  articleId: string,
  words: string,
  { parts: more, ...values }: StatementValues = {},
): Promise<string> {
  const { body, publishedOn } = await database.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { body: true, publishedOn: true },
  });
  const [content] = findWords(body, words);
  if (!content) throw new Error(`The article does not have the words ${words}`);
  const parts = { ...partsFromContent(body, content), ...more };
  const id = values.id ?? uuid7();
  const isDecided = (values.status ?? "suggested") !== "suggested";
  const statement: NewStatement = {
    ...{ speakerId: null, speakerText: null, isAnonymous: false, venue: null, saidOn: null },
    ...{ kind: kindOfParts(parts), confidence: 0.5, topics: [] },
    ...(isDecided && { decidedAt: new Date() }),
    ...values,
    ...{ id, parts },
  };
  const day = publishedOn && toCalendarDay(publishedOn);
  await database.$transaction((tx) =>
    insertStatements(tx, [{ articleId, body, publishedOn: day, statements: [statement] }]),
  );
  return id;
}
